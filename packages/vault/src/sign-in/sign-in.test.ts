import { failure, type Result, success } from "@cadre-care/domain";
import { describe, expect, it } from "vitest";
import { MemoryIssuer } from "../testing/memory-issuer.ts";
import { AccessTokens, IssuerAwayError } from "./access-tokens.ts";
import { isLoopback } from "./issuer.ts";
import { refresh, type SignInOptions, signIn } from "./sign-in.ts";
import type { Tokens } from "./tokens.ts";

const REDIRECT = "https://extension.example/signed-in";

function setUp(more: Partial<SignInOptions> = {}) {
  const issuer = new MemoryIssuer(() => Date.now());
  const options: SignInOptions = {
    board: issuer.board,
    clientId: "cadre-care-extension",
    redirectUri: REDIRECT,
    authorise: issuer.authorise,
    fetch: issuer.fetch,
    now: () => Date.now(),
    ...more,
  };
  return { issuer, options };
}

describe("signing in", () => {
  it("gives the user and the tokens", async () => {
    const { issuer, options } = setUp();
    expect(await signIn(options)).toMatchObject({
      ok: true,
      value: {
        user: {
          issuer: "https://board.example/oidc",
          subject: "user-1",
          name: "Lê Thị Mẫu",
          role: "receptionist",
          site: "bv-tinh",
          fhirUser: "Practitioner/17",
        },
        tokens: { accessToken: "access-1", refreshToken: "refresh-1" },
      },
    });
    const asked = issuer.lastAuthorisation;
    expect(asked.get("code_challenge_method")).toBe("S256");
    expect(asked.get("scope")).toBe("openid profile offline_access user/Patient.rs");
    expect(issuer.requests[0]?.get("code_verifier")).toMatch(/^.{43,}$/);
  });

  it("works on a machine whose clock is a year wrong", async () => {
    const { issuer, options } = setUp();
    issuer.ahead = 365 * 86_400;
    expect(await signIn(options)).toMatchObject({ ok: true });
  });

  const code = async (more: Partial<SignInOptions>, prepare?: (issuer: MemoryIssuer) => void) => {
    const { issuer, options } = setUp(more);
    prepare?.(issuer);
    const answer = await signIn(options);
    return answer.ok ? "signed in" : answer.problem.code;
  };
  const back = (change: (url: URL) => void): Partial<SignInOptions> => ({
    authorise: async (url) => {
      const answer = new URL(REDIRECT);
      answer.searchParams.set("state", new URL(url).searchParams.get("state") ?? "");
      change(answer);
      return answer.href;
    },
  });

  it("tells apart what can go wrong", async () => {
    expect(
      await code({ authorise: () => Promise.reject(new Error("The user did not approve access.")) }),
    ).toBe("sign-in-cancelled");
    expect(await code(back((url) => url.searchParams.set("error", "access_denied")))).toBe(
      "sign-in-cancelled",
    );
    expect(await code(back((url) => url.searchParams.set("error", "server_error")))).toBe("sign-in-refused");
    expect(
      await code(
        back((url) => {
          url.searchParams.set("code", "c");
          url.searchParams.set("state", "somebody-else's");
        }),
      ),
    ).toBe("sign-in-mixed-up");
    expect(await code({ authorise: async () => "https://elsewhere.example/?code=c" })).toBe(
      "sign-in-mixed-up",
    );
    expect(
      await code({}, (issuer) => {
        issuer.down = true;
      }),
    ).toBe("sign-in-board-unreachable");
    expect(
      await code({}, (issuer) => {
        issuer.configuration = { token_endpoint: 5 };
      }),
    ).toBe("sign-in-board-misconfigured");
    expect(
      await code({}, (issuer) => {
        issuer.claims = { name: "Không vai trò", fhirUser: "Practitioner/1" };
      }),
    ).toBe("sign-in-role-unknown");
    expect(
      await code({}, (issuer) => {
        issuer.claims = { ...issuer.claims, nonce: "replayed" };
      }),
    ).toBe("sign-in-mixed-up");
  });

  it("sends nothing over http, unless to this machine", async () => {
    expect(await code({ board: "http://board.example" })).toBe("sign-in-not-secure");
    expect(
      await code({}, (issuer) => {
        issuer.configuration = { token_endpoint: "http://board.example/token" };
      }),
    ).toBe("sign-in-not-secure");
    expect(isLoopback("http://localhost:8787/x")).toBe(true);
    expect(isLoopback("http://127.0.0.1:8787")).toBe(true);
    expect(isLoopback("http://localhost.evil.example")).toBe(false);
    expect(isLoopback("https://localhost")).toBe(false);
  });
});

