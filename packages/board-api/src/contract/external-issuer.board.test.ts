import { createServer, type Server } from "node:http";
import { exportJWK, generateKeyPair, SignJWT } from "jose";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ROLE_SCOPES } from "../definitions/interactions.ts";
import { freePort } from "../http/free-port.ts";
import { type Board, startBoard } from "../start-board.ts";
import { waitStated } from "./checks/http-checks.ts";
import { Desk } from "./desk.ts";
import { contractOptions } from "./run-contract.ts";

/** A province's own OpenID Connect issuer, as far as the board needs one: discovery and keys. */
describe("another issuer, by configuration", () => {
  let provider: Server | undefined;
  let board: Board | undefined;
  let issuer = "";
  let sign: (
    claims: object,
    over?: { audience?: string; issuer?: string; expires?: Date },
  ) => Promise<string>;

  beforeAll(async () => {
    const { privateKey, publicKey } = await generateKeyPair("RS256", { extractable: true });
    const jwk = { ...(await exportJWK(publicKey)), kid: "k1", alg: "RS256", use: "sig" };
    const port = await freePort("127.0.0.1");
    issuer = `http://127.0.0.1:${port}`;
    provider = createServer((request, response) => {
      response.setHeader("content-type", "application/json");
      response.end(
        JSON.stringify(
          request.url === "/jwks"
            ? { keys: [jwk] }
            : {
                issuer,
                authorization_endpoint: `${issuer}/auth`,
                token_endpoint: `${issuer}/token`,
                jwks_uri: `${issuer}/jwks`,
              },
        ),
      );
    }).listen(port, "127.0.0.1");
    board = await startBoard({ ...contractOptions, people: 3, issuer, requestsPerMinute: 20 });
    const fhirUrl = board.fhirUrl;
    sign = (claims, over = {}) =>
      new SignJWT({ ...claims })
        .setProtectedHeader({ alg: "RS256", kid: "k1", typ: "at+jwt" })
        .setIssuer(over.issuer ?? issuer)
        .setAudience(over.audience ?? fhirUrl)
        .setSubject("someone")
        .setExpirationTime(over.expires ?? "5m")
        .sign(privateKey);
  });
  afterAll(async () => {
    await board?.stop();
    provider?.close();
  });

  const status = async (token: string): Promise<number> =>
    (await new Desk(board?.url ?? "", token).get("/Flag?_count=1")).status;

  it("is believed about its own users, and the board's own sign-in is gone", async () => {
    const claims = { role: "receptionist", scope: ROLE_SCOPES.receptionist.join(" ") };
    expect(await status(await sign(claims))).toBe(200);
    expect(await status(await sign({ ...claims, role: "boss" }))).toBe(403);
    expect(await status(await sign(claims, { audience: "https://other.example/fhir" }))).toBe(401);
    expect(await status(await sign(claims, { issuer: "https://other.example" }))).toBe(401);
    expect(await status(await sign(claims, { expires: new Date(0) }))).toBe(401);
    expect((await fetch(`${board?.url}/oidc/auth`)).status).toBe(404);
    const smart = await (await fetch(`${board?.fhirUrl}/.well-known/smart-configuration`)).text();
    expect(smart).toContain(`${issuer}/auth`);
  });

  it("answers no other origin, and slows down who asks too often", async () => {
    const url = `${board?.url}/fhir/metadata`;
    const foreign = await fetch(url, { headers: { origin: "https://his.example" } });
    expect(foreign.headers.get("access-control-allow-origin")).toBeNull();
    const [slowed] = await waitStated({ url: board?.url ?? "", burst: 25, waits: [] });
    expect(slowed?.status).toBe(429);
    expect(slowed?.headers.get("retry-after")).toMatch(/^\d+$/);
    expect(await slowed?.text()).toContain("too-many-requests");
  });
});
