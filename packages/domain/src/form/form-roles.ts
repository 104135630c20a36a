import type { Role } from "../service/views.ts";
import type { FormKind } from "./form-view.ts";

/** Clinical findings and referrals are a doctor's to state; other forms are anybody's who works at the desk. */
export const mayFill = (role: Role, kind: FormKind): boolean =>
  role === "doctor" || (kind === "other" && role !== "it");
