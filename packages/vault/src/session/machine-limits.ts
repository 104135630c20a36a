import type { Problem } from "@cadre-care/domain";
import { DEFAULT_RULES, type SessionRules } from "./session-options.ts";

/**
 * What a hospital's IT sets for one machine (managed settings, docs/it.md). It only ever makes stricter what the board's
 * policy says.
 */
export interface MachineLimits {
  readonly idleLockMinutes?: number | undefined;
  readonly minimumSecretLength?: number | undefined;
  readonly secretKind?: "pin" | "passphrase" | undefined;
  /** While it stands, nothing here is opened, and nothing asked of the board or sent to it. What was entered stays. */
  readonly shut?: Problem | undefined;
}

/** The stricter of the two for each rule; what neither says is the default. `rules`: the policy's, once it is known. */
export const narrowedRules = (rules: SessionRules | undefined, limits: MachineLimits) => {
  const passphrase = rules?.secretKind === "passphrase" || limits.secretKind === "passphrase";
  return {
    idleLockMinutes: Math.min(
      rules?.idleLockMinutes ?? DEFAULT_RULES.idleLockMinutes,
      limits.idleLockMinutes ?? Number.POSITIVE_INFINITY,
    ),
    minimumSecretLength: Math.max(
      rules?.minimumSecretLength ?? DEFAULT_RULES.minimumSecretLength,
      limits.minimumSecretLength ?? 0,
    ),
    secretKind: passphrase ? "passphrase" : rules?.secretKind,
    secretTries: rules?.secretTries ?? DEFAULT_RULES.secretTries,
  } as const;
};
