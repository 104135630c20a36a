import { describe, expect, it } from "vitest";
import { samplePolicy, samplePolicyJson } from "../testing/sample-policy.ts";
import { policySchema } from "./policy.ts";
import { isRefusedTier, processById, processOf, readPolicy, roomById, tierOf } from "./policy-rules.ts";

const codeOf = (result: { ok: boolean; problem?: { code: string } }) =>
  result.ok ? "ok" : result.problem?.code;

describe("readPolicy", () => {
  it("reads a good policy, with what it leaves to default", () => {
    const policy = readPolicy(JSON.parse(JSON.stringify(samplePolicyJson)));
    expect(policy).toEqual({ ok: true, value: samplePolicy });
  });

  it("leaves out what a later version says at the top, which a board of this version does not store", () => {
    const later = { ...samplePolicyJson, extra: { more: 1 } };
    expect(readPolicy(later)).toEqual({ ok: true, value: samplePolicy });
    expect(policySchema.safeParse(later).success).toBe(false);
  });

  it.each<[string, object, string]>([
    ["an unknown field further down", { unit: { ...samplePolicyJson.unit, extra: 1 } }, "unit"],
    ["another schema version", { schemaVersion: 2 }, "schemaVersion"],
    ["no tiers", { tiers: [] }, "tiers"],
    [
      "a tier without a process",
      { tiers: [{ ...samplePolicyJson.tiers[0], process: "gone" }] },
      "tiers.0.process",
    ],
    [
      "a refused tier among the tiers",
      { tiers: [{ ...samplePolicyJson.tiers[0], code: "central-secret" }] },
      "tiers.0.code",
    ],
    ["a process without its room", { rooms: [] }, "processes.0.room"],
    ["a negative result clock", { resultHours: -1 }, "resultHours"],
  ])("refuses %s and names the place", (_, change, place) => {
    const policy = readPolicy({ ...samplePolicyJson, ...change });
    expect(codeOf(policy)).toBe("policy-invalid");
    if (!policy.ok) {
      expect(policy.problem.message.vi).toContain(`(${place})`);
      expect(policy.problem.message.en).toContain(`(${place})`);
    }
  });

  it.each([null, undefined, "", 1, [], {}])("refuses %j", (json) => {
    expect(codeOf(readPolicy(json))).toBe("policy-invalid");
  });
});

describe("tierOf and processOf", () => {
  it("lead from a tier to its process and room", () => {
    expect(tierOf(samplePolicy, "tier-2")).toMatchObject({ ok: true, value: { process: "process-b" } });
    expect(processOf(samplePolicy, "tier-2")).toMatchObject({ ok: true, value: { room: "room-2" } });
    expect(roomById(samplePolicy, "room-2")).toMatchObject({ ok: true });
  });

  it.each(["central-secret", "CENTRAL-SECRET", " central-secret ", "ｃentral-secret"])(
    "refuse the secret tier %j in the words of the rule",
    (code) => {
      for (const result of [tierOf(samplePolicy, code), processOf(samplePolicy, code)])
        expect(result).toEqual({
          ok: false,
          problem: {
            code: "refused-tier",
            message: {
              vi: "Trường hợp này xử lý theo quy định riêng, không nhập trên hệ thống này",
              en: expect.any(String),
            },
          },
        });
      expect(isRefusedTier(samplePolicy, code)).toBe(true);
    },
  );

  it("refuse a secret tier even in a policy object that lists it among its tiers", () => {
    const careless = { ...samplePolicy, refusedTiers: ["tier-1"] };
    expect(codeOf(processOf(careless, "tier-1"))).toBe("refused-tier");
  });

  it("say what is unknown", () => {
    expect(codeOf(tierOf(samplePolicy, "tier-9"))).toBe("unknown-tier");
    expect(codeOf(processOf(samplePolicy, "tier-9"))).toBe("unknown-tier");
    expect(codeOf(processById(samplePolicy, "gone"))).toBe("unknown-process");
    expect(codeOf(roomById(samplePolicy, "gone"))).toBe("unknown-room");
  });
});
