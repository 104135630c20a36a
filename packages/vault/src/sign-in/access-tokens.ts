import type { Result } from "@cadre-care/domain";
import type { Tokens } from "./tokens.ts";

export interface AccessTokensOptions {
  /** Asks the issuer (`refresh`). */
  readonly refresh: (refreshToken: string) => Promise<Result<Tokens>>;
  /** The sealed refresh token; undefined while locked or signed out. */
  readonly readRefreshToken: () => Promise<string | undefined>;
  /** Stores it sealed, before the new access token is used; undefined when the credential is over. */
  readonly writeRefreshToken: (refreshToken: string | undefined) => Promise<void>;
  readonly now: () => number;
}

type Renewal = "renewed" | "over" | "away";

/** Renewed this long before it ends, so that it does not end on the way. */
const EARLY_MS = 30_000;

/** The issuer could not be asked: nobody knows yet whether the sign-in is over. */
export class IssuerAwayError extends Error {
  constructor() {
    super("the sign-in server cannot be reached");
    this.name = "IssuerAwayError";
  }
}

/** Keeps the access token, in memory alone, and renews it. However many ask at once, the issuer is asked once. */
export class AccessTokens {
  readonly #options: AccessTokensOptions;
  #tokens: Tokens | undefined;
  #renewing: Promise<Renewal> | undefined;

  constructor(options: AccessTokensOptions) {
    this.#options = options;
  }

  /** After a sign-in whose refresh token is kept elsewhere. What was asked for before belongs to nobody any more. */
  use(tokens: Tokens): void {
    this.#tokens = tokens;
    this.#renewing = undefined;
  }

  /** At sign-out or lock: the access token is forgotten, the sealed refresh token is the caller's. */
  forget(): void {
    this.#tokens = undefined;
    this.#renewing = undefined;
  }

  /**
   * A token that should still be good; null when only a person can sign in again.
   * @throws IssuerAwayError
   */
  async token(): Promise<string | null> {
    if (this.#tokens && this.#tokens.expiresAt - EARLY_MS > this.#options.now())
      return this.#tokens.accessToken;
    if ((await this.#renewOnce()) === "away") throw new IssuerAwayError();
    return this.#tokens?.accessToken ?? null;
  }

  /** After a 401. False when there is no new token. */
  async renew(): Promise<boolean> {
    return (await this.#renewOnce()) === "renewed";
  }

  #renewOnce(): Promise<Renewal> {
    if (this.#renewing) return this.#renewing;
    const renewing = this.#renew().finally(() => {
      if (this.#renewing === renewing) this.#renewing = undefined;
    });
    this.#renewing = renewing;
    return renewing;
  }

  async #renew(): Promise<Renewal> {
    const before = this.#tokens;
    const refreshToken = before?.refreshToken ?? (await this.#options.readRefreshToken());
    if (refreshToken === undefined) {
      this.#tokens = undefined;
      return "over";
    }
    const renewed = await this.#options.refresh(refreshToken);
    // Signed out, or in again, while the issuer was asked: this answer belongs to nobody.
    if (this.#tokens !== before) return this.#tokens ? "renewed" : "over";
    if (!renewed.ok) {
      if (renewed.problem.code !== "sign-in-refused") return "away";
      this.#tokens = undefined;
      await this.#options.writeRefreshToken(undefined);
      return "over";
    }
    await this.#options.writeRefreshToken(renewed.value.refreshToken);
    this.#tokens = renewed.value;
    return "renewed";
  }
}
