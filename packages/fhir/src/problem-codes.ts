import type { CodesOf } from "@cadre-care/domain";
import type { TransportProblemCode } from "./client/transport-problems.ts";
import type { formBundleProblems } from "./forms/form-problems.ts";
import type { libraryProblems } from "./library/library-problems.ts";

/** Every problem that the client of the board states itself. `refused`: the board gave no reason at all. */
export type FhirProblemCode =
  | CodesOf<typeof formBundleProblems>
  | CodesOf<typeof libraryProblems>
  | TransportProblemCode
  | "refused"
  | "sign-in-ended";
