import { z } from "zod";
import type { Questionnaire, QuestionnaireResponse } from "../resources/index.ts";
import { isFormItem } from "./form-definition.ts";
import { itemsIn } from "./items-in.ts";

const definitionSchema = z.looseObject({ linkId: z.string(), code: z.unknown().optional() });
const answeredSchema = z.looseObject({
  linkId: z.string(),
  answer: z.array(z.looseObject({})).optional(),
});

/** Every item below, itself before its children. */
function* itemsBelow(holder: unknown): Generator<unknown> {
  for (const item of itemsIn(holder)) {
    yield item;
    yield* itemsBelow(item);
    const { answer = [] } = answeredSchema.safeParse(item).data ?? {};
    for (const one of answer) yield* itemsBelow(one);
  }
}

/** linkIds of the items that are for that (FORM_ITEMS), in the form's order. */
export const linkIdsOf = (questionnaire: Questionnaire, code: string): readonly string[] =>
  [...itemsBelow(questionnaire)].flatMap((item) => {
    const read = definitionSchema.safeParse(item);
    return read.success && isFormItem(read.data, code) ? [read.data.linkId] : [];
  });

/** An answer as FHIR has it: an object with one `value[x]`. */
type FormAnswer = Readonly<Record<string, unknown>>;

/** Answers to the items that are for that, in the order of the response. */
export const answersTo = (
  questionnaire: Questionnaire,
  response: Pick<QuestionnaireResponse, "item">,
  code: string,
): readonly FormAnswer[] => {
  const linkIds = new Set(linkIdsOf(questionnaire, code));
  return [...itemsBelow(response)].flatMap((item) => {
    const { linkId = "", answer = [] } = answeredSchema.safeParse(item).data ?? {};
    return linkIds.has(linkId) ? answer : [];
  });
};

const codingAnswer = z.object({
  valueCoding: z.object({
    system: z.string().optional(),
    code: z.string().optional(),
    display: z.string().optional(),
  }),
});

export const codingsIn = (answers: readonly FormAnswer[]) =>
  answers.flatMap((answer) => {
    const { valueCoding } = codingAnswer.safeParse(answer).data ?? {};
    return valueCoding ? [valueCoding] : [];
  });

const textAnswer = z.union([
  z.object({ valueString: z.string() }).transform(({ valueString }) => valueString),
  z.object({ valueDate: z.string() }).transform(({ valueDate }) => valueDate),
]);

export const textsIn = (answers: readonly FormAnswer[]): readonly string[] =>
  answers.flatMap((answer) => textAnswer.safeParse(answer).data ?? []);
