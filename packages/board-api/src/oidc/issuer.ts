import Provider, { type Configuration, interactionPolicy } from "oidc-provider";
import { findAccount } from "../auth/accounts.ts";
import { SECOND_FACTOR } from "../auth/second-factor.ts";
import type { Database } from "../database/database.ts";
import { DEVICE_SCOPES, ROLE_SCOPES } from "../definitions/interactions.ts";
import { databaseAdapter } from "./adapter.ts";
import { deviceClaims } from "./device-clients.ts";
import { isExtensionOrigin } from "./extension-origins.ts";
import type { SigningSecrets } from "./keys.ts";
import { loginHeaders, loginPage } from "./login-page.ts";

export const CLIENT_ID = "cadre-care-extension";

export interface IssuerOptions {
  readonly issuer: string;
  /** FHIR base: the audience of access tokens. */
  readonly resource: string;
  readonly redirectUris: readonly string[];
  readonly corsOrigins: readonly string[];
}

const ACCESS_TOKEN_SECONDS = 600;
const REFRESH_TOKEN_SECONDS = 30 * 86_400;

export const allScopes = (): string[] => [...new Set(Object.values(ROLE_SCOPES).flat())];

/** A reception machine is shared: a session left in the browser never signs the next person in. */
const alwaysAsk = () => {
  const policy = interactionPolicy.base();
  const login = policy.get("login");
  login?.checks.add(
    new interactionPolicy.Check("shared_machine", "every sign-in asks for the password", (context) =>
      context.oidc.result?.login === undefined
        ? interactionPolicy.Check.REQUEST_PROMPT
        : interactionPolicy.Check.NO_NEED_TO_PROMPT,
    ),
  );
  // The client is the board's own: what it may do follows from the user's role, not from a consent screen.
  policy.get("consent")?.checks.clear();
  return policy;
};

const configuration = (
  database: Database,
  secrets: SigningSecrets,
  options: IssuerOptions,
): Configuration => ({
  adapter: databaseAdapter(database),
  jwks: secrets.jwks,
  cookies: { keys: secrets.cookieKeys },
  clients: [
    {
      client_id: CLIENT_ID,
      client_name: "Cadre Care",
      application_type: "native",
      token_endpoint_auth_method: "none",
      grant_types: ["authorization_code", "refresh_token"],
      response_types: ["code"],
      redirect_uris: [...options.redirectUris],
      id_token_signed_response_alg: "ES256",
    },
  ],
  scopes: ["openid", "profile", "offline_access"],
  claims: { openid: ["sub", "role", "site", "fhirUser", "acr", "amr"], profile: ["name"] },
  acrValues: [SECOND_FACTOR],
  clientAuthMethods: ["none", "private_key_jwt"],
  enabledJWA: { clientAuthSigningAlgValues: ["ES256"] },
  conformIdTokenClaims: false,
  pkce: { required: () => true },
  features: {
    devInteractions: { enabled: false },
    /** Machines that IT has enrolled, by a signed assertion (RFC 7523). */
    clientCredentials: { enabled: true },
    revocation: { enabled: true },
    rpInitiatedLogout: { enabled: false },
    resourceIndicators: {
      enabled: true,
      defaultResource: () => options.resource,
      useGrantedResource: () => true,
      getResourceServerInfo: (_context, _resource, client) => ({
        scope: (client.clientId === CLIENT_ID ? allScopes() : DEVICE_SCOPES).join(" "),
        audience: options.resource,
        accessTokenTTL: ACCESS_TOKEN_SECONDS,
        accessTokenFormat: "jwt",
        jwt: { sign: { alg: "ES256" } },
      }),
    },
  },
  interactions: {
    policy: alwaysAsk(),
    url: (_context, interaction) => `/oidc/interaction/${interaction.uid}`,
  },
  findAccount: async (_context, subject) => {
    const account = await findAccount(database, subject);
    if (!account) return undefined;
    return {
      accountId: subject,
      claims: () => ({
        sub: subject,
        name: account.name,
        role: account.role,
        ...(account.site === null ? {} : { site: account.site }),
        fhirUser: `Practitioner/${account.practitioner}`,
      }),
    };
  },
  extraTokenClaims: async (context, token) => {
    if (token.kind === "ClientCredentials") return deviceClaims(database, token.clientId);
    // Only a sign-in that somebody has just done tells how; a refreshed token does not.
    const code = context.oidc.entities.AuthorizationCode;
    const how = code?.acr === undefined ? {} : { acr: code.acr, amr: code.amr, auth_time: code.authTime };
    const account =
      "accountId" in token && token.accountId !== undefined
        ? await findAccount(database, token.accountId)
        : undefined;
    return account === undefined
      ? undefined
      : {
          role: account.role,
          ...(account.site === null ? {} : { site: account.site }),
          fhirUser: `Practitioner/${account.practitioner}`,
          ...how,
        };
  },
  // oidc-provider drops offline_access unless a consent screen is asked for; there is none, and the only client is ours.
  issueRefreshToken: (_context, client) => client.grantTypeAllowed("refresh_token"),
  expiresWithSession: () => false,
  rotateRefreshToken: true,
  /** The grant holds the scopes of the user's role and no other, whatever was asked for. */
  loadExistingGrant: async (context) => {
    const accountId = context.oidc.session?.accountId;
    const account = accountId === undefined ? undefined : await findAccount(database, accountId);
    if (!account) return undefined;
    const grant = new context.oidc.provider.Grant({ accountId: account.subject, clientId: CLIENT_ID });
    grant.addOIDCScope("openid profile offline_access");
    grant.addResourceScope(options.resource, ROLE_SCOPES[account.role].join(" "));
    await grant.save();
    return grant;
  },
  renderError: (context, out) => {
    const page = {
      action: "",
      login: "",
      problem: "unusable" as const,
      detail: out.error,
      redirectOrigins: [],
    };
    context.set(loginHeaders(page));
    context.body = loginPage(page);
  },
  clientBasedCORS: (_context, origin) =>
    options.corsOrigins.includes(origin) || isExtensionOrigin(origin, options.redirectUris),
  ttl: {
    AccessToken: ACCESS_TOKEN_SECONDS,
    ClientCredentials: ACCESS_TOKEN_SECONDS,
    AuthorizationCode: 60,
    IdToken: 3600,
    RefreshToken: REFRESH_TOKEN_SECONDS,
    Grant: REFRESH_TOKEN_SECONDS,
    Interaction: 1800,
    Session: 3600,
  },
});

/** oidc-provider as the board's own OpenID Connect issuer: one public client, PKCE, rotating refresh tokens. */
export const createIssuer = (database: Database, secrets: SigningSecrets, options: IssuerOptions): Provider =>
  new Provider(options.issuer, configuration(database, secrets, options));
