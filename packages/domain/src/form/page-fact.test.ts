import { describe, expect, it } from "vitest";
import { FACT_CHARACTERS, tidyFact } from "./page-fact.ts";

describe("what a page states for a form", () => {
  it.each([
    ["  Số 4,\n  phố   Mẫu ", "Số 4, phố Mẫu"],
    ["a\u0000b\u202ec\u200bd", "abcd"],
    ["Hoa\u0300", "Hoà"],
    ["<b>Kinh</b>", "<b>Kinh</b>"],
  ])("%j is read as %j", (text, expected) => {
    expect(tidyFact(text)).toBe(expected);
  });

  it("is nothing when it is empty, or too long for a field", () => {
    expect(tidyFact(" \u200b\n")).toBeUndefined();
    expect(tidyFact("x".repeat(FACT_CHARACTERS))).toHaveLength(FACT_CHARACTERS);
    expect(tidyFact("x".repeat(FACT_CHARACTERS + 1))).toBeUndefined();
    expect(tidyFact("x".repeat(10_000_000))).toBeUndefined();
  });
});
