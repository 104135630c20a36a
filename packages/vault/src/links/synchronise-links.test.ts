import type { BoardLink } from "@cadre-care/domain";
import { BoardClient, shareLinkBundle } from "@cadre-care/fhir";
import { describe, expect, it } from "vitest";
import { readLinks } from "./synchronise-links.ts";

const AT = "2026-11-22T05:00:00Z";
const BASE = "https://board.example/fhir";
const author = { reference: "Practitioner/u-1", name: "Lê Thị Tiếp" };

const personOf = (code: string) => {
  const provenanceEntry = "0190a0a0-0000-7000-8000-000000000002";
  const link = { entry: `entry-${code}`, provenanceEntry, site: "bv-tinh", code, personId: "p1", at: AT };
  return { ...shareLinkBundle(link, author).entry[0]?.resource, id: code };
};

/** Two pages of one link each. */
const client = new BoardClient({
  base: BASE,
  accessToken: async () => "token",
  fetch: async (input) => {
    const last = String(input instanceof Request ? input.url : input).includes("page=2");
    return Response.json({
      ...{ resourceType: "Bundle", type: "searchset", meta: { lastUpdated: AT } },
      link: last ? [] : [{ relation: "next", url: `${BASE}/Person?page=2` }],
      entry: [{ resource: personOf(last ? "BN2" : "BN1") }],
    });
  },
});

const read = async (take: (codes: readonly string[]) => boolean, signal = new AbortController().signal) => {
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
});
