import { expect, it } from "vitest";
import { machineOff, offProblem } from "./profile-off.ts";

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

it("says that this machine's IT has it off: one profile, all of them, or because the machine is shut", () => {
  const off = (siteProfilesOff: "all" | string[]) =>
    machineOff({ limits: {}, siteProfilesOff }, { id: "his-a" });
  expect(off([])).toBeUndefined();
  expect(off(["his-b"])).toBeUndefined();
  for (const problem of [off("all"), off(["his-a"])]) {
    expect(problem?.code).toBe("machine-off");
    for (const said of Object.values(problem?.message ?? {})) expect(said).toContain("his-a");
  }
  const shut = { code: "managed-missing", message: reason };
  expect(machineOff({ limits: { shut }, siteProfilesOff: "all" }, { id: "his-a" })).toEqual(shut);
});
