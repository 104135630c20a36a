import { readdirSync, readFileSync } from "node:fs";
import { PAGE_SETTINGS, type ProfilePage, readPage, settingAt } from "@cadre-care/his/draft";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { columnNames, severalParts, withColumnNames, withOptional } from "./part-settings.ts";
import { TEXT_SETTINGS } from "./text-settings.ts";

const EXAMPLES = new URL("../../../../examples/", import.meta.url);
const FIXTURES = new URL("his-fixtures/fixtures/", EXAMPLES);
const folders = [EXAMPLES, FIXTURES].flatMap((parent) =>
  readdirSync(parent, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => new URL(`${name}/`, parent)),
);
const jsonIn = (folder: URL, name: string): unknown => {
  try {
    return JSON.parse(readFileSync(new URL(name, folder), "utf8"));
  } catch {
    return undefined;
  }
};

const correction = z.looseObject({ do: z.string(), at: z.string().optional() });
const correctionsFile = z.looseObject({
  visits: z.array(z.looseObject({ corrections: z.array(correction) })),
  corrections: z.array(correction).default([]),
});
const all = folders.flatMap((folder) => {
  const read = correctionsFile.safeParse(jsonIn(folder, "corrections.json"));
  return read.success
    ? [...read.data.visits.flatMap((visit) => visit.corrections), ...read.data.corrections]
    : [];
});
const pages: readonly ProfilePage[] = folders.flatMap((folder) => {
  const read = z.looseObject({ pages: z.array(z.unknown()) }).safeParse(jsonIn(folder, "site-profile.json"));
  return read.success ? read.data.pages.flatMap((page) => readPage(page) ?? []) : [];
});

/** What is done on screens of their own: by pointing, in an answer, in a list of fields or where marks and banner stand. */
const ON_SCREEN = ["point", "drop", "answer-dates", "answer-sex", "edge", "banner-position", "where"];
/** The names of columns, and the words for sex. */
const IN_MORE = ["other-language"];
/** What has no screen (docs/his-fixtures.md): a page of which the draft finds nothing at all. */
const WITHOUT = ["/pages/-"];

it("every kind of correction that a profile here needed has a screen, but for those that are named", () => {
  expect(all.length).toBeGreaterThan(70);
  expect(pages.length).toBeGreaterThan(25);
  const without = all.flatMap(({ do: what, at = "" }) => {
    if (what !== "set") return ON_SCREEN.includes(what) || IN_MORE.includes(what) ? [] : [what];
    return settingAt(at.replace(/^\/pages\/\d+(?=\/)/u, "")) === undefined ? [at] : [];
  });
  expect(without).toEqual(WITHOUT);
});

it("a key that no screen sets is told apart", () => {
  expect(settingAt("/rows/count")).toBeUndefined();
  expect(PAGE_SETTINGS).toContain(settingAt("/root"));
});

describe.each(TEXT_SETTINGS)("the setting $name", ({ name, value, change }) => {
  const having = pages.filter((page) => value(page) !== undefined && value(page) !== "");

  it("says the same after it was changed and changed back, whatever page has it", () => {
    const other: Partial<Record<typeof name, string>> = {
      "gutter-width": "21",
      query: "func=x",
      id: "another",
    };
    for (const page of having) {
      const changed = change(page, other[name] ?? "b, i");
      if (changed === undefined) throw new Error(`${name} of ${page.id} is not taken`);
      expect(changed).not.toEqual(page);
      expect(value(change(changed, value(page) ?? "") ?? changed)).toBe(value(page));
    }
  });

  it("takes nothing that the profile does not take", () => {
    const [page] = pages.filter((one) => value(one) !== undefined);
    if (page === undefined) throw new Error(`no page has ${name}`);
    const bad: Partial<Record<typeof name, string>> = {
      "gutter-width": "1",
      query: "no value",
      id: "Not a code",
      "link-pattern": "(",
      male: "***",
      female: "***",
      "emergency-words": "***",
      "emergency-at": "x".repeat(500),
    };
    expect(change(page, bad[name] ?? "")).toBeUndefined();
  });
});

it("columns keep the names that they had, and take more", () => {
  const lists = pages.filter((page) => columnNames(page).length > 0);
  expect(lists.length).toBeGreaterThan(5);
  for (const page of lists)
    for (const names of columnNames(page)) {
      expect(withColumnNames(page, names, names)).toEqual(page);
      const more = withColumnNames(page, names, [...names.slice(0, 2), "Another name"]);
      expect(more && columnNames(more)).toContainEqual([...names.slice(0, 2), "Another name"]);
    }
});

it("a part of several may be empty, and no other with it", () => {
  const [page] = pages.filter((one) => severalParts(one).length > 0);
  const [field] = page === undefined ? [] : severalParts(page);
  const part = field?.[1][1];
  if (page === undefined || part === undefined) throw new Error("no page has several parts");
  const next = withOptional(page, part, !part.optional);
  const [changed] = next === undefined ? [] : severalParts(next);
  expect(changed?.[1].map(({ optional }) => optional)).toEqual(
    field?.[1].map((one) => (one === part ? !part.optional : one.optional)),
  );
});

it("where no words for an emergency are read, a sign that is merely present is read on", () => {
  const [setting] = TEXT_SETTINGS.filter(({ name }) => name === "emergency-at");
  const sign = { when: "present" as const, selector: ".cap-cuu" };
  const page = pages.find(({ emergency }) => emergency.some(({ when }) => when !== "present"));
  if (page === undefined) throw new Error("no page reads words");
  const left = setting?.change({ ...page, emergency: [...page.emergency, sign] }, "");
  expect(left?.emergency).toContainEqual(sign);
  expect(left?.emergency.length).toBe(page.emergency.length);
});
