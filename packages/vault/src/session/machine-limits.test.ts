import { expect, it } from "vitest";
import { narrowedRules } from "./machine-limits.ts";

const POLICY = { idleLockMinutes: 10, minimumSecretLength: 8 };

it.each([
  [
    "stricter",
    { idleLockMinutes: 3, minimumSecretLength: 12 },
    { idleLockMinutes: 3, minimumSecretLength: 12 },
  ],
  ["laxer", { idleLockMinutes: 60, minimumSecretLength: 6 }, POLICY],
  ["silent", {}, POLICY],
])("limits that are %s than the policy", (_which, limits, expected) => {
  expect(narrowedRules(POLICY, limits)).toMatchObject(expected);
});

it("narrows the defaults before a policy is known, and never widens them", () => {
  expect(narrowedRules(undefined, {})).toEqual({
    idleLockMinutes: 15,
    minimumSecretLength: 6,
    secretKind: undefined,
    secretTries: 10,
  });
  expect(narrowedRules(undefined, { idleLockMinutes: 120 }).idleLockMinutes).toBe(15);
  expect(narrowedRules(undefined, { idleLockMinutes: 1 }).idleLockMinutes).toBe(1);
});

it.each([
  ["pin", "passphrase", "passphrase"],
  ["passphrase", "pin", "passphrase"],
  ["passphrase", undefined, "passphrase"],
  ["pin", undefined, "pin"],
  [undefined, "passphrase", "passphrase"],
  [undefined, "pin", undefined],
] as const)("a policy of %s with limits of %s asks for %s", (policy, machine, expected) => {
  expect(narrowedRules({ ...POLICY, secretKind: policy }, { secretKind: machine }).secretKind).toBe(expected);
});
