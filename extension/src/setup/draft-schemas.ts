import { partSchema } from "@cadre-care/his";
import { DRAFT_MESSAGES, type DraftDoubt, FIELD_ROLES } from "@cadre-care/his/draft";
import { z } from "zod/mini";

/** In characters: longer ones are cut before they travel. */
export const LONGEST_LABEL = 4_000;
export const LONGEST_CODE = 100;

const doubts = Object.keys(DRAFT_MESSAGES);
const labels = z.readonly(z.array(z.string().check(z.maxLength(LONGEST_LABEL))));

export const fieldRole = z.enum(FIELD_ROLES);

/** A field of a draft, as it travels between the page and the wizard. */
export const draftedField = z.object({ role: fieldRole, labels, sure: z.boolean() });

/** A question of a draft, likewise. */
export const draftQuestion = z.object({
  doubt: z.custom<DraftDoubt>((value) => typeof value === "string" && doubts.includes(value)),
  role: z.exactOptional(fieldRole),
  labels,
  parts: z.exactOptional(z.readonly(z.array(partSchema))),
  codes: z.exactOptional(z.readonly(z.array(z.string().check(z.maxLength(LONGEST_CODE))))),
});
