import cors from "@fastify/cors";
import rateLimit from "@fastify/rate-limit";
import Fastify, { type FastifyError, type FastifyInstance } from "fastify";
import { BoardError, outcomeOf, statusOf } from "../outcome/outcome.ts";
import type { ProblemCode } from "../outcome/problems.ts";
import { sendResource } from "./fhir-routes.ts";

const BODY_LIMIT = 4 * 1024 * 1024;

export interface ServerOptions {
  readonly corsOrigins: readonly string[];
  /** Requests a minute from one address, in this process. */
  readonly requestsPerMinute: number;
}

const codeOf = (error: FastifyError): ProblemCode => {
  switch (error.code) {
    case "FST_ERR_CTP_INVALID_MEDIA_TYPE":
    case "FST_ERR_CTP_EMPTY_TYPE":
      return "unsupported-media-type";
    case "FST_ERR_CTP_BODY_TOO_LARGE":
      return "too-large";
    case "FST_ERR_CTP_EMPTY_JSON_BODY":
    case "FST_ERR_CTP_INVALID_CONTENT_LENGTH":
      return "malformed-json";
    default:
  }
  if (error.statusCode === 429) return "too-many-requests";
  if (error.statusCode === 415) return "unsupported-media-type";
  if (error instanceof SyntaxError) return "malformed-json";
  return error.statusCode !== undefined && error.statusCode < 500 ? "request-invalid" : "internal-error";
};

/** Fastify with limits, and an OperationOutcome for whatever goes wrong. Nothing of a request is logged. */
export const createServer = async (options: ServerOptions): Promise<FastifyInstance> => {
  const app = Fastify({
    bodyLimit: BODY_LIMIT,
    exposeHeadRoutes: false,
    routerOptions: { maxParamLength: 200 },
    requestTimeout: 60_000,
    frameworkErrors: (_error, _request, reply) => {
      const outcome = outcomeOf({ code: "request-invalid" });
      void sendResource(reply, statusOf(outcome), outcome);
    },
  });
  app.removeContentTypeParser(["text/plain"]);
  app.addContentTypeParser(
    "application/fhir+json",
    { parseAs: "string" },
    app.getDefaultJsonParser("error", "error"),
  );
  app.setErrorHandler((error: FastifyError, _request, reply) => {
    const outcome = error instanceof BoardError ? error.outcome : outcomeOf({ code: codeOf(error) });
    return sendResource(reply, statusOf(outcome), outcome);
  });
  app.setNotFoundHandler((_request, reply) => sendResource(reply, 404, outcomeOf({ code: "not-found" })));
  app.addHook("onSend", async (_request, reply) => {
    void reply.headers({ "x-content-type-options": "nosniff" });
    if (!reply.hasHeader("cache-control")) void reply.header("cache-control", "no-store");
  });
  await app.register(rateLimit, { max: options.requestsPerMinute, timeWindow: "1 minute" });
  if (options.corsOrigins.length > 0)
    await app.register(cors, {
      origin: [...options.corsOrigins],
      methods: ["GET", "POST", "PUT"],
      exposedHeaders: ["date", "etag", "location", "last-modified", "retry-after"],
    });
  return app;
};
