import { describe, expect, it } from "vitest";
import { callerOf } from "./caller.ts";

const token = (over: object) => ({ sub: "1", role: "receptionist", scope: "user/*.cruds", ...over });

describe("caller", () => {
  it("has no more rights than the role, whatever the token says", () => {
    const { scopes } = callerOf(token({}));
    expect(scopes.allows("Patient", "read")).toBe(true);
    expect(scopes.allows("Patient", "update")).toBe(false);
    expect(scopes.allows("AuditEvent", "search-type")).toBe(false);
  });

  it("has no more rights than the token, whatever the role could", () => {
    const { scopes } = callerOf(token({ scope: "openid user/Flag.rs" }));
    expect(scopes.allows("Flag", "read")).toBe(true);
    expect(scopes.allows("Patient", "read")).toBe(false);
    expect(callerOf(token({ scope: "" })).scopes.allows("Flag", "read")).toBe(false);
  });

  it.each([
    { role: "admin" },
    { role: undefined },
    { sub: "" },
    { fhirUser: "Patient/1" },
    { fhirUser: "x" },
  ])("refuses %j", (over) => {
    expect(() => callerOf(token(over))).toThrow();
  });

  it("reads only well-formed scopes", () => {
    for (const scope of ["user/Flag.sr", "user/flag.rs", "patient/Flag.rs", "user/Flag.rs.x", "user/Flag"])
      expect(callerOf(token({ scope })).scopes.allows("Flag", "read")).toBe(false);
  });
});
