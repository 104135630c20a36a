import type { LocalizedText, Problem } from "@cadre-care/domain/page";
import type { ItemDefinition } from "../definition/item-definition.ts";
import { formProblem } from "../messages/form-messages.ts";
import { furtherLanguages } from "../messages/further.ts";
import type { AnswerValue } from "../questionnaire/data-types.ts";
import { formatValue } from "../text/format-value.ts";
import { unitsOf } from "../text/parse-typed.ts";
import { compareDates, compareQuantities } from "./compare-values.ts";
import { patterns } from "./patterns.ts";

/** Negative where the value is below the bound; undefined where the two cannot be compared. */
const orderOf = (value: AnswerValue, bound: AnswerValue): number | undefined => {
  const number = value.valueDecimal ?? value.valueInteger ?? value.valueQuantity?.value;
  const limit = bound.valueDecimal ?? bound.valueInteger;
  if (number !== undefined && limit !== undefined) return number - limit;
  if (value.valueQuantity && bound.valueQuantity) {
    return compareQuantities(value.valueQuantity, bound.valueQuantity);
  }
  const date = value.valueDate ?? value.valueDateTime;
  const day = bound.valueDate ?? bound.valueDateTime;
  if (date !== undefined && day !== undefined) return compareDates(date, day);
  if (value.valueTime !== undefined && bound.valueTime !== undefined) {
    return value.valueTime < bound.valueTime ? -1 : value.valueTime === bound.valueTime ? 0 : 1;
  }
  return undefined;
};

const spoken = (bound: AnswerValue): LocalizedText => {
  const text = { vi: formatValue(bound, "vi"), en: formatValue(bound, "en") };
  furtherLanguages()?.forEach((_, tag) => {
    Object.assign(text, { [tag]: formatValue(bound, tag) });
  });
  return text;
};

const rangeProblem = (value: AnswerValue, { hints }: ItemDefinition): Problem | undefined => {
  const { minValue, maxValue, minQuantity, maxQuantity } = hints;
  const low = minQuantity ? { valueQuantity: minQuantity } : minValue;
  const high = maxQuantity ? { valueQuantity: maxQuantity } : maxValue;
  if (low && (orderOf(value, low) ?? 0) < 0) return formProblem("below-minimum", spoken(low));
  if (high && (orderOf(value, high) ?? 0) > 0) return formProblem("above-maximum", spoken(high));
  return undefined;
};

const decimalsOf = (value: number): number => {
  const [digits = "", exponent = "0"] = String(value).split("e");
  return Math.max(0, (digits.split(".")[1] ?? "").length - Number(exponent));
};

const patternProblem = (text: string, { hints }: ItemDefinition): Problem | undefined => {
  const fits = hints.regex === undefined ? undefined : patterns()?.(hints.regex);
  if (!fits || fits(text)) return undefined;
  return formProblem("pattern-mismatch", hints.entryFormat === undefined ? "" : ` (${hints.entryFormat})`);
};

const textProblem = (text: string, definition: ItemDefinition): Problem | undefined => {
  const { minLength } = definition.hints;
  const { maxLength } = definition.item;
  const length = [...text].length;
  if (maxLength !== undefined && length > maxLength) return formProblem("too-long", maxLength, length);
  if (minLength !== undefined && length < minLength) return formProblem("too-short", minLength, length);
  return undefined;
};

const unitProblem = ({ valueQuantity }: AnswerValue, definition: ItemDefinition): Problem | undefined => {
  const units = unitsOf(definition);
  const unit = valueQuantity?.code ?? valueQuantity?.unit;
  if (unit === undefined || units.length === 0) return undefined;
  const isKnown = units.some(({ code, display }) => code === unit || display === unit);
  return isKnown ? undefined : formProblem("unit-unknown");
};

const sizeProblem = ({ valueAttachment }: AnswerValue, { hints }: ItemDefinition): Problem | undefined => {
  if (!valueAttachment) return undefined;
  const bytes = valueAttachment.size ?? Math.floor(((valueAttachment.data?.length ?? 0) * 3) / 4);
  if (hints.maxSize !== undefined && bytes > hints.maxSize * 1_000_000) {
    return formProblem("attachment-too-large", hints.maxSize);
  }
  const { mimeTypes } = hints;
  const type = valueAttachment.contentType;
  return mimeTypes && !(type !== undefined && mimeTypes.includes(type))
    ? formProblem("attachment-type", mimeTypes.join(", "))
    : undefined;
};

/** Why an answer is not what the item asks for; undefined where it is. */
export const valueProblem = (value: AnswerValue, definition: ItemDefinition): Problem | undefined => {
  const number = value.valueDecimal ?? value.valueInteger ?? value.valueQuantity?.value;
  const { maxDecimalPlaces } = definition.hints;
  if (number !== undefined && maxDecimalPlaces !== undefined && decimalsOf(number) > maxDecimalPlaces) {
    return formProblem("too-many-decimals", maxDecimalPlaces);
  }
  const problem =
    rangeProblem(value, definition) ?? unitProblem(value, definition) ?? sizeProblem(value, definition);
  if (problem) return problem;
  const words = value.valueString ?? value.valueUri;
  const text = words ?? (number === undefined ? undefined : String(number));
  return (
    (words === undefined ? undefined : textProblem(words, definition)) ??
    (text === undefined ? undefined : patternProblem(text, definition))
  );
};
