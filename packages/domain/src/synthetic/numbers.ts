import type { PartialDate, Sex } from "../identity/stated-identity.ts";
import type { RandomStream } from "./random.ts";

/** Province 003 was never issued (DOMAIN 1.1, 10.9): no real person has such a number. */
export const SYNTHETIC_PROVINCE = "003";

const two = (value: number): string => String(value).padStart(2, "0");
const digits = (value: number, length: number): string => String(value).padStart(length, "0");

/**
 * CCCD of 12 digits: province, century and sex, year, six more (NĐ 137/2015 Điều 13; DOMAIN 1.1).
 * `serial` keeps it unique; `contradicts` gives digits of another birth year, as some real cards have.
 */
export const syntheticCccd = (birth: PartialDate, sex: Sex, serial: number, contradicts: boolean): string => {
  const year = contradicts ? birth.year - 7 : birth.year;
  const century = (year >= 2000 ? 2 : 0) + (sex === "female" ? 1 : 0);
  return `${SYNTHETIC_PROVINCE}${century}${two(year % 100)}${digits(serial, 6)}`;
};

/** CMND of 9 digits that begins with 003, likewise never issued. */
export const syntheticCmnd = (serial: number): string => `003${digits(serial, 6)}`;

/** BHXH number of 10 digits that begins with 03, a province code that does not exist. */
export const syntheticBhxh = (serial: number, random: RandomStream): string =>
  `03${digits(serial, 6)}${two(random.below(100))}`;
