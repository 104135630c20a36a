import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FACT_CHARACTERS, tidyFact } from "./page-fact.ts";

describe("what a page states for a form", () => {
  it.each([
    ["  Số 4,\n  phố   Mẫu ", "Số 4, phố Mẫu"],
    ["a\u0000b\u202ec\u200bd", "abcd"],
    ["Hoa\u0300", "Hoà"],
    ["<b>Kinh</b>", "<b>Kinh</b>"],
    ["Số 4 \ue041 Phố Mẫu", "Số 4 Phố Mẫu"],
    ["Hoa\u200b\u0300", "Hoà"],
    ["a\ud83d\u200b\ude00b", "ab"],
  ])("%j is read as %j", (text, expected) => {
    expect(tidyFact(text)).toBe(expected);
  });

  it("is nothing when it is empty, or too long for a field", () => {
    expect(tidyFact(" \u200b\n")).toBeUndefined();
    expect(tidyFact("x".repeat(FACT_CHARACTERS))).toHaveLength(FACT_CHARACTERS);
    expect(tidyFact("x".repeat(FACT_CHARACTERS + 1))).toBeUndefined();
    expect(tidyFact("x".repeat(10_000_000))).toBeUndefined();
  });

  it("is tidy once it was tidied, whatever the page says", () => {
    const odd = fc.constantFrom(
      " ",
      "\n",
      "\u200b",
      "\ue041",
      "\u0300",
      "\ufeff",
      "\ud83d",
      "\ude00",
      "\u0378",
      "o",
    );
    const text = fc.string({
      unit: fc.oneof(odd, fc.string({ unit: "binary", maxLength: 1 })),
      maxLength: 40,
    });
    fc.assert(
      fc.property(text, (given) => {
        const once = tidyFact(given);
        expect(once === undefined ? undefined : tidyFact(once)).toBe(once);
      }),
      { numRuns: 2_000 },
    );
  });
});
