import fc from "fast-check";
import { expect, it } from "vitest";
import { codesOf, formOf } from "../testing/form-of.ts";
import { propertyRuns } from "../testing/property-runs.ts";
import { cleanText } from "./clean-text.ts";

it("takes control characters out of pasted text, says so, and keeps the rest", () => {
  const form = formOf([
    { linkId: "line", type: "string" },
    { linkId: "lines", type: "text" },
  ]);
  form.typeText("line", 0, "đau\u0000 đầu\u202e nhẹ");
  expect(form.node("line")?.answers[0]?.value).toEqual({ valueString: "đau đầu nhẹ" });
  expect(form.node("line")?.issues).toMatchObject([
    { code: "text-cleaned", severity: "advisory", answer: 0 },
  ]);
  form.typeText("lines", 0, "một\r\nhai\tba\u0007");
  expect(form.node("lines")?.answers[0]?.value).toEqual({ valueString: "một\nhai\tba" });
  form.typeText("line", 0, "sạch");
  expect(codesOf(form, "line")).toEqual([]);
});

it("joins lines where there is one line only, and composes Vietnamese, without a word about it", () => {
  expect(cleanText("một\nhai", "one")).toEqual({ text: "một hai", cleaned: false });
  expect(cleanText("Nguyễn".normalize("NFD"), "one")).toEqual({ text: "Nguyễn", cleaned: false });
});

it("never leaves a control character, and is done after once", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (raw) => {
      const { text } = cleanText(raw, "many");
      expect(text).not.toMatch(/[^\P{Cc}\n\t]/u);
      expect(text).not.toMatch(/\p{Cs}/u);
      expect(cleanText(text, "many")).toEqual({ text, cleaned: false });
    }),
    propertyRuns(300),
  );
});
