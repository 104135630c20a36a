import { z } from "zod";
import { CLIENT, discover, REDIRECT_URI } from "../sign-in.ts";
import { holds, NotAsked, same } from "./findings.ts";
import type { Ground } from "./ground.ts";

const statement = z.looseObject({
  resourceType: z.literal("CapabilityStatement"),
  fhirVersion: z.string(),
  format: z.array(z.string()),
});

/** The CapabilityStatement says R4 and JSON, without a sign-in. */
export const capabilitiesStated = async ({ nobody }: Ground) => {
  const answer = await nobody.get("/metadata");
  same("status of /metadata without a sign-in", 200, answer.status);
  const read = statement.safeParse(answer.json);
  holds("it is a CapabilityStatement", read.success);
  holds("of FHIR R4 (4.0)", read.data?.fhirVersion.startsWith("4.0") ?? false);
  holds("with JSON among its formats", read.data?.format.some((one) => one.includes("json")) ?? false);
};

const isWeb = (origin: string): boolean => /^https?:/.test(origin);

const wordsOf = (header: string | null): readonly string[] =>
  (header ?? "").split(",").map((word) => word.trim().toLowerCase());

const isAllowed = (answer: Response, origin: string): boolean =>
  [origin, "*"].includes(answer.headers.get("access-control-allow-origin") ?? "");

/** What a browser asks before it sends a transaction from a portal's page. */
const portalAllowed = async (url: string, tokenEndpoint: string, origin: string): Promise<void> => {
  const asked = await fetch(`${url}/fhir`, {
    method: "OPTIONS",
    headers: {
      origin,
      "access-control-request-method": "POST",
      "access-control-request-headers": "authorization,content-type",
    },
  });
  same("status class of the preflight of a transaction", 2, Math.floor(asked.status / 100));
  holds("the preflight allows the portal's origin", isAllowed(asked, origin));
  const headers = wordsOf(asked.headers.get("access-control-allow-headers"));
  holds(
    "it allows the headers authorization and content-type",
    ["authorization", "content-type"].every((name) => headers.includes(name)),
  );
  const read = await fetch(`${url}/fhir/metadata`, { headers: { origin } });
  holds("an answer is readable from the portal's origin", isAllowed(read, origin));
  const exposed = wordsOf(read.headers.get("access-control-expose-headers"));
  holds("it exposes Retry-After", exposed.includes("retry-after") || exposed.includes("*"));
  const discovery = await fetch(`${url}/fhir/.well-known/smart-configuration`, { headers: { origin } });
  holds("sign-in discovery is readable from the portal's origin", isAllowed(discovery, origin));
  holds("so is the token endpoint", isAllowed(await spoiltGrant(tokenEndpoint, origin), origin));
};

/** A code that nobody was given, from some origin. */
const spoiltGrant = (tokenEndpoint: string, origin: string | undefined): Promise<Response> =>
  fetch(tokenEndpoint, {
    method: "POST",
    headers: origin === undefined ? {} : { origin },
    body: new URLSearchParams({
      client_id: CLIENT,
      grant_type: "authorization_code",
      code: "no-such-code",
      code_verifier: "y".repeat(43),
      redirect_uri: REDIRECT_URI,
    }),
  });

const oauthError = z.looseObject({ error: z.string() });
const errorOf = async (answer: Response): Promise<string | undefined> =>
  oauthError.safeParse(await answer.json().catch(() => undefined)).data?.error;

/** An extension reads answers whatever CORS says, but its requests carry its origin: nothing may be refused for it. */
const extensionAllowed = async (url: string, tokenEndpoint: string, origin: string): Promise<void> => {
  const read = await fetch(`${url}/fhir/metadata`, { headers: { origin } });
  same("status of /metadata from the extension's origin", 200, read.status);
  const [plain, ours] = [
    await spoiltGrant(tokenEndpoint, undefined),
    await spoiltGrant(tokenEndpoint, origin),
  ];
  same("status of the token endpoint from the extension's origin", plain.status, ours.status);
  holds("it refuses nothing because of the origin", (await errorOf(plain)) === (await errorOf(ours)));
};

/** Portals may read the board from their own pages, and extensions are not refused for their origin. */
export const originsAllowed = async ({ url, origins }: Ground) => {
  if (origins.length === 0) throw new NotAsked("no-origin");
  const stated = await discover(url).catch(() => undefined);
  if (!stated) throw new NotAsked("no-sign-in");
  for (const origin of origins)
    await (isWeb(origin) ? portalAllowed : extensionAllowed)(url, stated.token_endpoint, origin);
};

/** A server that asks to wait says how long. */
export const waitStated = async ({ url, burst, waits }: Pick<Ground, "url" | "burst" | "waits">) => {
  const answers = await Promise.all(Array.from({ length: burst }, () => fetch(`${url}/fhir/metadata`)));
  const limited = answers.filter(({ status }) => status === 429 || status === 503);
  const told = [...waits, ...limited.map(({ headers }) => headers.has("retry-after"))];
  if (told.length === 0) throw new NotAsked("no-limit-met");
  holds("every answer of 429 or 503 had Retry-After", told.every(Boolean));
  return limited;
};
