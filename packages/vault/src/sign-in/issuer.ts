import {
  type AuthorizationServer,
  allowInsecureRequests,
  type Client,
  clockSkew,
  customFetch,
} from "oauth4webapi";
import { z } from "zod";

const smartConfigurationSchema = z.object({
  issuer: z.url(),
  authorization_endpoint: z.url(),
  token_endpoint: z.url(),
  revocation_endpoint: z.url().optional(),
  jwks_uri: z.url().optional(),
  scopes_supported: z.array(z.string()).default([]),
});

/** The board's sign-in server as its discovery document describes it. */
export interface Issuer {
  readonly server: AuthorizationServer;
  readonly client: Client;
  readonly scopes: readonly string[];
  readonly request: RequestOptions;
}

export interface RequestOptions {
  [customFetch]: (url: string, options: RequestInit) => Promise<Response>;
  [allowInsecureRequests]: boolean;
}

export interface IssuerOptions {
  /** Base URL of the board, without a slash at the end. */
  readonly board: string;
  readonly clientId: string;
  readonly fetch: typeof globalThis.fetch;
  /** This machine's clock, epoch milliseconds. */
  readonly now: () => number;
}

/** The address is neither https nor this machine itself. */
export class NotSecureError extends Error {}
/** The answer is no discovery document. */
export class NotAnIssuerError extends Error {}

const LOOPBACK = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** Plain http only to this very machine: development and demo. */
export function isLoopback(url: string): boolean {
  const { protocol, hostname } = new URL(url);
  return protocol === "http:" && LOOPBACK.has(hostname);
}

const isSecure = (url: string): boolean => new URL(url).protocol === "https:" || isLoopback(url);

const SLOW_MS = 25_000;

/**
 * Reads `<board>/fhir/.well-known/smart-configuration`.
 * @throws NotSecureError, NotAnIssuerError, TypeError when the board cannot be reached
 */
export async function discoverIssuer(options: IssuerOptions): Promise<Issuer> {
  const { board, clientId, fetch, now } = options;
  if (!isSecure(board)) throw new NotSecureError();
  const response = await fetch(`${board}/fhir/.well-known/smart-configuration`, {
    headers: { accept: "application/json" },
    cache: "no-store",
    credentials: "omit",
    redirect: "error",
    signal: AbortSignal.timeout(SLOW_MS),
  });
  const read = smartConfigurationSchema.safeParse(await response.json().catch(() => undefined));
  if (!response.ok || !read.success) throw new NotAnIssuerError();
  const found = read.data;
  for (const url of [
    found.issuer,
    found.authorization_endpoint,
    found.token_endpoint,
    found.revocation_endpoint,
  ])
    if (url !== undefined && !isSecure(url)) throw new NotSecureError();
  // A wrong clock of this machine must not make good tokens look expired.
  const serverTime = Date.parse(response.headers.get("date") ?? "");
  const skew = Number.isNaN(serverTime) ? 0 : Math.round((serverTime - now()) / 1000);
  return {
    server: {
      issuer: found.issuer,
      authorization_endpoint: found.authorization_endpoint,
      token_endpoint: found.token_endpoint,
      ...(found.revocation_endpoint === undefined ? {} : { revocation_endpoint: found.revocation_endpoint }),
      id_token_signing_alg_values_supported: ["ES256", "ES384", "RS256", "PS256", "EdDSA", "Ed25519"],
      ...(found.jwks_uri === undefined ? {} : { jwks_uri: found.jwks_uri }),
    },
    client: { client_id: clientId, [clockSkew]: skew },
    scopes: found.scopes_supported,
    request: {
      [customFetch]: (url, init) =>
        fetch(url, { ...init, credentials: "omit", signal: AbortSignal.timeout(SLOW_MS) }),
      [allowInsecureRequests]: isLoopback(board),
    },
  };
}
