import type { PartialDate } from "@cadre-care/domain";

/** A FHIR date (yyyy, yyyy-MM, yyyy-MM-dd) from a birth date as far as it is known. */
export function fhirDateOf({ year, month, day }: PartialDate): string {
  const parts = [String(year).padStart(4, "0")];
  if (month !== undefined) parts.push(String(month).padStart(2, "0"));
  if (month !== undefined && day !== undefined) parts.push(String(day).padStart(2, "0"));
  return parts.join("-");
}

/** The reverse; undefined for a text that is no calendar date, such as 30 February. */
export function partialDateOf(text: string): PartialDate | undefined {
  const found = text.match(/^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/);
  if (!found) return undefined;
  const [year, month, day] = found.slice(1).map((part) => (part === undefined ? undefined : Number(part)));
  if (year === undefined) return undefined;
  if (month === undefined) return { year };
  if (month < 1 || month > 12) return undefined;
  if (day === undefined) return { year, month };
  const last = new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate();
  return day >= 1 && day <= last ? { year, month, day } : undefined;
}
