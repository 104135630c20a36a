import type { AnswerValue, AnswerValueName } from "./data-types.ts";
import { ANSWER_VALUE } from "./shapes.ts";

const isValueName = (name: string): name is AnswerValueName => Object.hasOwn(ANSWER_VALUE, name);

/** Which `value[x]` an object has. */
export const valueNameOf = (holder: AnswerValue): AnswerValueName | undefined =>
  Object.keys(holder)
    .filter(isValueName)
    .find((name) => holder[name] !== undefined);

/** The `value[x]` alone, without what else stands in the object. */
export const soleValue = (holder: AnswerValue): AnswerValue | undefined => {
  const name = valueNameOf(holder);
  return name && { [name]: holder[name] };
};
