import type { Problem } from "@cadre-care/domain/page";
import { formProblem } from "../messages/form-messages.ts";
import type { AnswerValue } from "../questionnaire/data-types.ts";
import { formatValue } from "../text/format-value.ts";
import { compareDates, compareQuantities } from "./compare-values.ts";
import type { FormIssue } from "./form-node.ts";
import { regexOf } from "./safe-regex.ts";
import type { Slot, StateNode } from "./state-node.ts";

const NONE: readonly FormIssue[] = [];

const blocking = ({ code, message }: Problem, answer?: number): FormIssue => ({
  code,
  message,
  severity: "blocking",
  ...(answer !== undefined && { answer }),
});
const advisory = (problem: Problem, answer?: number): FormIssue => ({
  ...blocking(problem, answer),
  severity: "advisory",
});

const orderOf = (value: AnswerValue, bound: AnswerValue): number | undefined => {
  const number = value.valueDecimal ?? value.valueInteger;
  const limit = bound.valueDecimal ?? bound.valueInteger;
  if (number !== undefined && limit !== undefined) return number - limit;
  if (value.valueQuantity && limit !== undefined) {
    return value.valueQuantity.value === undefined ? undefined : value.valueQuantity.value - limit;
  }
  const quantity = bound.valueQuantity;
  if (value.valueQuantity && quantity) return compareQuantities(value.valueQuantity, quantity);
  const date = value.valueDate ?? value.valueDateTime;
  const day = bound.valueDate ?? bound.valueDateTime;
  if (date !== undefined && day !== undefined) return compareDates(date, day);
  if (value.valueTime !== undefined && bound.valueTime !== undefined) {
    return value.valueTime < bound.valueTime ? -1 : value.valueTime === bound.valueTime ? 0 : 1;
  }
  return undefined;
};

const rangeProblem = (value: AnswerValue, { definition }: StateNode): Problem | undefined => {
  const { minValue, maxValue, minQuantity, maxQuantity } = definition.hints;
  const low = minQuantity ? { valueQuantity: minQuantity } : minValue;
  const high = maxQuantity ? { valueQuantity: maxQuantity } : maxValue;
  // A bound is spoken of as Vietnamese writes it; the numbers are the same in English.
  if (low && (orderOf(value, low) ?? 0) < 0) return formProblem("below-minimum", formatValue(low, "vi"));
  if (high && (orderOf(value, high) ?? 0) > 0) return formProblem("above-maximum", formatValue(high, "vi"));
  return undefined;
};

const decimalsOf = (value: number): number => {
  const [digits = "", exponent = "0"] = String(value).split("e");
  return Math.max(0, (digits.split(".")[1] ?? "").length - Number(exponent));
};

const textProblem = (text: string, { definition }: StateNode): Problem | undefined => {
  const { minLength, entryFormat } = definition.hints;
  const { maxLength } = definition.item;
  const length = [...text].length;
  if (maxLength !== undefined && length > maxLength) return formProblem("too-long", maxLength, length);
  if (minLength !== undefined && length < minLength) return formProblem("too-short", minLength, length);
  const { regex } = definition.hints;
  const pattern = regex === undefined ? undefined : regexOf(regex);
  if (pattern && !pattern.test(text)) {
    return formProblem("pattern-mismatch", entryFormat === undefined ? "" : ` (${entryFormat})`);
  }
  return undefined;
};

const valueProblem = (value: AnswerValue, node: StateNode): Problem | undefined => {
  const range = rangeProblem(value, node);
  if (range) return range;
  const number = value.valueDecimal ?? value.valueInteger ?? value.valueQuantity?.value;
  const { maxDecimalPlaces } = node.definition.hints;
  if (number !== undefined && maxDecimalPlaces !== undefined && decimalsOf(number) > maxDecimalPlaces) {
    return formProblem("too-many-decimals", maxDecimalPlaces);
  }
  const text = value.valueString ?? value.valueUri ?? (number === undefined ? undefined : String(number));
  return text === undefined ? undefined : textProblem(text, node);
};

const slotIssue = (slot: Slot, place: number, node: StateNode): FormIssue | undefined => {
  if (slot.problem) return blocking(slot.problem, place);
  const problem = slot.value && valueProblem(slot.value, node);
  if (problem) return blocking(problem, place);
  return slot.cleaned ? advisory(formProblem("text-cleaned"), place) : undefined;
};

/** Whether anything is answered in it: itself or, for a group, any item inside that is shown. */
const isAnswered = (node: StateNode): boolean =>
  node.enabled && (node.answers.some(({ value }) => value !== undefined) || node.children.some(isAnswered));

const countIssue = (node: StateNode): FormIssue | undefined => {
  const { item, hints, type } = node.definition;
  if (type === "display") return undefined;
  if (type === "group") {
    return item.required && !isAnswered(node) ? blocking(formProblem("required")) : undefined;
  }
  const count = node.answers.filter(({ value }) => value !== undefined).length;
  const least = hints.minOccurs ?? 0;
  const most = node.definition.repeats ? hints.maxOccurs : 1;
  if (count === 0 && (item.required || least > 0)) return blocking(formProblem("required"));
  if (count < least) return blocking(formProblem("too-few", least));
  return most !== undefined && count > most ? blocking(formProblem("too-many", most)) : undefined;
};

/** The issues of one node, from what it holds and what the form says of it. None where it is not shown. */
export const validateNode = (node: StateNode): readonly FormIssue[] => {
  if (!node.enabled) return NONE;
  const issues: FormIssue[] = [];
  const count = countIssue(node);
  if (count) issues.push(count);
  for (const [place, slot] of node.answers.entries()) {
    const issue = slotIssue(slot, place, node);
    if (issue) issues.push(issue);
  }
  return issues.length > 0 ? issues : NONE;
};
