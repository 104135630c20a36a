import type { Problem } from "../result/result.ts";
import { identityProblems } from "./identity-messages.ts";
import type { PartialDate, Sex } from "./stated-identity.ts";

/** What the digits of a CCCD say (NĐ 137/2015 Đ13): a hint only, people are re-registered. */
export interface CccdDigits {
  readonly province: string;
  readonly sex: Sex;
  readonly birthYear: number;
}

/** Reads a normalised 12-digit number; undefined for anything else. Digit 4 holds century and sex, 5-6 the year. */
export const cccdDigits = (cccd: string): CccdDigits | undefined => {
  if (!/^\d{12}$/.test(cccd)) return undefined;
  const century = Number(cccd[3]);
  return {
    province: cccd.slice(0, 3),
    sex: century % 2 === 0 ? "male" : "female",
    birthYear: 1900 + 100 * Math.floor(century / 2) + Number(cccd.slice(4, 6)),
  };
};

/**
 * Advice where the digits of a CCCD disagree with what is stated beside it (DOMAIN 1.1). Warns, never blocks;
 * says nothing about the province, whose list is unverified and changes.
 */
export const cccdWarnings = (
  cccd: string,
  stated: { readonly birthDate?: PartialDate; readonly sex?: Sex },
): Problem[] => {
  const digits = cccdDigits(cccd);
  if (!digits) return [];
  const warnings: Problem[] = [];
  if (stated.birthDate && stated.birthDate.year !== digits.birthYear)
    warnings.push(identityProblems.problem("cccd-birth-year-mismatch"));
  if (stated.sex && stated.sex !== digits.sex) warnings.push(identityProblems.problem("cccd-sex-mismatch"));
  return warnings;
};
