import { describe, expect, it } from "vitest";
import { mayFill } from "./form-roles.ts";

describe("who fills which form", () => {
  it.each(["exam", "chronic", "referral"] as const)("%s is a doctor's", (kind) => {
    expect(mayFill("doctor", kind)).toBe(true);
    for (const role of ["receptionist", "board-officer", "it"] as const)
      expect(mayFill(role, kind)).toBe(false);
  });

  it("other forms are a desk's, not IT's", () => {
    expect(mayFill("receptionist", "other")).toBe(true);
    expect(mayFill("it", "other")).toBe(false);
  });
});
