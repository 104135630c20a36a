/** UCUM units of what our forms measure. */
export const UCUM_UNITS: ReadonlySet<string> = new Set([
  "%",
  "/min",
  "10*12/L",
  "10*9/L",
  "Cel",
  "L",
  "U/L",
  "U/mL",
  "cm",
  "g/L",
  "kg",
  "kg/m2",
  "m[IU]/L",
  "mL/min/{1.73_m2}",
  "mm[Hg]",
  "mmol/L",
  "ng/mL",
  "umol/L",
]);

const LOINC = /^(\d{1,7})-(\d)$/;

/** Whether it has the form of a LOINC code and its check digit (Luhn, mod 10), so that a mistyped one is found. */
export const isLoincCode = (code: string): boolean => {
  const [, number, check] = LOINC.exec(code) ?? [];
  if (number === undefined) return false;
  const sum = [...number].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return (10 - (sum % 10)) % 10 === Number(check);
};
