import { expect, it } from "vitest";
import { readGuide } from "../guide/guide.ts";
import { problemText } from "../guide/problem.ts";
import type { SitePage } from "../site/pages.ts";
import { translationProblems } from "./translations.ts";

const PAGES: readonly SitePage[] = [
  {
    name: "one",
    title: { vi: "Một", en: "One" },
    sources: { vi: { file: "docs/mot.md" }, en: { file: "docs/one.md" } },
  },
];
const sample = (language: string, code: string) => `\`\`\`${language}\n${code}\n\`\`\`\n`;
const guides = (vi: string, en: string) => [readGuide("docs/mot.md", vi), readGuide("docs/one.md", en)];
const said = (vi: string, en: string) => translationProblems(guides(vi, en), PAGES).map(problemText);

it("samples of a guide in two languages are the same, but for words in commands", () => {
  const code = `${sample("ts", "one();")}\n${sample("json", "{}")}`;
  expect(
    said(
      `# Một\n\n${sample("", "npm start -- TỆP")}\n${code}`,
      `# One\n\n${sample("", "npm start -- FILE")}\n${code}`,
    ),
  ).toEqual([]);
});

it.each([
  ["another", sample("ts", "tow();"), "docs/mot.md:2: not the sample of docs/one.md:2"],
  [
    "one too many",
    `${sample("ts", "one();")}\n${sample("ts", "two();")}`,
    "docs/mot.md:6: not the sample of docs/one.md",
  ],
  ["one too few", "# Một\n", "docs/mot.md:1: without the sample of docs/one.md:2"],
])("%s is refused with its line", (_what, vi, problem) => {
  expect(said(vi, sample("ts", "one();"))).toEqual([problem]);
});
