import { existsSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

const source = new URL("../", import.meta.url);
const page = readFileSync(new URL("../../../../docs/forms-conformance.md", import.meta.url), "utf8");
/** The sections on LHC-Forms have tables of their own, and tests of their own. */
const [table = ""] = page.split(/\n## (?:Beside|On the screen beside) LHC-Forms\n/);
const rows = table
  .split("\n")
  .filter((line) => /^\| (?!---)/.test(line))
  .map((line) => line.split("|").map((cell) => cell.trim()))
  .filter(([, , state]) => state !== "State");

it("has rows, and every row says yes, part or no", () => {
  expect(rows.length).toBeGreaterThan(80);
  for (const [, name, state] of rows)
    expect([name, state]).toEqual([name, expect.stringMatching(/^(yes|part|no)$/)]);
});

it.each(rows.map(([, name, state, shownBy]) => [name, state, shownBy]))(
  "%s: its test is there",
  (_, state, shownBy) => {
    const [, file, title] = /^`([^`]+)`: (.+)$/.exec(shownBy ?? "") ?? [];
    if (state === "no" && shownBy === "") return;
    expect(shownBy).toMatch(/^`[^`]+`: .+$/);
    expect(existsSync(new URL(file ?? "", source))).toBe(true);
    expect(readFileSync(new URL(file ?? "", source), "utf8")).toContain(title);
  },
);

it("names only files that are there in its remarks", () => {
  for (const [, file = ""] of page.matchAll(
    /`((?:state|text|questionnaire|definition|expressions|extract|testing)\/[^`]+\.test\.ts)`/g,
  )) {
    expect(existsSync(new URL(file, source)), file).toBe(true);
  }
});
