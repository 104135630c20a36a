import { partSchema } from "@cadre-care/his";
import type { DraftedField, DraftQuestion } from "@cadre-care/his/draft";
import { LONGEST_CODE, LONGEST_LABEL } from "../draft-schemas.ts";

const cut = (texts: readonly string[], longest: number): readonly string[] =>
  texts.map((text) => text.slice(0, longest));

/** A field as the wizard takes it. A wrong column may hold whole reports, and its header a whole form. */
export const cutField = (field: DraftedField): DraftedField => ({
  ...field,
  labels: cut(field.labels, LONGEST_LABEL),
});

/** A question likewise. Parts that no profile could hold are left out; the question stands without them. */
export const cutQuestion = ({ parts, codes, labels, ...question }: DraftQuestion): DraftQuestion => ({
  ...question,
  labels: cut(labels, LONGEST_LABEL),
  ...(parts?.every((part) => partSchema.safeParse(part).success) ? { parts } : {}),
  ...(codes === undefined ? {} : { codes: cut(codes, LONGEST_CODE) }),
});
