import type { Coding, Quantity } from "../questionnaire/data-types.ts";

/** Negative, 0 or positive; undefined where the two cannot be put in order. */
export type Order = number | undefined;

const PRECISIONS = [4, 7, 10];

/**
 * Dates and dateTimes of FHIR. Of different precision they are comparable only where they differ already in what
 * both say: 2025 is before 2026-03, but 2026 is neither before nor after it.
 */
export const compareDates = (one: string, other: string): Order => {
  if (one === other) return 0;
  if (one.length > 10 && other.length > 10) return Date.parse(one) - Date.parse(other);
  const shared = Math.max(...PRECISIONS.filter((length) => length <= Math.min(one.length, other.length)));
  const [start, end] = [one.slice(0, shared), other.slice(0, shared)];
  if (start === end) return undefined;
  return start < end ? -1 : 1;
};

/** Quantities are comparable in the same unit only; a unit that one of them leaves out does not part them. */
export const compareQuantities = (one: Quantity, other: Quantity): Order => {
  if (one.value === undefined || other.value === undefined) return undefined;
  const code = one.code ?? one.unit;
  const otherCode = other.code ?? other.unit;
  if (code !== undefined && otherCode !== undefined && code !== otherCode) return undefined;
  return one.value - other.value;
};

/** The same code; a system that one of them leaves out does not part them. */
export const isSameCoding = (one: Coding, other: Coding): boolean =>
  (one.code === undefined ? one.display === other.display : one.code === other.code) &&
  (one.system === undefined || other.system === undefined || one.system === other.system);
