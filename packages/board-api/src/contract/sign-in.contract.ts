import { describe, expect, it } from "vitest";
import { z } from "zod";
import { ROLE_SCOPES } from "../definitions/interactions.ts";
import { demoAccounts } from "../demo/demo-data.ts";
import { signInAsked } from "./checks/audit.ts";
import { capabilitiesStated } from "./checks/http-checks.ts";
import { identityStated, pkceInsistedOn, refreshed, signInStated } from "./checks/sign-in-checks.ts";
import { Desk } from "./desk.ts";
import { groundOf } from "./ground-of.ts";
import { discover, openLoginPage, REDIRECT_URI, SignInRefused, signIn, tokenRequest } from "./sign-in.ts";
import type { Subject } from "./suite.ts";

const claimsOf = (token: string): Record<string, unknown> =>
  z
    .record(z.string(), z.unknown())
    .parse(JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString("utf8")));

const grant = z.object({ access_token: z.string(), refresh_token: z.string() });

/** OAuth 2 with PKCE at the board's own issuer. */
export const signInContract = (subject: Subject): void => {
  const { desks } = subject;
  describe("sign-in", () => {
    it.each(demoAccounts().map((account) => [account.login, account] as const))(
      "gives %s the scopes of the role",
      async (_login, account) => {
        const tokens = await signIn(desks().url, account.login, account.password);
        const claims = claimsOf(tokens.access_token);
        expect(String(claims.scope).split(" ").sort()).toEqual([...ROLE_SCOPES[account.role]].sort());
        expect([claims.role, claims.site, claims.aud]).toEqual([
          account.role,
          account.site,
          `${desks().url}/fhir`,
        ]);
        expect(claims.fhirUser).toMatch(/^Practitioner\//);
        const identity = claimsOf(tokens.id_token ?? "");
        expect([identity.name, identity.role, identity.fhirUser]).toEqual([
          account.name,
          account.role,
          claims.fhirUser,
        ]);
        expect(tokens.refresh_token).toBeDefined();
        expect((await discover(desks().url)).revocation_endpoint).toBeDefined();
      },
    );

    it("has a page without scripts, in both languages, that cannot be framed", async () => {
      const { page, response } = await openLoginPage(desks().url);
      const policy = response.headers.get("content-security-policy") ?? "";
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toContain("script-src");
      expect(page).not.toContain("<script");
      for (const part of [
        'name="login"',
        'name="password"',
        'type="submit"',
        "Đăng nhập",
        "Sign in",
        'lang="vi"',
      ])
        expect(page).toContain(part);
    });

    it("asks again whoever sits down at the same browser", async () => {
      const { jar, verifier: _verifier, location } = await openLoginPage(desks().url);
      await jar.fetch(location, {
        method: "POST",
        body: new URLSearchParams({ login: "letan", password: "letan-mau-2026" }),
      });
      const again = await openLoginPage(desks().url);
      expect(again.page).toContain('name="password"');
    });

    it("refuses a wrong password, an unknown user, and says so in the page", async () => {
      for (const [login, password] of [
        ["letan3", "wrong"],
        ["nobody", "letan-mau-2026"],
        ["<b>", "x"],
      ] as const) {
        const refused = await signIn(desks().url, login, password).catch((error: unknown) => error);
        if (!(refused instanceof SignInRefused)) throw new Error("signed in");
        expect(refused.page).toContain("Tên đăng nhập hoặc mật khẩu không đúng");
        expect(refused.page).not.toContain("<b>");
      }
    });

    it("makes an account wait after wrong passwords in a row", async () => {
      for (let attempt = 0; attempt < 5; attempt += 1)
        await signIn(desks().url, "letan3", "wrong").catch(() => undefined);
      const refused = await signIn(desks().url, "letan3", "letan3-mau-2026").catch((error: unknown) => error);
      if (!(refused instanceof SignInRefused)) throw new Error("signed in");
      expect(refused.page).toContain("Đã nhập sai nhiều lần");
    });

    it("insists on PKCE S256 and on registered addresses", async () => {
      const { without, plain, elsewhere } = await pkceInsistedOn(groundOf(subject));
      expect(without.location).toContain("error=invalid_request");
      expect(plain.location).toContain("error=invalid_request");
      expect(elsewhere.location).not.toContain("evil");
      expect(elsewhere.response.status).toBeGreaterThanOrEqual(400);
    });

    it("says where it is, and what it can do, to anybody", async () => {
      await signInStated(groundOf(subject));
      await capabilitiesStated(groundOf(subject));
      await signInAsked(groundOf(subject));
    });

    it("refuses a code with another verifier, and a code used twice", async () => {
      const { url } = desks();
      const answer = await tokenRequest(url, {
        grant_type: "authorization_code",
        code: "x",
        redirect_uri: REDIRECT_URI,
        code_verifier: "y".repeat(43),
      });
      expect(answer.status).toBe(400);
    });

    it("rotates refresh tokens, and a stolen old one ends the sign-in", async () => {
      const { url } = desks();
      const { refresh_token: refreshToken, id_token: idToken } = await signIn(url, "letan", "letan-mau-2026");
      const ground = groundOf(subject);
      const signedIn = { ...ground, signIn: { ...ground.signIn, refreshToken, idToken } };
      await identityStated(signedIn);
      const { former, next } = await refreshed(signedIn);
      const refresh = (token: string) =>
        tokenRequest(url, { grant_type: "refresh_token", refresh_token: token });
      const second = grant.parse(next);
      expect(second.refresh_token).not.toBe(former);
      expect((await new Desk(url, second.access_token).get("/Flag?_count=1")).status).toBe(200);
      expect((await refresh(former)).status).toBe(400);
      expect((await refresh(second.refresh_token)).status).toBe(400);
    });
  });
};
