import { expect, it } from "vitest";
import { samplePolicyJson } from "../testing/sample-policy.ts";
import { readPolicy } from "./policy-rules.ts";
import { compareVersions, siteProfileOff } from "./site-profile-off.ts";

const reason = { vi: "Hồ sơ trang đọc nhầm cột", en: "The profile reads the wrong column" };

it.each([
  ["1", "1", 0],
  ["1", "2", -1],
  ["2026.11.9", "2026.11.10", -1],
  ["2", "1.9", 1],
  ["1.0", "1", 0],
  ["1.1", "1", 1],
  ["1-beta", "1-alpha", 1],
])("%s against %s", (one, other, order) => {
  expect(Math.sign(compareVersions(one, other))).toBe(order);
  expect(Math.sign(compareVersions(other, one))).toBe(order === 0 ? 0 : -order);
});

it("switches off every version, or those up to one", () => {
  const off = [
    { profile: "his-a", reason },
    { profile: "his-b", upTo: "3", reason },
  ];
  expect(siteProfileOff(off, { id: "his-a", version: "99" })).toBe(reason);
  expect(siteProfileOff(off, { id: "his-b", version: "3" })).toBe(reason);
  expect(siteProfileOff(off, { id: "his-b", version: "3.1" })).toBeUndefined();
  expect(siteProfileOff(off, { id: "his-c", version: "1" })).toBeUndefined();
  expect(siteProfileOff([], { id: "his-a", version: "1" })).toBeUndefined();
});

it.each<[string, object]>([
  ["no reason", { profile: "his-a" }],
  ["a reason in one language", { profile: "his-a", reason: { vi: "Tắt" } }],
  ["no profile", { reason }],
  ["an unknown word", { profile: "his-a", reason, until: "2" }],
])("a policy that switches off with %s is refused whole", (_, entry) => {
  expect(readPolicy({ ...samplePolicyJson, siteProfilesOff: [entry] }).ok).toBe(false);
  expect(
    readPolicy({ ...samplePolicyJson, siteProfilesOff: [{ profile: "his-a", upTo: "2", reason }] }).ok,
  ).toBe(true);
});
