import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type Provider from "oidc-provider";
import { errors } from "oidc-provider";
import { z } from "zod";
import { signIn } from "../auth/accounts.ts";
import { SECOND_FACTOR } from "../auth/second-factor.ts";
import type { Database } from "../database/database.ts";
import { type LoginPage, loginHeaders, loginPage } from "./login-page.ts";

const credentials = z.object({
  login: z.string().max(100),
  password: z.string().max(200),
  code: z.string().max(10).optional(),
});
const parameters = z.object({ acr_values: z.string().optional() });

/** The client asked for the second factor: it wants the board to unwrap keys, or to take a machine in. */
const wantsSecondFactor = (asked: unknown): boolean =>
  parameters.safeParse(asked).data?.acr_values?.split(" ").includes(SECOND_FACTOR) ?? false;

const originOf = (uri: string): string => {
  const { protocol, host } = new URL(uri);
  return `${protocol}//${host}`;
};

/**
 * Mounts oidc-provider under `/oidc`, with our login page as its interaction. The provider reads the request itself,
 * so it is called before Fastify parses a body.
 */
export const oidcRoutes = (
  app: FastifyInstance,
  provider: Provider,
  database: Database,
  redirectUris: readonly string[],
): void => {
  const redirectOrigins = [...new Set(redirectUris.map(originOf))];
  const show = (
    reply: FastifyReply,
    page: Omit<LoginPage, "redirectOrigins">,
    status = 200,
  ): FastifyReply => {
    const whole = { ...page, redirectOrigins };
    return reply.code(status).headers(loginHeaders(whole)).send(loginPage(whole));
  };
  const expired = (reply: FastifyReply): FastifyReply =>
    show(reply, { action: "", login: "", problem: "expired" }, 400);

  app.get("/oidc/interaction/:uid", async (request, reply) => {
    const details = await detailsOf(provider, request, reply);
    if (!details) return expired(reply);
    if (details.prompt.name === "consent") {
      reply.hijack();
      await provider.interactionFinished(request.raw, reply.raw, { ...details.lastSubmission, consent: {} });
      return reply;
    }
    const secondFactor = wantsSecondFactor(details.params);
    return show(reply, { action: `/oidc/interaction/${details.uid}`, login: "", secondFactor });
  });

  void app.register(async (form) => {
    form.addContentTypeParser(
      "application/x-www-form-urlencoded",
      { parseAs: "string", bodyLimit: 4096 },
      (_request, body, done) => done(null, Object.fromEntries(new URLSearchParams(body.toString()))),
    );
    form.post("/oidc/interaction/:uid", async (request, reply) => {
      const details = await detailsOf(provider, request, reply);
      if (details?.prompt.name !== "login") return expired(reply);
      const action = `/oidc/interaction/${details.uid}`;
      const parsed = credentials.safeParse(request.body);
      const secondFactor = wantsSecondFactor(details.params);
      if (!parsed.success) return show(reply, { action, login: "", secondFactor, problem: "refused" }, 400);
      const { login, password, code = "" } = parsed.data;
      const result = await signIn(database, login, password, secondFactor ? code : undefined);
      if (result.state !== "signed-in") {
        const status = result.state === "wait" ? 429 : 401;
        const problem = result.state === "refused" && secondFactor ? "refused-code" : result.state;
        return show(reply, { action, login, secondFactor, problem }, status);
      }
      reply.hijack();
      await provider.interactionFinished(request.raw, reply.raw, {
        login: {
          accountId: result.account.subject,
          remember: false,
          ...(secondFactor ? { acr: SECOND_FACTOR, amr: ["pwd", "otp"] } : { amr: ["pwd"] }),
        },
      });
      return reply;
    });
  });

  void app.register(async (mounted) => {
    const serve = provider.callback();
    mounted.addHook("onRequest", async (request, reply) => {
      reply.hijack();
      Object.assign(request.raw, { originalUrl: request.raw.url });
      request.raw.url = (request.raw.url ?? "").slice("/oidc".length) || "/";
      await serve(request.raw, reply.raw);
    });
    mounted.all("/oidc/*", async () => undefined);
  });
};

const detailsOf = async (provider: Provider, request: FastifyRequest, reply: FastifyReply) => {
  try {
    return await provider.interactionDetails(request.raw, reply.raw);
  } catch (error) {
    if (error instanceof errors.OIDCProviderError) return undefined;
    throw error;
  }
};
