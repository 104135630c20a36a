import { readFileSync } from "node:fs";
import { readSiteProfile } from "@cadre-care/his";
import { describe, expect, it } from "vitest";
import { openedProfile } from "./open-profile.ts";
import { profileOf } from "./workbook.ts";

const today = new Date(2026, 10, 27);
const ROOT = new URL("../../../../", import.meta.url);
const files = [
  "examples/his-jqgrid/site-profile.json",
  "examples/his-react/site-profile.json",
  ...["f2-webforms", "f7-hostile-styles", "f12-two-frames", "f13-uuid-links"].map(
    (name) => `examples/his-fixtures/fixtures/${name}/site-profile.json`,
  ),
];
const textOf = (file: string): string => readFileSync(new URL(file, ROOT), "utf8");

describe.each(files)("%s, opened and saved again", (file) => {
  it("is the same but for a version above", () => {
    const before = readSiteProfile(textOf(file));
    const opened = openedProfile(textOf(file), today);
    if (!opened.ok || !before.ok) throw new Error("no profile");
    const after = profileOf(opened.value);
    if (!after.ok) throw new Error(after.problem.message.en);
    const { $schema: _editor, ...kept } = before.value;
    expect(after.value).toEqual({ ...kept, version: "2026.11.27.1" });
  });
});

it("keeps where forms are shown, which no screen asks", () => {
  const docked = { ...JSON.parse(textOf("examples/his-jqgrid/site-profile.json")), panel: "docked" };
  const opened = openedProfile(JSON.stringify(docked), today);
  const after = opened.ok ? profileOf(opened.value) : opened;
  expect(after).toMatchObject({ ok: true, value: { panel: "docked" } });
});

it("is not put off by the mark that some editors write first", () => {
  expect(openedProfile(`\uFEFF${textOf("examples/his-jqgrid/site-profile.json")}`, today).ok).toBe(true);
});

it.each([
  ["no JSON", "{ cut of", "profile-not-json"],
  ["a later format", JSON.stringify({ formatVersion: 2 }), "profile-newer"],
  ["something else", JSON.stringify({ formatVersion: 1, id: "x" }), "profile-invalid"],
])("%s is refused with a reason in both languages", (_what, text, code) => {
  const opened = openedProfile(text, today);
  if (opened.ok) throw new Error("taken");
  expect(opened.problem.code).toBe(code);
  expect(opened.problem.message.vi).not.toBe(opened.problem.message.en);
});
