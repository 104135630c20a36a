import { z } from "zod";
import { openLoginPage, tokenRequest } from "../sign-in.ts";
import { given, holds, NotAsked, same } from "./findings.ts";
import type { Ground } from "./ground.ts";

const smart = z.looseObject({
  issuer: z.url(),
  authorization_endpoint: z.url(),
  token_endpoint: z.url(),
  scopes_supported: z.array(z.string()).optional(),
  code_challenge_methods_supported: z.array(z.string()).optional(),
});

const LOOPBACK = new Set(["localhost", "127.0.0.1", "[::1]"]);
const isSecure = (address: string): boolean => {
  const { protocol, hostname } = new URL(address);
  return protocol === "https:" || LOOPBACK.has(hostname);
};

/** SMART discovery, as the client reads it before every sign-in (packages/vault, issuer). */
export const signInStated = async ({ url }: Ground) => {
  const answer = await fetch(`${url}/fhir/.well-known/smart-configuration`, { redirect: "error" });
  same("status of /fhir/.well-known/smart-configuration", 200, answer.status);
  const read = smart.safeParse(await answer.json().catch(() => undefined));
  holds("it names issuer, authorization_endpoint and token_endpoint", read.success);
  const stated = read.data;
  if (!stated) return;
  const addresses = [url, stated.issuer, stated.authorization_endpoint, stated.token_endpoint];
  holds("all of them are https (or this machine)", addresses.every(isSecure));
  const methods = stated.code_challenge_methods_supported ?? ["S256"];
  holds("PKCE with S256 is among its methods", methods.includes("S256"));
};

/** Where the sign-in server says that it refuses: in the address that it leads back to, or by its status. */
const isRefused = ({ location, response }: Awaited<ReturnType<typeof openLoginPage>>): boolean =>
  location.includes("error=") || response.status >= 400;

/** PKCE with S256 is insisted on, and codes go to registered addresses alone. */
export const pkceInsistedOn = async ({ url, signIn }: Ground) => {
  const known = { client_id: signIn.clientId, redirect_uri: signIn.redirectUri };
  const open = async (extra: Record<string, string>) => openLoginPage(url, { ...known, ...extra });
  const good = await open({}).catch(() => undefined);
  if (!good) throw new NotAsked("no-sign-in");
  if (isRefused(good)) throw new NotAsked("return-address-unknown");
  const without = await open({ code_challenge: "", code_challenge_method: "" });
  holds("a sign-in without PKCE is refused", isRefused(without));
  const plain = await open({ code_challenge_method: "plain" });
  holds("a sign-in with PKCE “plain” is refused", isRefused(plain));
  const elsewhere = await open({ redirect_uri: "https://evil.example/cb" });
  holds("no code is sent to an address that is not registered", !elsewhere.location.includes("evil"));
  holds("a sign-in that would lead there is refused", isRefused(elsewhere));
  return { without, plain, elsewhere };
};

const claims = z.looseObject({
  iss: z.string(),
  sub: z.string().min(1),
  name: z.string().min(1),
  role: z.enum(["receptionist", "doctor", "board-officer", "it"]),
  fhirUser: z.string().regex(/^Practitioner\/[A-Za-z0-9\-.]{1,64}$/),
});

/** The ID token says who signed in and in which role (packages/vault, tokens). */
export const identityStated = async ({ signIn }: Ground) => {
  const [, payload = ""] = given(signIn.idToken, "not-signed-in-here").split(".");
  const stated: unknown = JSON.parse(Buffer.from(payload, "base64url").toString("utf8"));
  holds("the ID token has iss, sub, name, role and fhirUser", claims.safeParse(stated).success);
};

const grant = z.object({ access_token: z.string(), refresh_token: z.string().optional() });

/** A refresh token gives another access token, which is good. */
export const refreshed = async ({ url, signIn, nobody }: Ground) => {
  const refreshToken = given(signIn.refreshToken, "not-signed-in-here");
  const answer = await tokenRequest(url, {
    client_id: signIn.clientId,
    grant_type: "refresh_token",
    refresh_token: refreshToken,
  });
  same("status of a refresh", 200, answer.status);
  const read = grant.safeParse(await answer.json());
  holds("it gives an access token", read.success);
  if (read.data?.refresh_token !== undefined) signIn.renewed(read.data.refresh_token);
  const headers = { authorization: `Bearer ${read.data?.access_token ?? ""}` };
  const used = await nobody.send("GET", "/Flag?_count=1", undefined, headers);
  same("status of reading with it", 200, used.status);
  return { former: refreshToken, next: read.data };
};
