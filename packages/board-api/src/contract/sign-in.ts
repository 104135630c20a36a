import { createHash, randomBytes } from "node:crypto";
import { z } from "zod";

const tokens = z.object({
  access_token: z.string(),
  refresh_token: z.string().optional(),
  id_token: z.string().optional(),
  scope: z.string().optional(),
});
export type Tokens = z.infer<typeof tokens>;

const smart = z.object({
  issuer: z.string(),
  authorization_endpoint: z.string(),
  token_endpoint: z.string(),
  revocation_endpoint: z.string().optional(),
  scopes_supported: z.array(z.string()).default([]),
});

export const REDIRECT_URI = "http://127.0.0.1:9/signed-in";
export const CLIENT = "cadre-care-extension";

/** A browser's cookie jar, as far as a sign-in needs one. */
class Jar {
  readonly #cookies = new Map<string, string>();

  async fetch(url: string, init: RequestInit = {}): Promise<Response> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const response = await fetch(url, {
      ...init,
      redirect: "manual",
      headers: { ...Object.fromEntries(new Headers(init.headers)), cookie },
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (name !== undefined && value !== undefined) this.#cookies.set(name, value);
    }
    return response;
  }
}

export const discover = async (url: string): Promise<z.infer<typeof smart>> =>
  smart.parse(await (await fetch(`${url}/fhir/.well-known/smart-configuration`)).json());

/** Posts to the token endpoint as the public client. */
export const tokenRequest = async (url: string, fields: Record<string, string>): Promise<Response> =>
  fetch((await discover(url)).token_endpoint, {
    method: "POST",
    body: new URLSearchParams({ client_id: CLIENT, ...fields }),
  });

/** Walks the redirects from the authorization endpoint to the sign-in page. A parameter of `extra` that is empty is left out. */
export const openLoginPage = async (url: string, extra: Record<string, string> = {}) => {
  const { authorization_endpoint, scopes_supported } = await discover(url);
  const verifier = randomBytes(32).toString("base64url");
  const query = new URLSearchParams({
    client_id: CLIENT,
    response_type: "code",
    redirect_uri: REDIRECT_URI,
    scope: [...new Set(["openid", ...scopes_supported])].join(" "),
    state: "state-of-test",
    code_challenge: createHash("sha256").update(verifier).digest("base64url"),
    code_challenge_method: "S256",
    ...extra,
  });
  for (const [name, value] of Object.entries(extra)) if (value === "") query.delete(name);
  const jar = new Jar();
  const start = await jar.fetch(`${authorization_endpoint}?${query}`);
  const location = start.headers.get("location") ?? "";
  if (location.startsWith(extra.redirect_uri ?? REDIRECT_URI))
    return { jar, verifier, location, page: undefined, response: start };
  // A page that comes at once, or a refusal that leads nowhere.
  if (location === "") return { jar, verifier, location, page: await start.text(), response: start };
  const address = new URL(location, authorization_endpoint).href;
  const response = await jar.fetch(address);
  return { jar, verifier, location: address, page: await response.text(), response };
};

export class SignInRefused extends Error {
  readonly page: string;
  constructor(status: number, page: string) {
    super(`sign-in answered ${status}`);
    this.page = page;
  }
}

/** The whole way of a browser: authorization request, sign-in form, code, tokens. */
export const signIn = async (
  url: string,
  login: string,
  password: string,
  extra: Record<string, string> = {},
  code?: string,
): Promise<Tokens> => {
  const { jar, verifier, location } = await openLoginPage(url, extra);
  let response = await jar.fetch(location, {
    method: "POST",
    body: new URLSearchParams({ login, password, ...(code === undefined ? {} : { code }) }),
  });
  for (let hop = 0; hop < 6; hop += 1) {
    const next = response.headers.get("location");
    if (next === null) throw new SignInRefused(response.status, await response.text());
    if (next.startsWith(REDIRECT_URI)) {
      const code = new URL(next).searchParams.get("code");
      if (code === null) throw new SignInRefused(response.status, next);
      const answer = await tokenRequest(url, {
        grant_type: "authorization_code",
        code,
        redirect_uri: REDIRECT_URI,
        code_verifier: verifier,
      });
      return tokens.parse(await answer.json());
    }
    response = await jar.fetch(new URL(next, url).href);
  }
  throw new SignInRefused(response.status, "too many redirects");
};
