import { z } from "zod";
import type { IssuerEndpoints } from "../http/smart-configuration.ts";

export const ownEndpoints = (url: string): IssuerEndpoints => ({
  issuer: `${url}/oidc`,
  authorize: `${url}/oidc/auth`,
  token: `${url}/oidc/token`,
  revocation: `${url}/oidc/token/revocation`,
  jwks: `${url}/oidc/jwks`,
});

const discovery = z.object({
  issuer: z.string(),
  authorization_endpoint: z.string().url(),
  token_endpoint: z.string().url(),
  revocation_endpoint: z.string().url().optional(),
  jwks_uri: z.string().url(),
});

/** Endpoints of another issuer, by its discovery document. @throws when it cannot be reached or is not one */
export const externalEndpoints = async (issuer: string): Promise<IssuerEndpoints> => {
  const response = await fetch(`${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`, {
    signal: AbortSignal.timeout(10_000),
  });
  const found = discovery.parse(await response.json());
  return {
    issuer: found.issuer,
    authorize: found.authorization_endpoint,
    token: found.token_endpoint,
    revocation: found.revocation_endpoint,
    jwks: found.jwks_uri,
  };
};
