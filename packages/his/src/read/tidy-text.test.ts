import fc from "fast-check";
import { expect, it } from "vitest";
import { tidyText } from "./tidy-text.ts";

/** As DOMAIN 8 says it, step by step. */
const stepByStep = (text: string): string =>
  text
    .normalize("NFC")
    .replace(/\p{Cf}/gu, "")
    .replace(/[\s\p{Cc}]+/gu, " ")
    .trim();

it("every letter that is taken as it stands would stand so after tidying", () => {
  for (let code = 1; code < 0x2000; code += 1) {
    const letter = String.fromCharCode(code);
    for (const text of [letter, `a${letter}`, `${letter} b`]) expect(tidyText(text)).toBe(stepByStep(text));
  }
});

it("nor does any text differ", () => {
  const letter = fc.constantFrom(..." \t\n\u00a0\u200b\u00ad\u0301\u0323\u0309aeAÂơĐ0.,/-");
  fc.assert(
    fc.property(fc.array(fc.oneof(letter, fc.string({ unit: "binary", maxLength: 2 }))), (pieces) => {
      expect(tidyText(pieces.join(""))).toBe(stepByStep(pieces.join("")));
    }),
    { numRuns: 2000 },
  );
});
