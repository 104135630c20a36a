import { readFile } from "node:fs/promises";
import type { RunningHis } from "@cadre-care/example-his-common";
import { readSiteProfile } from "@cadre-care/his";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { fixturePeople } from "./fixture-people.ts";
import { FIXTURES } from "./fixtures.ts";
import { FIXTURES_PORT, startFixtures } from "./index.ts";
import { queryOf } from "./page-settings.ts";

const data = z.object({
  patients: z.array(z.object({ name: z.string(), birth: z.string(), sex: z.string() })),
});

let his: RunningHis;
beforeAll(async () => {
  his = await startFixtures(0);
});
afterAll(() => his.stop());

const people = async (query: string) => {
  const answer = await fetch(`${his.url}/his.js${query}`);
  const charset = /charset=(.+)$/.exec(answer.headers.get("content-type") ?? "")?.[1];
  const text = new TextDecoder(charset).decode(await answer.arrayBuffer());
  return data.parse(JSON.parse(text.replace(/^window\.HIS = |;$/gu, ""))).patients;
};

describe.each(FIXTURES)("$id", ({ id, contentSecurityPolicy }) => {
  it("has a site profile that fits the format", async () => {
    const path = new URL(`../../fixtures/${id}/site-profile.json`, import.meta.url);
    const read = readSiteProfile(await readFile(path, "utf8"));
    expect(read).toMatchObject({ ok: true, value: { id, origins: [`http://127.0.0.1:${FIXTURES_PORT}`] } });
  });

  it("serves its page and every file that the page names", async () => {
    const answer = await fetch(`${his.url}/${id}/index.html`);
    expect(answer.headers.get("content-security-policy") ?? undefined).toBe(contentSecurityPolicy);
    const page = await answer.text();
    expect(page).not.toContain("{{");
    const files = [...page.matchAll(/(?:script src|stylesheet" href|iframe name="\w+" src)="([^"]+)"/g)];
    expect(files.length).toBeGreaterThan(0);
    for (const [, file = ""] of files) {
      const address = new URL(file.replaceAll("&amp;", "&"), answer.url);
      expect((await fetch(address)).status, file).toBe(200);
    }
  });
});

it("the switch changes how people are written, and nothing else", async () => {
  const plain = await people("");
  expect(plain.map(({ name }) => name)).toEqual(fixturePeople(300).map(({ name }) => name));
  const old = await people(queryOf({ encoding: "windows-1258", language: "en", dates: "yyyy-MM-dd" }));
  expect(old.map(({ name }) => name.normalize("NFC"))).toEqual(
    plain.map(({ name }) => name.normalize("NFC")),
  );
  expect(old.some(({ name }) => name !== name.normalize("NFC"))).toBe(true);
  expect(new Set(old.map(({ sex }) => sex))).toEqual(new Set(["Male", "Female"]));
  expect(old[0]?.birth).toMatch(/^\d{4}-\d\d-\d\d$/);
  expect(await people("?encoding=ebcdic&dates=whatever")).toEqual(plain);
});

it("ten thousand people have keys, tickets and codes of their own", () => {
  const all = fixturePeople(10_000);
  for (const key of ["id", "ticket", "code"] as const)
    expect(new Set(all.map((patient) => patient[key])).size, key).toBe(10_000);
});
