import type { PreviousValue } from "@cadre-care/domain";
import type { Observation } from "../resources/index.ts";

const isGood = (observation: Observation): boolean =>
  observation.status !== "entered-in-error" && observation.status !== "cancelled";

/**
 * Measurements of one person by kind (`system|code`), oldest first, as the last exam's values and their trend are shown.
 * Only values with a number; those in another unit than the newest one are left out, since they do not compare.
 */
export const previousValues = (observations: readonly Observation[]): readonly PreviousValue[] => {
  const byCode = new Map<string, PreviousValue["points"][number][]>();
  for (const observation of observations.filter(isGood)) {
    const { value, code: unit, unit: written } = observation.valueQuantity ?? {};
    const at = observation.effectiveDateTime;
    if (value === undefined || at === undefined) continue;
    for (const { system, code } of observation.code.coding ?? []) {
      if (system === undefined || code === undefined) continue;
      const key = `${system}|${code}`;
      byCode.set(key, [...(byCode.get(key) ?? []), { at, value, unit: unit ?? written ?? "" }]);
    }
  }
  return [...byCode].map(([code, points]) => {
    const ordered = points.toSorted((one, other) => Date.parse(one.at) - Date.parse(other.at));
    const unit = ordered.at(-1)?.unit;
    return { code, points: ordered.filter((point) => point.unit === unit) };
  });
};

/** Search for them: newest first, pages of `count` of all kinds together. */
export const previousValuesQuery = (
  personId: string,
  codes: readonly string[],
  count = 500,
): Readonly<Record<string, string>> => ({
  subject: `Patient/${personId}`,
  code: codes.join(","),
  _sort: "-date",
  _count: String(count),
});