describe("renewing", () => {
  it("tells an ended sign-in from an issuer that is away", async () => {
    const { issuer, options } = setUp();
    expect(await refresh(options, "r")).toMatchObject({ ok: true, value: { accessToken: "access-1" } });
    issuer.refreshAnswer = () =>
      new Response('{"error":"invalid_grant"}', {
        status: 400,
        headers: { "content-type": "application/json" },
      });
    expect(await refresh(options, "r")).toMatchObject({ ok: false, problem: { code: "sign-in-refused" } });
    issuer.refreshAnswer = () => new Response("bad gateway", { status: 502 });
    const away = await refresh(options, "r");
    expect(!away.ok && away.problem.code).not.toBe("sign-in-refused");
    issuer.down = true;
    expect(await refresh(options, "r")).toMatchObject({ problem: { code: "sign-in-board-unreachable" } });
  });
});

describe("AccessTokens", () => {
  const gone = failure<Tokens>("sign-in-refused", { vi: "?", en: "?" });
  const away = failure<Tokens>("sign-in-board-unreachable", { vi: "?", en: "?" });

  function keeper(answers: Result<Tokens>[], refreshToken: string | undefined) {
    const state: { now: number; asked: string[]; stored: string | undefined } = {
      now: 0,
      asked: [],
      stored: refreshToken,
    };
    const access = new AccessTokens({
      refresh: async (refreshToken) => {
        state.asked.push(refreshToken);
        await Promise.resolve();
        return answers.shift() ?? gone;
      },
      readRefreshToken: async () => state.stored,
      writeRefreshToken: async (refreshToken) => {
        state.stored = refreshToken;
      },
      now: () => state.now,
    });
    return { access, state };
  }
  const tokens = (name: string, expiresAt = 600_000): Result<Tokens> =>
    success({ accessToken: `a${name}`, refreshToken: `r${name}`, expiresAt });

  it("asks the issuer once, however many ask at once", async () => {
    const { access, state } = keeper([tokens("1")], "r0");
    expect(await Promise.all([access.token(), access.token(), access.renew()])).toEqual(["a1", "a1", true]);
    expect(state.asked).toEqual(["r0"]);
    expect(state.stored).toBe("r1");
    expect(await access.token()).toBe("a1");
  });

  it("renews before the end, with the rotated refresh token", async () => {
    const { access, state } = keeper([tokens("1"), tokens("2", 1_200_000)], "r0");
    await access.token();
    state.now = 580_000;
    expect(await access.token()).toBe("a2");
    expect(state.asked).toEqual(["r0", "r1"]);
  });

  it("says null when it is over, and throws when nobody can tell", async () => {
    const { access, state } = keeper([away, gone], "r0");
    await expect(access.token()).rejects.toThrow(IssuerAwayError);
    expect(state.stored).toBe("r0");
    expect(await access.token()).toBe(null);
    expect(state.stored).toBeUndefined();
    expect(await keeper([], undefined).access.renew()).toBe(false);
  });

  it("an answer that arrives after sign-out belongs to nobody", async () => {
    const { access, state } = keeper([tokens("1"), tokens("2")], "r0");
    await access.token();
    const late = access.renew();
    access.forget();
    state.stored = undefined;
    expect(await late).toBe(false);
    expect(state.stored).toBeUndefined();
    expect(await access.token()).toBe(null);
  });
});
