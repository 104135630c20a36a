import { type Result, success } from "../result/result.ts";
import { type Policy, type PolicyProcess, type PolicyRoom, type PolicyTier, policySchema } from "./policy.ts";
import { policyProblems } from "./policy-messages.ts";

const { refuse } = policyProblems;

const withoutUnknownKeys = (json: unknown): unknown => {
  if (typeof json !== "object" || json === null || Array.isArray(json)) return json;
  // Asked for here and not beside it, so that who imports another rule alone does not carry the schema along.
  const known = new Set(Object.keys(policySchema.shape));
  return Object.fromEntries(Object.entries(json).filter(([key]) => known.has(key)));
};

/**
 * Reads a policy as the board delivers it. The problem names the first place that is wrong, for IT; the caller keeps
 * the last good policy.
 *
 * Keys at the top that are not known are left out: a board may say more than this version of the product knows, and
 * everything else that it says goes on counting, its kill switch above all. Further down every key must be known, and the
 * board itself stores no policy with one that it does not know (`policySchema`).
 */
export const readPolicy = (json: unknown): Result<Policy> => {
  const parsed = policySchema.safeParse(withoutUnknownKeys(json));
  if (parsed.success) return success(parsed.data);
  const { code, message } = policyProblems.problem("policy-invalid");
  const place = parsed.error.issues[0]?.path.join(".") || "-";
  return {
    ok: false,
    problem: { code, message: { vi: `${message.vi} (${place})`, en: `${message.en} (${place})` } },
  };
};

const sameCode = (one: string, other: string): boolean =>
  one.normalize("NFKC").trim().toLowerCase() === other.normalize("NFKC").trim().toLowerCase();

/** Whether persons of this tier are dealt with elsewhere (DESIGN rule 6). Case and spaces do not get round it. */
export const isRefusedTier = (policy: Policy, tier: string): boolean =>
  policy.refusedTiers.some((refused) => sameCode(refused, tier));

/** The tier of this code. Fails with `refused-tier` (DESIGN rule 6) or `unknown-tier`. */
export const tierOf = (policy: Policy, code: string): Result<PolicyTier> => {
  if (isRefusedTier(policy, code)) return refuse("refused-tier");
  const tier = policy.tiers.find((entry) => entry.code === code);
  return tier ? success(tier) : refuse("unknown-tier");
};

/** The service process of this id. */
export const processById = (policy: Policy, id: string): Result<PolicyProcess> => {
  const process = policy.processes.find((entry) => entry.id === id);
  return process ? success(process) : refuse("unknown-process");
};

/** The service process that applies to this tier: which room, which escort, which form; never a place in a queue. */
export const processOf = (policy: Policy, tier: string): Result<PolicyProcess> => {
  const known = tierOf(policy, tier);
  return known.ok ? processById(policy, known.value.process) : known;
};

export const roomById = (policy: Policy, id: string): Result<PolicyRoom> => {
  const room = policy.rooms.find((entry) => entry.id === id);
  return room ? success(room) : refuse("unknown-room");
};
