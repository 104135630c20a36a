import { expect, it } from "vitest";
import { formatValue } from "./format-value.ts";
import { parseDateTime } from "./parse-date.ts";

it("writes numbers, dates and words as each language does", () => {
  const both = (value: Parameters<typeof formatValue>[0]) => [
    formatValue(value, "vi"),
    formatValue(value, "en"),
  ];
  expect(both({ valueDecimal: 36.5 })).toEqual(["36,5", "36.5"]);
  expect(both({ valueBoolean: false })).toEqual(["Không", "No"]);
  expect(both({ valueDate: "1961-06-04" })).toEqual(["04/06/1961", "1961-06-04"]);
  expect(both({ valueDate: "1961-06" })).toEqual(["06/1961", "1961-06"]);
  expect(both({ valueTime: "08:05:00" })).toEqual(["08:05", "08:05"]);
  expect(both({ valueQuantity: { value: 61.5, unit: "kg" } })).toEqual(["61,5 kg", "61.5 kg"]);
  expect(both({ valueCoding: { code: "I10" } })).toEqual(["I10", "I10"]);
});

it("tells a time by the clock of this machine, whatever the offset it came with", () => {
  const instants = ["2026-07-04T00:45:00Z", "2026-07-04T07:45:00+07:00", "2026-07-03T20:45:00-04:00"];
  const texts = instants.map((valueDateTime) => formatValue({ valueDateTime }, "vi"));
  expect(new Set(texts).size).toBe(1);
  const again = parseDateTime(texts[0] ?? "");
  expect(again.ok && Date.parse(again.value)).toBe(Date.parse(instants[0] ?? ""));
  expect(formatValue({ valueDateTime: "2026-07" }, "vi")).toBe("07/2026");
});
