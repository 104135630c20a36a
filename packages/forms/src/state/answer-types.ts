import type { ItemDefinition } from "../definition/item-definition.ts";
import type { AnswerValue, AnswerValueName } from "../questionnaire/data-types.ts";
import { ANSWER_VALUE } from "../questionnaire/shapes.ts";
import { soleValue, valueNameOf } from "../questionnaire/sole-value.ts";

const OPTION_NAMES: readonly AnswerValueName[] = [
  "valueInteger",
  "valueDate",
  "valueTime",
  "valueString",
  "valueCoding",
  "valueReference",
];

/** The value as an answer of this item, a whole number as a decimal where one is asked for; undefined if it is none, or none that R4 allows. */
export const fittingValue = (
  value: AnswerValue,
  { type, valueName }: ItemDefinition,
): AnswerValue | undefined => {
  const name = valueNameOf(value);
  if (name === undefined || ANSWER_VALUE[name](value[name]) !== undefined) return undefined;
  if (name === valueName) return soleValue(value);
  const isChoice = type === "choice" || type === "open-choice";
  if (isChoice && OPTION_NAMES.includes(name)) return soleValue(value);
  if (type === "decimal" && value.valueInteger !== undefined) return { valueDecimal: value.valueInteger };
  return undefined;
};

/** Whether two answers are the same: codes by system and code, all else by what FHIR writes. */
export const isSameValue = (one: AnswerValue | undefined, other: AnswerValue | undefined): boolean => {
  if (one === other) return true;
  if (!one || !other) return false;
  const [a, b] = [one.valueCoding, other.valueCoding];
  if (a?.code !== undefined && b?.code !== undefined) return a.code === b.code && a.system === b.system;
  return JSON.stringify(soleValue(one)) === JSON.stringify(soleValue(other));
};
