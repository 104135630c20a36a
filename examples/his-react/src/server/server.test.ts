import { readFileSync } from "node:fs";
import { readSiteProfile } from "@cadre-care/his";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { people } from "../people.ts";
import { type RunningHis, startHis } from "./index.ts";

describe("the React hospital", () => {
  let his: RunningHis;
  beforeAll(async () => {
    his = await startHis({ port: 0, csp: "strict" });
  }, 60_000);
  afterAll(() => his.stop());

  it("has a site profile that fits the format", () => {
    const text = readFileSync(new URL("../../site-profile.json", import.meta.url), "utf8");
    expect(readSiteProfile(text)).toMatchObject({ ok: true, value: { site: "bv-khu-vuc" } });
  });

  it("answers every route with its one page, under the strictest policy", async () => {
    for (const path of ["/", "/reception", `/patients/${people().patients[0]?.id}`]) {
      const answer = await fetch(his.url + path);
      expect(answer.headers.get("content-security-policy")).toContain("trusted-types 'none'");
      const html = await answer.text();
      expect(html).toContain('id="root"');
      expect(html).not.toMatch(/<script(?![^>]*src=)/);
    }
    expect((await fetch(`${his.url}/assets/none.js`)).status).toBe(404);
  });

  it("lists today's people and opens each with its neighbours", async () => {
    const list = z
      .array(z.object({ id: z.string(), name: z.string() }))
      .parse(await (await fetch(`${his.url}/api/receptions`)).json());
    expect(list.map(({ name }) => name)).toEqual(people().patients.map(({ name }) => name));
    const second = await (await fetch(`${his.url}/api/receptions/${list[1]?.id}`)).json();
    expect(second).toMatchObject({ previous: list[0]?.id, next: list[2]?.id });
    expect((await fetch(`${his.url}/api/receptions/none`)).status).toBe(404);
  });
});
