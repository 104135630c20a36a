import { BoardClient } from "@cadre-care/fhir";
import { describe, expect, it } from "vitest";
import { previousValues } from "./previous-values.ts";

const BASE = "https://board.example/fhir";
const WEIGHT = "urn:x|weight";
const HEIGHT = "urn:x|height";

const measured = (code: string, at: string, value: number) => ({
  resource: {
    resourceType: "Observation",
    status: "final",
    code: { coding: [{ system: "urn:x", code: code.split("|")[1] }] },
    subject: { reference: "Patient/a" },
    effectiveDateTime: at,
    valueQuantity: { value, code: "kg" },
  },
});
/** Days of one kind, newest first. */
const days = (code: string, count: number) =>
  Array.from({ length: count }, (_, day) =>
    measured(code, new Date(Date.UTC(2026, 9, 30 - day)).toISOString(), day),
  );

/** A board that answers with these pages in turn; `undefined` for one that fails. */
const board = (...pages: readonly (readonly object[] | undefined)[]) => {
  const asked: URL[] = [];
  const client = new BoardClient({
    base: BASE,
    accessToken: async () => "t",
    fetch: async (input) => {
      const url = new URL(String(input));
      asked.push(url);
      const at = Number(url.searchParams.get("page") ?? 0);
      const entry = pages[at];
      if (!entry) return new Response("", { status: 500 });
      const link =
        at + 1 < pages.length ? [{ relation: "next", url: `${BASE}/Observation?page=${at + 1}` }] : [];
      return Response.json({ resourceType: "Bundle", type: "searchset", link, entry });
    },
  });
  return { client, asked };
};
const trends = (found: Awaited<ReturnType<typeof previousValues>>) =>
  found?.map(({ code, points }) => [code, points.map(({ value }) => value)]);

describe("earlier values", () => {
  it("of a kind that was measured before many others are found on a later page", async () => {
    const { client, asked } = board(days(WEIGHT, 7), days(WEIGHT, 7), [measured(HEIGHT, "2024-05-01", 165)]);
    expect(trends(await previousValues(client, "a", [WEIGHT, HEIGHT]))).toEqual([
      [WEIGHT, expect.arrayContaining([0])],
      [HEIGHT, [165]],
    ]);
    expect(asked.map(({ searchParams }) => searchParams.get("page"))).toEqual([null, "1", "2"]);
    expect(asked[0]?.searchParams.get("_count")).toBe("500");
  });

  it("are not read further than a trend goes", async () => {
    const { client, asked } = board(
      [...days(WEIGHT, 5), ...days(HEIGHT, 5)],
      [measured(HEIGHT, "2024-05-01", 165)],
    );
    expect(trends(await previousValues(client, "a", [WEIGHT, HEIGHT]))).toEqual([
      [WEIGHT, [4, 3, 2, 1, 0]],
      [HEIGHT, [4, 3, 2, 1, 0]],
    ]);
    expect(asked).toHaveLength(1);
  });

  it("are all there or not said: no half of them when a page fails", async () => {
    const { client } = board(days(WEIGHT, 3), undefined);
    expect(await previousValues(client, "a", [WEIGHT, HEIGHT])).toBeUndefined();
  });

  it("are not waited for when the board is not even asked, as while an access token does not come", async () => {
    const never = () => new Promise<never>(() => undefined);
    expect(await previousValues({ search: never, page: never }, "person-3", [WEIGHT], 10)).toBeUndefined();
  });
});
