import type { FhirJson } from "@cadre-care/domain";
import { z } from "zod";

const itemSchema = z.looseObject({
  linkId: z.string(),
  answer: z.array(z.looseObject({})).optional(),
  get item() {
    return z.array(itemSchema).optional();
  },
});
type ResponseItem = z.infer<typeof itemSchema>;

const itemsOf = (response: FhirJson): readonly ResponseItem[] => z.array(itemSchema).parse(response.item);

/** A draft in the middle: the last sections have not been reached. */
export const firstHalf = (response: FhirJson): FhirJson => {
  const items = itemsOf(response);
  return { ...response, item: items.slice(0, Math.ceil(items.length / 2)) };
};

/** Beyond any range of any form. */
const TOO_MUCH = 9_999;

const mistaken = (item: ResponseItem): ResponseItem => ({
  ...item,
  ...(item.answer === undefined
    ? {}
    : {
        answer: item.answer.map((answer) =>
          "valueInteger" in answer
            ? { valueInteger: TOO_MUCH }
            : "valueDecimal" in answer
              ? { valueDecimal: TOO_MUCH }
              : answer,
        ),
      }),
  ...(item.item === undefined ? {} : { item: item.item.map(mistaken).filter(isKept) }),
});

/** One text in three was forgotten. */
const isKept = ({ answer }: ResponseItem, index: number): boolean =>
  index % 3 !== 2 || answer?.every((one) => "valueString" in one) !== true;

/** A draft that reached the end, with numbers out of range and answers left out. */
export const withMistakes = (response: FhirJson): FhirJson => ({
  ...response,
  item: itemsOf(response).map(mistaken),
});
