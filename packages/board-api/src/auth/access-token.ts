import { createRemoteJWKSet, errors, type JWTVerifyGetKey, jwtVerify } from "jose";
import { z } from "zod";
import { BoardError } from "../outcome/outcome.ts";
import { type Caller, callerOf } from "./caller.ts";

export type VerifyAccessToken = (authorization: string | undefined) => Promise<Caller>;

const discovery = z.object({ issuer: z.string(), jwks_uri: z.string().url() });

/** Keys of any OpenID Connect issuer, found by its discovery document at first use and cached by jose. */
export const issuerKeys = (issuer: string): JWTVerifyGetKey => {
  let keys: Promise<ReturnType<typeof createRemoteJWKSet>> | undefined;
  const discover = async () => {
    const response = await fetch(`${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`, {
      signal: AbortSignal.timeout(10_000),
    });
    const found = discovery.parse(await response.json());
    if (found.issuer !== issuer) throw new BoardError("busy");
    return createRemoteJWKSet(new URL(found.jwks_uri));
  };
  return async (header, token) => {
    keys ??= discover();
    try {
      return (await keys)(header, token);
    } catch (error) {
      keys = undefined;
      throw error;
    }
  };
};

/**
 * Checks JWT access tokens (RFC 9068): signature, issuer, audience, time. Only asymmetric algorithms.
 * `leewaySeconds` covers clocks that differ a little.
 */
export const accessTokenVerifier = (
  issuer: string,
  audience: string,
  keys: JWTVerifyGetKey,
  leewaySeconds = 30,
): VerifyAccessToken => {
  const options = {
    issuer,
    audience,
    clockTolerance: leewaySeconds,
    algorithms: ["ES256", "ES384", "RS256", "PS256", "EdDSA"],
  };
  return async (authorization) => {
    const token = /^Bearer ([A-Za-z0-9._-]{1,8000})$/.exec(authorization ?? "")?.[1];
    if (token === undefined) throw new BoardError("sign-in-required");
    try {
      return callerOf((await jwtVerify(token, keys, options)).payload);
    } catch (error) {
      if (error instanceof errors.JOSEError) throw new BoardError("sign-in-required");
      if (error instanceof BoardError) throw error;
      throw new BoardError("busy");
    }
  };
};
