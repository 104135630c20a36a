import { expect, it } from "vitest";
import type { ElementTexts } from "./element-texts.ts";
import { englishTexts } from "./english-texts.ts";

it("refuses a table that lacks a text, has one too many, or gives one other parameters", () => {
  const { hint: _, ...unhinted } = englishTexts.scan;
  // @ts-expect-error: a text is missing
  const lacking: ElementTexts = { ...englishTexts, scan: unhinted };
  // @ts-expect-error: a state is missing
  const stateless: ElementTexts["state"] = { ...englishTexts.state, book: { none: "", valid: "" } };
  const { visit: __, ...partless } = englishTexts;
  // @ts-expect-error: a whole part is missing
  const short: ElementTexts = partless;
  const superfluous: ElementTexts = {
    ...englishTexts,
    // @ts-expect-error: no element says this
    inForm: { ...englishTexts.inForm, complete: "" },
  };
  const other: ElementTexts["roster"] = {
    ...englishTexts.roster,
    // @ts-expect-error: its parameter is a text
    entries: (count: number) => String(count),
  };
  expect([lacking, stateless, short, superfluous, other]).toHaveLength(5);
});
