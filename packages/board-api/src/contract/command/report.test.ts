import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { CHECKS } from "../checks/all-checks.ts";
import { NOT_ASKED } from "../checks/not-asked-texts.ts";
import { CAPABILITY_TEXTS } from "./capability-texts.ts";
import { exitCodeOf, progressLine, reportJson, reportText } from "./report.ts";
import { REPORT_TEXTS } from "./report-texts.ts";
import type { Checked, Finding } from "./run-checks.ts";

const allWith = (findings: Readonly<Partial<Record<Checked["id"], Finding>>>): readonly Checked[] =>
  CHECKS.map(({ id, need }) => ({ id, need, finding: findings[id] ?? { state: "holds" } }));

const broken: Finding = { state: "does-not-hold", saw: "status of an old version: expected 412, saw 200" };
const unasked: Finding = { state: "not-asked", reason: "no-person" };

const run = (checked: readonly Checked[]) => ({
  board: "https://board.example",
  at: "2026-11-22T00:00:00.000Z",
  checked,
  cleanedUp: { deleted: 0, retired: 3, left: { AuditEvent: 2 } },
});

describe("the exit code", () => {
  it("is 0 only where everything that is needed holds", () => {
    expect(exitCodeOf(allWith({}))).toBe(0);
    expect(exitCodeOf(allWith({ "if-match": broken }))).toBe(1);
    expect(exitCodeOf(allWith({ "if-match": unasked }))).toBe(2);
    expect(exitCodeOf(allWith({ "if-match": broken, history: unasked }))).toBe(1);
  });

  it("asks for an origin only where one is used, and for what is useful never", () => {
    expect(exitCodeOf(allWith({ origins: { state: "not-asked", reason: "no-origin" } }))).toBe(0);
    expect(exitCodeOf(allWith({ origins: broken }))).toBe(1);
    expect(exitCodeOf(allWith({ "retry-after": broken, "site-links": unasked }))).toBe(0);
  });
});

describe("the report", () => {
  it("says what stops and what can be set, in both languages, and what was seen", () => {
    const text = reportText(run(allWith({ "if-match": broken, forms: broken, persons: unasked })));
    const { title, without } = CAPABILITY_TEXTS["if-match"];
    for (const part of [
      ...[title.vi, title.en, without.vi, without.en, "expected 412, saw 200"],
      ...[REPORT_TEXTS["no-instead"].vi, REPORT_TEXTS["no-instead"].en],
      ...[CAPABILITY_TEXTS.forms.instead?.vi ?? "-", CAPABILITY_TEXTS.forms.instead?.en ?? "-"],
      ...[NOT_ASKED["no-person"].vi, NOT_ASKED["no-person"].en],
      ...["AuditEvent 2", REPORT_TEXTS["some-missing"].vi, REPORT_TEXTS["some-missing"].en],
    ])
      expect(text).toContain(part);
    expect(text.indexOf("[forms]")).toBeGreaterThan(text.indexOf("[persons]"));
    expect(text.indexOf("[persons]")).toBeGreaterThan(text.indexOf("[roster]"));
  });

  it("ends with the verdict", () => {
    const last = (checked: readonly Checked[]) => reportText(run(checked)).split("\n").at(-1);
    expect(last(allWith({}))).toContain(REPORT_TEXTS["all-hold"].vi);
    expect(last(allWith({ history: unasked }))).toContain(REPORT_TEXTS["some-unasked"].en);
  });

  it("is there for programs too", () => {
    const json = reportJson(run(allWith({ "if-match": broken, forms: unasked })));
    expect(json.exitCode).toBe(1);
    expect(json.checks).toHaveLength(CHECKS.length);
    const found = json.checks.find(({ id }) => id === "if-match");
    expect(found).toMatchObject({ state: "does-not-hold", saw: broken.saw, need: "always" });
    expect(json.checks.find(({ id }) => id === "forms")).toMatchObject({ why: NOT_ASKED["no-person"] });
  });

  it("has a line for each check as it is done", () => {
    expect(allWith({ pkce: broken }).map(progressLine)).toContain("does-not-hold pkce");
  });
});

describe("the texts", () => {
  it("are there for every check, each its own, Vietnamese with its marks and English without", () => {
    expect(Object.keys(CAPABILITY_TEXTS).sort()).toEqual(CHECKS.map(({ id }) => id).sort());
    const texts = [
      ...Object.values(CAPABILITY_TEXTS).flatMap(({ title, without, instead }) => [
        title,
        without,
        instead ?? [],
      ]),
      ...Object.values(NOT_ASKED),
      ...Object.values(REPORT_TEXTS),
    ].flat();
    for (const { vi, en } of texts) {
      expect(vi).toBe(vi.normalize("NFC"));
      expect(vi).not.toBe(en);
      expect(en).not.toMatch(/[à-ỹđ]/i);
    }
    const titles = Object.values(CAPABILITY_TEXTS).map(({ title }) => title.vi);
    expect(new Set(titles).size).toBe(titles.length);
  });

  it("stand in the operator's guide, check by check, in the order in which they are asked", () => {
    const guide = readFileSync(new URL("../../../../../docs/board-operator.md", import.meta.url), "utf8");
    const rows = CHECKS.map(({ id, need }) => {
      const { title } = CAPABILITY_TEXTS[id];
      const { vi, en } = REPORT_TEXTS[need];
      return `| \`${id}\` | ${title.vi} · ${title.en} | ${vi} · ${en} |`;
    });
    expect(guide).toContain(`${rows.join("\n")}\n`);
  });
});
