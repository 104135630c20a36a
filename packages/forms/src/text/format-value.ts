import { formatDate, type Language, readIsoDate } from "@cadre-care/domain/page";
import type { AnswerValue, Quantity } from "../questionnaire/data-types.ts";

const formatNumber = (value: number, language: Language): string =>
  language === "vi" ? String(value).replace(".", ",") : String(value);

const formatDay = (iso: string, language: Language): string => {
  const date = readIsoDate(iso);
  return date.ok ? formatDate(date.value, language) : iso;
};

/** By the clock of this machine, whatever the offset it was written with. */
const formatDateTime = (iso: string, language: Language): string => {
  const instant = new Date(iso);
  if (iso.length <= 10 || Number.isNaN(instant.getTime())) return formatDay(iso, language);
  const day = { year: instant.getFullYear(), month: instant.getMonth() + 1, day: instant.getDate() };
  const clock = [instant.getHours(), instant.getMinutes()].map((part) => String(part).padStart(2, "0"));
  return `${formatDate(day, language)} ${clock.join(":")}`;
};

const formatQuantity = ({ value, unit, code }: Quantity, language: Language): string =>
  [value === undefined ? "" : formatNumber(value, language), unit ?? code ?? ""].join(" ").trim();

/** An answer as text for people: decimal comma and dd/MM/yyyy in Vietnamese. Codes say their display. */
export const formatValue = (value: AnswerValue, language: Language): string => {
  const { valueBoolean, valueCoding, valueQuantity, valueAttachment, valueReference } = value;
  const number = value.valueDecimal ?? value.valueInteger;
  if (valueBoolean !== undefined) {
    return language === "vi" ? (valueBoolean ? "Có" : "Không") : valueBoolean ? "Yes" : "No";
  }
  if (number !== undefined) return formatNumber(number, language);
  if (value.valueDate !== undefined) return formatDay(value.valueDate, language);
  if (value.valueDateTime !== undefined) return formatDateTime(value.valueDateTime, language);
  if (value.valueTime !== undefined) return value.valueTime.replace(/:00$/, "");
  if (valueCoding) return valueCoding.display ?? valueCoding.code ?? "";
  if (valueQuantity) return formatQuantity(valueQuantity, language);
  if (valueAttachment) return valueAttachment.title ?? valueAttachment.url ?? "";
  if (valueReference) return valueReference.display ?? valueReference.reference ?? "";
  return value.valueString ?? value.valueUri ?? "";
};

/** What an input shows of an answer: as `formatValue`, but a Quantity without its unit, which stands beside. */
export const editableText = (value: AnswerValue, language: Language): string =>
  value.valueQuantity
    ? value.valueQuantity.value === undefined
      ? ""
      : formatNumber(value.valueQuantity.value, language)
    : formatValue(value, language);
