import { type Result, success } from "@cadre-care/domain/page";
import { refuse } from "../messages/form-messages.ts";
import { compactText } from "./compact-text.ts";

const MOST_DIGITS = 15;
/** A FHIR integer has 32 bits. */
export const LARGEST_INTEGER = 2_147_483_647;

/** A decimal with comma or dot; two marks, or one mark twice, are refused rather than guessed at. */
export const parseDecimal = (text: string): Result<number> => {
  const tidy = compactText(text).replace(/\u2212/g, "-");
  if (!/^[+-]?[\d.,]+$/.test(tidy) || !/\d/.test(tidy)) {
    return refuse("not-a-number");
  }
  if (tidy.split(/[.,]/).length > 2) return refuse("number-ambiguous");
  const digits = tidy.replace(/[^\d]/g, "").replace(/^0+/, "");
  if (digits.length > MOST_DIGITS) return refuse("number-too-long");
  // -0 is written as 0 in JSON; a state that says otherwise would not survive its own response.
  return success(Number(tidy.replace(",", ".")) + 0);
};

/** A whole number in FHIR's range of 32 bits. */
export const parseInteger = (text: string): Result<number> => {
  const number = parseDecimal(text);
  if (!number.ok) return number;
  if (!Number.isInteger(number.value) || /[.,]/.test(compactText(text))) {
    return refuse("not-a-whole-number");
  }
  if (Math.abs(number.value) > LARGEST_INTEGER) return refuse("number-too-long");
  return number;
};
