import { allScopes } from "../oidc/issuer.ts";

export interface IssuerEndpoints {
  readonly issuer: string;
  readonly authorize: string;
  readonly token: string;
  readonly revocation: string | undefined;
  readonly jwks: string;
}

/** SMART App Launch 2 discovery (`/fhir/.well-known/smart-configuration`). */
export const smartConfiguration = (endpoints: IssuerEndpoints) => ({
  issuer: endpoints.issuer,
  jwks_uri: endpoints.jwks,
  authorization_endpoint: endpoints.authorize,
  token_endpoint: endpoints.token,
  ...(endpoints.revocation === undefined ? {} : { revocation_endpoint: endpoints.revocation }),
  grant_types_supported: ["authorization_code"],
  response_types_supported: ["code"],
  code_challenge_methods_supported: ["S256"],
  token_endpoint_auth_methods_supported: ["none"],
  scopes_supported: ["openid", "profile", "offline_access", ...allScopes()],
  capabilities: [
    "client-public",
    "sso-openid-connect",
    "permission-offline",
    "permission-user",
    "permission-v2",
  ],
});
