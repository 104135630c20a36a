import { expect, it } from "vitest";
import { offProblem } from "./profile-off.ts";

const reason = { vi: "Đọc nhầm cột.", en: "Reads the wrong column." };

it("says why, which profile and version, and that the HIS goes on", () => {
  const off = [{ profile: "his-a", upTo: "2", reason }];
  const problem = offProblem(off, { id: "his-a", version: "2" });
  expect(problem?.code).toBe("profile-off");
  for (const language of ["vi", "en"] as const) {
    expect(problem?.message[language]).toContain(reason[language]);
    expect(problem?.message[language]).toMatch(/his-a.*2/u);
  }
  expect(offProblem(off, { id: "his-a", version: "3" })).toBeUndefined();
  expect(offProblem(off, { id: "his-b", version: "1" })).toBeUndefined();
});
