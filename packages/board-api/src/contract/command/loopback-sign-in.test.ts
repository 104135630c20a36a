import { createHash } from "node:crypto";
import { createServer, type Server } from "node:http";
import { afterEach, describe, expect, it } from "vitest";
import { UsageError } from "../../../../../scripts/command-line/usage-error.ts";
import { freePort } from "../../http/free-port.ts";
import { signInHere } from "./loopback-sign-in.ts";

let server: Server | undefined;
afterEach(() => server?.close());

/** A sign-in server as far as the command needs one: discovery, and a token for a code with its PKCE verifier. */
const issuer = async (challengeOf: () => string): Promise<string> => {
  const port = await freePort("127.0.0.1");
  const url = `http://127.0.0.1:${port}`;
  const started = createServer((request, response) => {
    if (request.url === "/fhir/.well-known/smart-configuration") {
      const endpoints = { authorization_endpoint: `${url}/auth`, token_endpoint: `${url}/token` };
      response.end(JSON.stringify({ issuer: url, ...endpoints, scopes_supported: ["user/Flag.rs"] }));
      return;
    }
    let body = "";
    request.on("data", (chunk: Buffer) => {
      body += chunk.toString("utf8");
    });
    request.on("end", () => {
      const verifier = new URLSearchParams(body).get("code_verifier") ?? "";
      const isRight = createHash("sha256").update(verifier).digest("base64url") === challengeOf();
      response.end(JSON.stringify(isRight ? { access_token: "a", refresh_token: "r" } : { error: "x" }));
    });
  });
  server = started;
  await new Promise<void>((resolve) => started.listen(port, "127.0.0.1", resolve));
  return url;
};

describe("signing in from the command", () => {
  const walk = async (answer: (asked: URL) => Record<string, string>) => {
    let challenge = "";
    const board = await issuer(() => challenge);
    const port = await freePort("127.0.0.1");
    const show = (address: string): void => {
      const asked = new URL(address);
      challenge = asked.searchParams.get("code_challenge") ?? "";
      const back = asked.searchParams.get("redirect_uri") ?? "";
      void fetch(`${back}?${new URLSearchParams(answer(asked))}`);
    };
    return signInHere({ board, port, show });
  };
  const state = (asked: URL): string => asked.searchParams.get("state") ?? "";

  it("comes back with tokens, by PKCE with S256", async () => {
    const tokens = await walk((asked) => {
      expect(asked.searchParams.get("code_challenge_method")).toBe("S256");
      expect(asked.searchParams.get("scope")).toBe("openid profile offline_access user/Flag.rs");
      return { code: "c", state: state(asked) };
    });
    expect(tokens).toEqual({ access_token: "a", refresh_token: "r" });
  });

  it("takes no answer to another question, and says what to do", async () => {
    await expect(walk(() => ({ code: "c", state: "other" }))).rejects.toThrow(UsageError);
    await expect(walk((asked) => ({ error: "access_denied", state: state(asked) }))).rejects.toThrow(
      /127\.0\.0\.1/,
    );
  });
});
