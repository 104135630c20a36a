import { type Problem, type Result, success } from "@cadre-care/domain";
import {
  AuthorizationResponseError,
  authorizationCodeGrantRequest,
  calculatePKCECodeChallenge,
  generateRandomCodeVerifier,
  generateRandomNonce,
  generateRandomState,
  getValidatedIdTokenClaims,
  JWT_TIMESTAMP_CHECK,
  None,
  OperationProcessingError,
  processAuthorizationCodeResponse,
  processRefreshTokenResponse,
  ResponseBodyError,
  refreshTokenGrantRequest,
  revocationRequest,
  validateAuthResponse,
} from "oauth4webapi";
import { discoverIssuer, type IssuerOptions, NotAnIssuerError, NotSecureError } from "./issuer.ts";
import { signInProblems } from "./sign-in-problems.ts";
import { type SignedIn, type Tokens, tokensOf, userOf } from "./tokens.ts";

export interface SignInOptions extends IssuerOptions {
  readonly redirectUri: string;
  /** Shows the board's page and resolves with the address that it came back to; rejects when the user closed it. */
  readonly authorise: (url: string) => Promise<string>;
  /** Asks for the second factor, and takes no sign-in without it. */
  readonly secondFactor?: boolean;
}

/** `acr` of a sign-in with the second factor (docs/vault-states.md). */
export const SECOND_FACTOR = "urn:cadre-care:second-factor";

const { problem, refuse } = signInProblems;

/** The user closed the window, or the browser could not show it. */
class CancelledError extends Error {}

/** Errors that say: this credential is over, only a person can sign in again. */
const ENDED = new Set(["invalid_grant", "access_denied", "unauthorized_client", "invalid_client"]);

function problemOf(error: unknown): Problem {
  if (error instanceof CancelledError) return problem("sign-in-cancelled");
  if (error instanceof NotSecureError) return problem("sign-in-not-secure");
  if (error instanceof NotAnIssuerError) return problem("sign-in-board-misconfigured");
  if (error instanceof AuthorizationResponseError)
    return problem(error.error === "access_denied" ? "sign-in-cancelled" : "sign-in-refused");
  if (error instanceof ResponseBodyError)
    return problem(ENDED.has(error.error) ? "sign-in-refused" : "sign-in-board-misconfigured");
  if (error instanceof OperationProcessingError)
    return problem(error.code === JWT_TIMESTAMP_CHECK ? "sign-in-clock" : "sign-in-mixed-up");
  // What fetch itself rejects with: TypeError, or the time-out's DOMException.
  return problem("sign-in-board-unreachable");
}

/** OAuth 2 authorization code with PKCE, for a public client (RFC 7636, RFC 9700). */
export async function signIn(options: SignInOptions): Promise<Result<SignedIn>> {
  const { authorise, redirectUri, now } = options;
  try {
    const { server, client, scopes, request } = await discoverIssuer(options);
    const [verifier, state, nonce] = [
      generateRandomCodeVerifier(),
      generateRandomState(),
      generateRandomNonce(),
    ];
    const url = new URL(server.authorization_endpoint ?? "");
    for (const [name, value] of Object.entries({
      client_id: options.clientId,
      response_type: "code",
      redirect_uri: redirectUri,
      scope: [...new Set(["openid", "profile", "offline_access", ...scopes])].join(" "),
      state,
      nonce,
      code_challenge: await calculatePKCECodeChallenge(verifier),
      code_challenge_method: "S256",
      ...(options.secondFactor ? { acr_values: SECOND_FACTOR } : {}),
    }))
      url.searchParams.set(name, value);
    const back = await authorise(url.href).catch((cause: unknown) => {
      throw new CancelledError("sign-in window closed", { cause });
    });
    if (!back.startsWith(redirectUri)) return refuse("sign-in-mixed-up");
    const parameters = validateAuthResponse(server, client, new URL(back), state);
    const response = await authorizationCodeGrantRequest(
      server,
      client,
      None(),
      parameters,
      redirectUri,
      verifier,
      request,
    );
    const answer = await processAuthorizationCodeResponse(server, client, response, {
      expectedNonce: nonce,
      requireIdToken: true,
    });
    if (options.secondFactor && getValidatedIdTokenClaims(answer)?.acr !== SECOND_FACTOR)
      return refuse("sign-in-no-second-factor");
    const user = userOf(answer);
    return user ? success({ user, tokens: tokensOf(answer, now()) }) : refuse("sign-in-role-unknown");
  } catch (error) {
    return { ok: false, problem: problemOf(error) };
  }
}

/** Another access token for a refresh token. `sign-in-refused`: it is over; anything else: try again later. */
export async function refresh(options: IssuerOptions, refreshToken: string): Promise<Result<Tokens>> {
  try {
    const { server, client, request } = await discoverIssuer(options);
    const response = await refreshTokenGrantRequest(server, client, None(), refreshToken, request);
    const answer = await processRefreshTokenResponse(server, client, response);
    return success(tokensOf(answer, options.now(), refreshToken));
  } catch (error) {
    return { ok: false, problem: problemOf(error) };
  }
}

/** Tells the issuer that a refresh token is no longer used. Best effort: signing out works without a network. */
export async function revoke(options: IssuerOptions, refreshToken: string): Promise<void> {
  try {
    const { server, client, request } = await discoverIssuer(options);
    if (server.revocation_endpoint) await revocationRequest(server, client, None(), refreshToken, request);
  } catch {
    // The token ends by itself.
  }
}
