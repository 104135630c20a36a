import type { BoardLink } from "@cadre-care/domain";
import { BoardClient, shareLinkBundle } from "@cadre-care/fhir";
import { beforeEach, describe, expect, it } from "vitest";
import { cursorAt, readLinks } from "./synchronise-links.ts";

const AT = "2026-11-22T05:00:00Z";
const BASE = "https://board.example/fhir";
const author = { reference: "Practitioner/u-1", name: "Lê Thị Tiếp" };

const personOf = (code: string, site = "bv-tinh") => {
  const provenanceEntry = "0190a0a0-0000-7000-8000-000000000002";
  const link = { entry: `entry-${code}`, provenanceEntry, site, code, personId: "p1", at: AT };
  return { ...shareLinkBundle(link, author).entry[0]?.resource, id: code };
};

let asked: string[] = [];
beforeEach(() => {
  asked = [];
});

/** Two pages of one link each. */
const clientOf = (first: object, second: object) =>
  new BoardClient({
    base: BASE,
    accessToken: async () => "token",
    fetch: async (input) => {
      const url = String(input instanceof Request ? input.url : input);
      asked.push(decodeURIComponent(url));
      const last = url.includes("page=2");
      return Response.json({
        ...{ resourceType: "Bundle", type: "searchset", meta: { lastUpdated: AT } },
        link: last ? [] : [{ relation: "next", url: `${BASE}/Person?page=2` }],
        entry: [{ resource: last ? second : first }],
      });
    },
  });

const read = async (
  take: (codes: readonly string[]) => boolean,
  signal = new AbortController().signal,
  client = clientOf(personOf("BN1"), personOf("BN2")),
) => {
  const taken: string[] = [];
  const cursor = await readLinks({
    ...{ client, site: "bv-tinh", cursor: {}, signal },
    take: async (facts: readonly BoardLink[]) => {
      const codes = facts.map(({ code }) => code);
      taken.push(...codes);
      return take(codes);
    },
  });
  return { taken, cursor };
};

describe("the board's links", () => {
  it("are read page by page, and the next time begins behind them", async () => {
    expect(await read(() => true)).toEqual({ taken: ["BN1", "BN2"], cursor: { readAt: AT, wholeAt: AT } });
  });

  it.each(["BN1", "BN2"])("are read again where the page of %s was not taken over", async (refused) => {
    expect((await read((codes) => !codes.includes(refused))).cursor).toBeUndefined();
  });

  it("are read again where the reading was called off while its last page was taken", async () => {
    const stop = new AbortController();
    const take = (codes: readonly string[]) => {
      if (codes.includes("BN2")) stop.abort();
      return true;
    };
    expect((await read(take, stop.signal)).cursor).toBeUndefined();
  });

  it("are none of another hospital's codes, though the board sends them", async () => {
    const client = clientOf(personOf("BN1", "bv-khu-vuc"), personOf("BN2"));
    expect((await read(() => true, undefined, client)).taken).toEqual(["BN2"]);
    expect(asked[0]).toContain("/his-code/bv-tinh|");
  });
});

describe("the next reading", () => {
  const HOUR = 3_600_000;
  const now = Date.parse(AT);
  const ago = (hours: number) => new Date(now - hours * HOUR).toISOString();

  it("goes on behind the last one for a day from when everything was read", () => {
    const cursor = { readAt: ago(1), wholeAt: ago(23) };
    expect(cursorAt(cursor, now)).toBe(cursor);
  });

  it.each([
    ["there was none", undefined],
    ["nothing was ever read whole", { readAt: ago(1) }],
    ["everything was last read a day ago", { readAt: ago(1), wholeAt: ago(24) }],
    [
      "everything was read a day from now: one of the clocks was wrong",
      { readAt: ago(1), wholeAt: ago(-24) },
    ],
    ["that time is none", { readAt: ago(1), wholeAt: "hôm qua" }],
  ])("is of everything where %s", (_, cursor) => {
    expect(cursorAt(cursor, now)).toEqual({});
  });
});
