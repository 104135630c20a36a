import { furtherLanguages } from "../messages/further.ts";
import type { AnswerValue, Quantity } from "../questionnaire/data-types.ts";

const formatNumber = (value: number, language: string): string =>
  (furtherLanguages()?.get(language)?.decimal ?? (language === "vi" ? "," : ".")) === ","
    ? String(value).replace(".", ",")
    : String(value);

/** dd/MM/yyyy, MM/yyyy or yyyy; English keeps yyyy-MM-dd, whose order cannot be misread, and a further language what it says. */
const formatDay = (iso: string, language: string): string =>
  (furtherLanguages()?.get(language)?.dayFirst ?? language === "vi")
    ? iso.split("-").reverse().join("/")
    : iso;

const twoDigits = (part: number): string => String(part).padStart(2, "0");

/** By the clock of this machine, whatever the offset it was written with. */
const formatDateTime = (iso: string, language: string): string => {
  const instant = new Date(iso);
  if (iso.length <= 10 || Number.isNaN(instant.getTime())) return formatDay(iso, language);
  const day = [instant.getFullYear(), instant.getMonth() + 1, instant.getDate()].map(twoDigits).join("-");
  const clock = [instant.getHours(), instant.getMinutes()].map(twoDigits).join(":");
  return `${formatDay(day, language)} ${clock}`;
};

const formatQuantity = ({ value, unit, code }: Quantity, language: string): string =>
  [value === undefined ? "" : formatNumber(value, language), unit ?? code ?? ""].join(" ").trim();

const yesAndNo = (language: string): readonly [yes: string, no: string] => {
  const own = furtherLanguages()?.get(language);
  if (own !== undefined) return [own.yes, own.no];
  return language === "vi" ? ["Có", "Không"] : ["Yes", "No"];
};

/** An answer as text for people: decimal comma and dd/MM/yyyy in Vietnamese. Codes say their display. */
export const formatValue = (value: AnswerValue, language: string): string => {
  const { valueBoolean, valueCoding, valueQuantity, valueAttachment, valueReference } = value;
  const number = value.valueDecimal ?? value.valueInteger;
  if (valueBoolean !== undefined) {
    const [yes, no] = yesAndNo(language);
    return valueBoolean ? yes : no;
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
export const editableText = (value: AnswerValue, language: string): string =>
  value.valueQuantity
    ? value.valueQuantity.value === undefined
      ? ""
      : formatNumber(value.valueQuantity.value, language)
    : formatValue(value, language);
