import type { Result } from "@cadre-care/domain";
import type { JWK } from "jose";
import type { OpenKeyStore } from "../keys/open-key-store.ts";
import type { VaultMarker } from "../service/vault.ts";
import type { Tokens } from "../sign-in/tokens.ts";
import type { VaultDatabase } from "../storage/database.ts";
import type { MachineLimits } from "./machine-limits.ts";
import type { PendingSignIn } from "./open-session.ts";
import type { DeviceFacts } from "./present-session.ts";

/** What the board's policy says about secrets. */
export interface SessionRules {
  readonly idleLockMinutes: number;
  readonly minimumSecretLength: number;
  readonly secretKind?: "pin" | "passphrase" | undefined;
  readonly secretTries?: number | undefined;
}

/** Until the board's policy is known, and for what it leaves open. */
export const DEFAULT_RULES = {
  idleLockMinutes: 15,
  minimumSecretLength: 6,
  secretKind: "pin",
  secretTries: 10,
} as const;

/** A sign-in at the board, with its tokens. */
export interface BoardSignIn extends PendingSignIn {
  readonly tokens: Tokens;
}

export interface SessionOptions {
  readonly database: VaultDatabase;
  readonly openKeys: OpenKeyStore;
  readonly marker: VaultMarker | undefined;
  /** The board's public key for escrow, pinned in the build. */
  readonly escrowKey: JWK | undefined;
  /** Shows the board's sign-in and reads who signed in. */
  readonly signIn: (how: { readonly secondFactor: boolean }) => Promise<Result<BoardSignIn>>;
  /** Whose tokens are used from now on; undefined: nobody's that are in memory. */
  readonly useTokens: (tokens: Tokens | undefined) => void;
  /** Has the board unwrap what was sealed for it, with the access token of a sign-in with the second factor. */
  readonly unwrap: (jwe: string, accessToken: string) => Promise<Result<unknown>>;
  /** Tells the board that a refresh token is no longer used; never fails. */
  readonly revoke: (refreshToken: string) => Promise<void>;
  /** How this machine stands with the board. */
  readonly machine: () => DeviceFacts;
  /** Whether the board answers now. */
  readonly boardAnswers: () => Promise<boolean>;
  readonly now: () => number;
  /** What the board's policy says, once it is known. */
  readonly rules: () => SessionRules | undefined;
  /** What the hospital's IT says for this machine. Absent: nothing. */
  readonly limits?: (() => MachineLimits) | undefined;
}
