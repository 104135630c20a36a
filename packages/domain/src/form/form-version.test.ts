import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { propertyRuns } from "../testing/property-runs.ts";
import { canonicalOf, type FormVersion, formsFor, readCanonical } from "./form-version.ts";

const before: FormVersion = { url: "u", version: "32-2023.1", from: "2024-01-01", to: "2026-06-30" };
const after: FormVersion = { url: "u", version: "25-2026.1", from: "2026-07-01" };

describe("formsFor", () => {
  it.each([
    ["2023-12-31", []],
    ["2024-01-01", [before]],
    ["2026-06-30", [before]],
    ["2026-07-01", [after]],
    ["2030-01-01", [after]],
  ])("an exam of %s", (day, expected) => {
    expect(formsFor([before, after], day)).toEqual(expected);
    expect(formsFor([after, before], day)).toEqual(expected);
  });

  it("takes the later one where two are in force", () => {
    const amended = { ...after, version: "25-2026.2", from: "2026-09-01" };
    expect(formsFor([amended, after], "2026-10-01")).toEqual([amended]);
    expect(formsFor([after, { ...after, version: "25-2026.2" }], "2026-10-01")[0]?.version).toBe("25-2026.2");
  });

  const days = fc
    .date({ min: new Date("2020-01-01"), max: new Date("2029-12-31"), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  const versions = fc.record(
    { url: fc.constantFrom("a", "b", "c"), version: fc.constantFrom("1", "2", "3"), from: days, to: days },
    { requiredKeys: ["url", "version"] },
  );

  it("gives each form at most once, only those in force, and never depends on the order they come in", () => {
    fc.assert(
      fc.property(fc.array(versions, { maxLength: 12 }), days, (forms, day) => {
        const chosen = formsFor(forms, day);
        expect(new Set(chosen.map(({ url }) => url)).size).toBe(chosen.length);
        for (const { from = day, to = day } of chosen) expect(from <= day && day <= to).toBe(true);
        const inForce = forms.filter(({ from = day, to = day }) => from <= day && day <= to);
        expect(new Set(chosen.map(({ url }) => url))).toEqual(new Set(inForce.map(({ url }) => url)));
        const keys = (list: readonly FormVersion[]) =>
          list.map((form) => `${canonicalOf(form)} ${form.from}`).sort();
        expect(keys(formsFor(forms.toReversed(), day))).toEqual(keys(chosen));
      }),
      propertyRuns(300),
    );
  });
});

describe("a canonical", () => {
  it("is read as it was written", () => {
    expect(readCanonical(canonicalOf(before))).toEqual({ url: "u", version: "32-2023.1" });
    expect(readCanonical("https://x.example/Questionnaire/a")).toEqual({
      url: "https://x.example/Questionnaire/a",
    });
  });
});
