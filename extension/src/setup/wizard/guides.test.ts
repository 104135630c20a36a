import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { wizardWords } from "./words.ts";

const textsIn = (words: object): readonly string[] =>
  Object.values(words).flatMap((value) =>
    typeof value === "string" ? [value] : typeof value === "object" && value !== null ? textsIn(value) : [],
  );

/** What a guide sets in bold, but for the headings of its lists, is a word of the wizard's. */
const NOT_WORDS = new Set(["Sai chỗ hoặc thiếu mục", "Thừa mục", "Install."]);

describe.each([
  ["vi", "ho-so-trang.md"],
  ["en", "site-profile-guide.md"],
] as const)("the guide in %s", (language, file) => {
  const guide = readFileSync(new URL(`../../../../docs/${file}`, import.meta.url), "utf8");
  const said = [...guide.matchAll(/\*\*([^*]+)\*\*/gu)].map(([, bold = ""]) => bold.replace(/\s+/gu, " "));
  const known = new Set([...textsIn(wizardWords[language]), wizardWords.vi.switchLanguage]);

  it("names screens and buttons as the wizard does", () => {
    expect(said.length).toBeGreaterThan(15);
    expect(said.filter((text) => !known.has(text) && !NOT_WORDS.has(text))).toEqual([]);
  });

  it("shows pictures that are there", () => {
    for (const [, picture = ""] of guide.matchAll(/\]\((pictures\/[^)]+)\)/gu))
      expect(readFileSync(new URL(`../../../../docs/${picture}`, import.meta.url)).length).toBeGreaterThan(
        1_000,
      );
  });
});
