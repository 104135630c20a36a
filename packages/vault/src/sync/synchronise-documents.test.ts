import { BoardClient, documentLibrary, LIBRARY_URLS, type Library } from "@cadre-care/fhir";
import { describe, expect, it } from "vitest";
import { TEST_POLICY } from "../testing/desk-fixture.ts";
import { synchronisePolicy, synchroniseSiteProfiles } from "./synchronise-documents.ts";

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
const policy = (version: string, content: unknown) =>
  documentLibrary(LIBRARY_URLS.policy, { version, content }, "Chính sách");

describe("the policy", () => {
  it("is read and validated", async () => {
    expect(await synchronisePolicy(boardWith([policy("1", TEST_POLICY)]))).toEqual({ value: TEST_POLICY });
  });

  it("that fails validation is no value, and the problem says where", async () => {
    const bad = { ...TEST_POLICY, tiers: [{ ...TEST_POLICY.tiers[0], process: "khong-co" }] };
    const read = await synchronisePolicy(boardWith([policy("2", bad)]));
    expect(read.value).toBeUndefined();
    expect(read.problem).toMatchObject({ code: "policy-invalid" });
    expect(read.problem?.message.vi).toContain("tiers.0.process");
  });

  it("that refuses one of its own tiers is no value", async () => {
    const bad = { ...TEST_POLICY, refusedTiers: ["nhom-1"] };
    expect((await synchronisePolicy(boardWith([policy("2", bad)]))).value).toBeUndefined();
  });

  it("that is cut off or missing is said", async () => {
    const library = policy("3", TEST_POLICY);
    const data = library.content?.[0]?.data?.slice(0, 40);
    const cutOff = { ...library, content: [{ contentType: "application/json", ...(data ? { data } : {}) }] };
    expect(await synchronisePolicy(boardWith([cutOff]))).toMatchObject({
      problem: { code: "document-unreadable" },
    });
    expect(await synchronisePolicy(boardWith([]))).toMatchObject({ problem: { code: "policy-missing" } });
  });

  it("that cannot be fetched says why", async () => {
    const client = new BoardClient({
      base: "https://board.example/fhir",
      accessToken: async () => "token",
      fetch: () => Promise.reject(new TypeError("Failed to fetch")),
    });
    expect(await synchronisePolicy(client)).toMatchObject({
      failure: { kind: "transport", cause: "network" },
    });
  });
});

describe("site profiles", () => {
  it("come with the hospital that they are for; one that is unreadable spoils no other", async () => {
    const good = documentLibrary(
      LIBRARY_URLS.siteProfile,
      { version: "1", site: "bv-tinh", content: { a: 1 } },
      "Hồ sơ",
    );
    const read = await synchroniseSiteProfiles(boardWith([{ ...good, content: [] }, good]));
    expect(read).toMatchObject({
      value: [{ version: "1", site: "bv-tinh", content: { a: 1 } }],
      problem: { code: "document-unreadable" },
    });
  });
});
