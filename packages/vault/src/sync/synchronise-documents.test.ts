import {
  BoardClient,
  documentLibrary,
  LIBRARY_URLS,
  type Library,
  publicHalf,
  signLibrary,
} from "@cadre-care/fhir";
import { describe, expect, it } from "vitest";
import { newBoardKey } from "../testing/board-signature.ts";
import { TEST_POLICY } from "../testing/desk-fixture.ts";
import { synchronisePolicy } from "./synchronise-documents.ts";

function boardWith(libraries: readonly Library[]): BoardClient {
  return new BoardClient({
    base: "https://board.example/fhir",
    accessToken: async () => "token",
    fetch: async () =>
      new Response(
        JSON.stringify({
          resourceType: "Bundle",
          type: "searchset",
          entry: libraries.map((resource) => ({ resource })),
        }),
      ),
  });
}
const key = await newBoardKey();
const other = await newBoardKey();
const ISSUED = 1_763_800_000;

const trust = (lastIssued?: number) => ({ keys: [publicHalf(key)], lastIssued: () => lastIssued });
const policy = (version: string, content: unknown, issued = ISSUED) =>
  signLibrary(documentLibrary(LIBRARY_URLS.policy, { version, content }, "Chính sách"), key, issued);
const read = (libraries: readonly Library[], lastIssued?: number) =>
  synchronisePolicy(boardWith(libraries), trust(lastIssued));
const refused = (code: string) => ({ problem: expect.objectContaining({ code }) });

describe("the policy", () => {
  it("is verified, read and validated", async () => {
    expect(await read([await policy("1", TEST_POLICY)])).toEqual({
      value: { policy: TEST_POLICY, issuedAt: ISSUED },
    });
  });

  it("that fails validation is no value, and the problem says where", async () => {
    const bad = { ...TEST_POLICY, tiers: [{ ...TEST_POLICY.tiers[0], process: "khong-co" }] };
    const { value, problem } = await read([await policy("2", bad)]);
    expect(value).toBeUndefined();
    expect(problem).toMatchObject({ code: "policy-invalid" });
    expect(problem?.message.vi).toContain("tiers.0.process");
  });

  it("that refuses one of its own tiers is no value", async () => {
    const bad = { ...TEST_POLICY, refusedTiers: ["nhom-1"] };
    expect((await read([await policy("2", bad)])).value).toBeUndefined();
  });

  it("that is cut off or missing is said", async () => {
    const library = await policy("3", TEST_POLICY);
    const [document, signature] = library.content ?? [];
    const cutOff = { ...document, data: document?.data?.slice(0, 40) };
    expect(await read([{ ...library, content: [cutOff, { ...signature }] }])).toEqual(
      refused("document-signature-wrong"),
    );
    expect(await read([])).toEqual(refused("policy-missing"));
  });

  it("that nobody or somebody else signed is no value; a good one beside it counts", async () => {
    const unsigned = documentLibrary(
      LIBRARY_URLS.policy,
      { version: "9", content: TEST_POLICY },
      "Chính sách",
    );
    const foreign = await signLibrary(unsigned, other, ISSUED + 9);
    expect(await read([unsigned])).toEqual(refused("document-unsigned"));
    expect(await read([foreign])).toEqual(refused("document-key-unknown"));
    expect(await read([await policy("1", TEST_POLICY), unsigned, foreign])).toEqual({
      value: { policy: TEST_POLICY, issuedAt: ISSUED },
      ...refused("document-unsigned"),
    });
  });

  it("that was issued before the last good one is a replay", async () => {
    const older = await policy("1", TEST_POLICY, ISSUED - 1);
    expect(await read([older], ISSUED)).toEqual(refused("document-older"));
    expect((await read([await policy("1", TEST_POLICY)], ISSUED)).value).toBeDefined();
  });

  it("is the one issued last, in whatever order they come", async () => {
    const next = { ...TEST_POLICY, version: "2" };
    const both = [await policy("2", next, ISSUED + 1), await policy("1", TEST_POLICY)];
    for (const order of [both, [...both].reverse()])
      expect((await read(order)).value).toEqual({ policy: next, issuedAt: ISSUED + 1 });
  });

  it("that cannot be fetched says why", async () => {
    const client = new BoardClient({
      base: "https://board.example/fhir",
      accessToken: async () => "token",
      fetch: () => Promise.reject(new TypeError("Failed to fetch")),
    });
    expect(await synchronisePolicy(client, trust())).toMatchObject({
      failure: { kind: "transport", cause: "network" },
    });
  });
});
