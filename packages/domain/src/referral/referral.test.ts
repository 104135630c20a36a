import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { propertyRuns } from "../testing/property-runs.ts";
import { referralSigners, signatureNote } from "./referral-signatures.ts";
import { REFERRAL_WORKING_DAYS, referralValidTo } from "./referral-validity.ts";

const validTo = (day: string, oneYear = false, holidays?: readonly string[]) => {
  const result = referralValidTo(day, { oneYear, holidays });
  return result.ok ? result.value : result.problem.code;
};
const days = fc
  .date({ min: new Date("2025-01-01"), max: new Date("2035-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe("a referral's term", () => {
  it.each([
    ["2026-11-23", "2026-12-07"], // Monday
    ["2026-11-27", "2026-12-11"], // Friday
    ["2026-11-28", "2026-12-11"], // Saturday
    ["2026-11-29", "2026-12-11"], // Sunday
  ])("signed on %s it holds to %s", (day, expected) => {
    expect(validTo(day)).toBe(expected);
  });

  it("is longer by the holidays in it that are no weekends", () => {
    expect(validTo("2026-04-27", false, ["2026-04-30", "2026-05-01", "2026-05-02"])).toBe("2026-05-13");
  });

  it.each([
    ["2026-11-26", "2027-11-26"],
    ["2028-02-29", "2029-02-28"],
    ["2027-02-28", "2028-02-28"],
  ])("of one year from %s ends on %s", (day, expected) => {
    expect(validTo(day, true)).toBe(expected);
  });

  it.each(["", "2026", "2026-02-30", "26/11/2026", "2026-11-26T08:00:00Z"])("has none from %j", (day) => {
    expect(validTo(day)).toBe("referral-date-unreadable");
  });

  it("always has exactly ten working days after the signing, the last of them its end", () => {
    fc.assert(
      fc.property(days, fc.array(days, { maxLength: 40 }), (day, holidays) => {
        const end = validTo(day, false, holidays);
        const off = new Set(holidays);
        const worked: string[] = [];
        for (let time = Date.parse(day) + 86_400_000; time <= Date.parse(end); time += 86_400_000) {
          const date = new Date(time);
          const text = date.toISOString().slice(0, 10);
          if (date.getUTCDay() % 6 !== 0 && !off.has(text)) worked.push(text);
        }
        expect(worked).toHaveLength(REFERRAL_WORKING_DAYS);
        expect(worked.at(-1)).toBe(end);
      }),
      propertyRuns(200),
    );
  });
});

describe("signatures", () => {
  it("are two from 2026-06-01 on", () => {
    expect(referralSigners("2026-05-31")).toEqual(["practitioner"]);
    expect(referralSigners("2026-06-01")).toEqual(["practitioner", "facility"]);
    expect(signatureNote("2026-05-31").vi).not.toContain("hai chữ ký");
    expect(signatureNote("2026-06-01").vi).toContain("hai chữ ký");
  });
});
