import type { HttpMethod } from "@medplum/fhir-router";
import type { CapabilityStatement, Resource } from "@medplum/fhirtypes";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { VerifyAccessToken } from "../auth/access-token.ts";
import type { Caller } from "../auth/caller.ts";
import { BoardError } from "../outcome/outcome.ts";
import type { FhirService } from "./fhir-service.ts";

declare module "fastify" {
  interface FastifyRequest {
    caller: Caller | null;
  }
}

const METHODS: ReadonlySet<string> = new Set<HttpMethod>(["GET", "POST", "PUT"]);
const isMethod = (method: string): method is HttpMethod => METHODS.has(method);

const single = (header: string | string[] | undefined): string | undefined =>
  Array.isArray(header) ? header[0] : header;

export const sendResource = (reply: FastifyReply, status: number, resource: Resource): FastifyReply => {
  const { meta, id, resourceType } = resource;
  void reply.code(status).header("content-type", "application/fhir+json; charset=utf-8");
  if (status === 401) void reply.header("www-authenticate", "Bearer");
  if (meta?.versionId !== undefined && id !== undefined) {
    void reply.header("etag", `W/"${meta.versionId}"`);
    if (meta.lastUpdated !== undefined)
      void reply.header("last-modified", new Date(meta.lastUpdated).toUTCString());
    if (status === 201) void reply.header("location", `${resourceType}/${id}/_history/${meta.versionId}`);
  }
  return reply.send(JSON.stringify(resource));
};

const serve =
  (service: FhirService) =>
  async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const { caller, method, raw, headers, body } = request;
    if (!caller) throw new BoardError("sign-in-required");
    if (!isMethod(method)) throw new BoardError("not-supported");
    const rest = (raw.url ?? "").slice("/fhir".length);
    const answer = await service.handle(
      {
        method,
        url: rest.startsWith("/") ? rest : `/${rest}`,
        body,
        headers: {
          ifMatch: single(headers["if-match"]),
          ifNoneExist: single(headers["if-none-exist"]),
        },
      },
      caller,
    );
    return sendResource(reply, answer.status, answer.resource);
  };

/** `/fhir` and everything below it. Who asks is settled before a body is read. */
export const fhirRoutes = (
  app: FastifyInstance,
  service: FhirService,
  verify: VerifyAccessToken,
  documents: { readonly capabilities: CapabilityStatement; readonly smart: object },
): void => {
  app.get("/fhir/metadata", async (_request, reply) => sendResource(reply, 200, documents.capabilities));
  app.get("/fhir/.well-known/smart-configuration", async (_request, reply) => reply.send(documents.smart));
  app.decorateRequest("caller", null);
  void app.register(async (secured) => {
    secured.addHook("onRequest", async (request) => {
      request.caller = await verify(request.headers.authorization);
    });
    secured.all("/fhir", serve(service));
    secured.all("/fhir/*", serve(service));
  });
};
