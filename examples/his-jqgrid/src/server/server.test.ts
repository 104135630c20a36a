import { readFileSync } from "node:fs";
import { readSiteProfile } from "@cadre-care/his";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { people } from "../people.ts";
import { type RunningHis, startHis } from "./index.ts";

const listPage = z.object({
  page: z.number(),
  total: z.number(),
  records: z.number(),
  rows: z.array(z.record(z.string(), z.union([z.string(), z.number()]))),
});

describe("the jQuery hospital", () => {
  let his: RunningHis;
  const list = async (query: string) =>
    listPage.parse(await (await fetch(`${his.url}/RestService/tiepnhan/danhsach?${query}`)).json());

  beforeAll(async () => {
    his = await startHis({ port: 0, csp: "strict" });
  });
  afterAll(() => his.stop());

  it("has a site profile that fits the format", () => {
    const text = readFileSync(new URL("../../site-profile.json", import.meta.url), "utf8");
    expect(readSiteProfile(text)).toMatchObject({ ok: true, value: { site: "bv-tinh" } });
  });

  it("leads to its main page and sends the strict policy with every page", async () => {
    const answer = await fetch(his.url);
    expect(answer.url).toContain("/main/manager.html");
    expect(answer.headers.get("content-security-policy")).toContain("require-trusted-types-for 'script'");
    expect(await answer.text()).toContain('id="ifmain"');
  });

  it("serves the libraries that its pages name", async () => {
    const page = await (await fetch(`${his.url}/tiepnhan/danh-sach.html`)).text();
    const files = [...page.matchAll(/(?:src|href)="(\/[^"]+)"/g)].map((match) => match[1]);
    expect(files.length).toBeGreaterThan(4);
    for (const file of files) expect((await fetch(`${his.url}${file}`)).status, file).toBe(200);
  });

  it("pages, sorts and searches as the grid asks", async () => {
    const first = await list("page=1&rows=50&sidx=STT&sord=asc");
    expect([first.total, first.records, first.rows.length]).toEqual([6, 300, 50]);
    expect(first.rows[0]?.STT).toBe(1);
    const last = await list("page=6&rows=50&sidx=STT&sord=desc");
    expect(last.rows.at(-1)?.STT).toBe(1);
    const someone = people().patients[2];
    const found = await list(`tukhoa=${encodeURIComponent(someone?.identityNumber ?? "")}`);
    expect(found.rows.map((row) => row.BENHNHANID)).toEqual([someone?.id]);
    const oldest = await list("rows=300&sidx=NGAYSINH&sord=asc");
    const years = oldest.rows.map((row) => Number(String(row.NGAYSINH).slice(-4)));
    expect(years).toEqual([...years].sort((a, b) => a - b));
  });

  it("knows no record that does not exist, no file outside its folders and no writing", async () => {
    expect((await fetch(`${his.url}/RestService/tiepnhan/benhnhan?id=none`)).status).toBe(404);
    expect((await fetch(`${his.url}/%2e%2e/package.json`)).status).toBe(404);
    expect((await fetch(`${his.url}/lib/jquery/..%2f..%2fpackage.json`)).status).toBe(404);
    expect((await fetch(his.url, { method: "POST" })).status).toBe(405);
  });

  it("admits other people without a restart", async () => {
    his.admit("none");
    expect((await list("rows=300")).rows[1]?.BENHNHANID).toBe(people("none").patients[1]?.id);
    his.admit("day");
  });
});
