import { describe, expect, it } from "vitest";
import { DoesNotHold, given, permitted, same } from "../checks/findings.ts";
import { leadsAway } from "../checks/next-link.ts";
import { findingOf } from "./run-checks.ts";

const finding = (act: () => void) => findingOf(async () => act());

describe("a finding", () => {
  it("is that it holds, does not, or was not asked", async () => {
    expect(await finding(() => same("x", [200, 412], [200, 412]))).toEqual({ state: "holds" });
    expect(await finding(() => same("statuses", [200, 412], [200, 200]))).toEqual({
      state: "does-not-hold",
      saw: "statuses: expected [200, 412], saw [200, 200]",
    });
    expect(await finding(() => given(undefined, "no-office"))).toEqual({
      state: "not-asked",
      reason: "no-office",
    });
  });

  it("is not asked where the account may not, or is signed in no more", async () => {
    expect(await finding(() => permitted({ status: 403 }))).toMatchObject({ reason: "not-permitted" });
    expect(await finding(() => permitted({ status: 401 }))).toMatchObject({ reason: "signed-out" });
    expect(await finding(() => permitted({ status: 500 }))).toEqual({ state: "holds" });
  });

  it("tells nothing of what a server sent", async () => {
    const told = await finding(() => {
      throw new SyntaxError('Unexpected token in "Nguyễn Văn Mẫu 003061000001"');
    });
    expect(told).toEqual({ state: "does-not-hold", saw: "an answer of another shape (SyntaxError)" });
    const away = await finding(() => {
      throw new TypeError("fetch failed: Bearer abc");
    });
    expect(JSON.stringify(away)).not.toContain("abc");
    expect(new DoesNotHold("x", undefined, false).message).toBe("x: expected nothing, saw no");
  });
});

describe("a next link", () => {
  it("leads away when it leaves the FHIR base", () => {
    const base = "https://board.example/fhir";
    expect(leadsAway("https://board.example/fhir?page=2", base)).toBe(false);
    expect(leadsAway("Flag?page=2", base)).toBe(false);
    expect(leadsAway("https://other.example/fhir?page=2", base)).toBe(true);
    expect(leadsAway("https://board.example/fhirx?page=2", base)).toBe(true);
  });
});
