import {
  clientCredentialsGrantRequest,
  PrivateKeyJwt,
  processClientCredentialsResponse,
  ResponseBodyError,
  type TokenEndpointResponse,
  WWWAuthenticateChallengeError,
} from "oauth4webapi";
import { IssuerAwayError } from "../sign-in/access-tokens.ts";
import { discoverIssuer, type Issuer, type IssuerOptions } from "../sign-in/issuer.ts";
import { type Tokens, tokensOf } from "../sign-in/tokens.ts";
import type { DeviceKey } from "./device-key.ts";

/** Site links: the one right that a board without Person does not know. */
const LINK_SCOPE = "system/Person.crus";
const OTHER_SCOPES = [
  ...["Patient.rs", "Flag.rs", "EpisodeOfCare.rs", "Organization.rs", "Library.rs", "Questionnaire.rs"],
  ...["Encounter.crus", "Task.crus", "QuestionnaireResponse.crus", "Observation.crs", "ServiceRequest.crus"],
  ...["Provenance.c", "AuditEvent.c"],
].map((scope) => `system/${scope}`);

/** What a machine does by itself, and no more: deliver what was accepted on it, read roster and documents. */
const DEVICE_SCOPE = [...OTHER_SCOPES, LINK_SCOPE].join(" ");

/** Renewed this long before it ends, so that it does not end on the way. */
const EARLY_MS = 30_000;
/** A machine that was refused asks again this often: IT may have taken it in again at the board. */
const REFUSED_MS = 3_600_000;

export interface DeviceTokensOptions extends Omit<IssuerOptions, "clientId"> {
  readonly key: DeviceKey;
  /** How the machine stands with the board has changed. */
  readonly changed: () => void;
}

/** Access tokens of the machine itself, by assertions that it signs (RFC 7523, SMART Backend Services). */
export class DeviceTokens {
  readonly #options: DeviceTokensOptions;
  #tokens: Tokens | undefined;
  #asking: Promise<string | null> | undefined;
  #refusedAt = Number.NEGATIVE_INFINITY;

  constructor(options: DeviceTokensOptions) {
    this.#options = options;
  }

  /** Null while this machine is not enrolled, or no longer. @throws IssuerAwayError */
  async token(): Promise<string | null> {
    const { key, now } = this.#options;
    if (!key.enrolment) return null;
    if (key.refused && Math.abs(now() - this.#refusedAt) < REFUSED_MS) return null;
    if (this.#tokens && this.#tokens.expiresAt - EARLY_MS > now()) return this.#tokens.accessToken;
    this.#asking ??= this.#ask(key.enrolment.clientId).finally(() => {
      this.#asking = undefined;
    });
    return this.#asking;
  }

  /** After a 401, or a new enrolment. */
  forget(): void {
    this.#tokens = undefined;
    this.#refusedAt = Number.NEGATIVE_INFINITY;
  }

  async #ask(clientId: string): Promise<string | null> {
    const { key, now, changed } = this.#options;
    try {
      const issuer = await discoverIssuer({ ...this.#options, clientId });
      const answer = await this.#grant(issuer, DEVICE_SCOPE).catch((error: unknown) => {
        const unknown = error instanceof ResponseBodyError && error.error === "invalid_scope";
        // Without links everything else is still to be delivered.
        if (unknown) return this.#grant(issuer, OTHER_SCOPES.join(" "));
        throw error;
      });
      this.#tokens = tokensOf(answer, now());
      await key.setRefused(false);
      changed();
      return this.#tokens.accessToken;
    } catch (error) {
      const refused =
        (error instanceof ResponseBodyError && error.error === "invalid_client") ||
        (error instanceof WWWAuthenticateChallengeError && error.status === 401);
      if (!refused) throw new IssuerAwayError();
      this.#tokens = undefined;
      this.#refusedAt = now();
      await key.setRefused(true);
      changed();
      return null;
    }
  }

  async #grant({ server, client, request }: Issuer, scope: string): Promise<TokenEndpointResponse> {
    const proof = PrivateKeyJwt(this.#options.key.privateKey);
    return processClientCredentialsResponse(
      server,
      client,
      await clientCredentialsGrantRequest(server, client, proof, { scope }, request),
    );
  }
}
