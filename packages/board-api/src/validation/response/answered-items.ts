import { itemsIn } from "@cadre-care/fhir";
import { z } from "zod";
import type { FormValue } from "./form-items.ts";

/** An item of a response: answers, or items below, or both (below an answer). */
export interface AnsweredItem {
  readonly linkId: string;
  readonly answers: readonly { readonly value: FormValue; readonly below: readonly AnsweredItem[] }[];
  readonly below: readonly AnsweredItem[];
}

const itemSchema = z.object({
  linkId: z.string(),
  answer: z.array(z.looseObject({ item: z.unknown().optional() })).optional(),
});

export const answeredItems = (json: unknown): readonly AnsweredItem[] =>
  itemsIn(json).flatMap((item) => {
    const read = itemSchema.safeParse(item).data;
    if (!read) return [];
    const answers = (read.answer ?? []).map((answer) => {
      const { item: _below, ...value } = answer;
      return { value, below: answeredItems(answer) };
    });
    return [{ linkId: read.linkId, answers, below: answeredItems(item) }];
  });

/** Answers by linkId, wherever they stand. */
export const answersByLinkId = (
  items: readonly AnsweredItem[],
  found = new Map<string, FormValue[]>(),
): ReadonlyMap<string, readonly FormValue[]> => {
  for (const { linkId, answers, below } of items) {
    found.set(linkId, [...(found.get(linkId) ?? []), ...answers.map(({ value }) => value)]);
    answersByLinkId(below, found);
    for (const answer of answers) answersByLinkId(answer.below, found);
  }
  return found;
};
