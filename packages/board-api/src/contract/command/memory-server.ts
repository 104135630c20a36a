import { createServer } from "node:http";
import { badRequest, getStatus, notFound } from "@medplum/core";
import { FhirRouter, type HttpMethod, MemoryRepository } from "@medplum/fhir-router";
import type { OperationOutcome, Resource } from "@medplum/fhirtypes";
import { z } from "zod";
import { loadDefinitions } from "../../validation/definitions.ts";

export interface MemoryServer {
  /** Base address; FHIR is at `<url>/fhir`. */
  readonly url: string;
  close(): Promise<void>;
}

const method = z.enum([
  "GET",
  "POST",
  "PUT",
  "PATCH",
  "DELETE",
  "HEAD",
  "OPTIONS",
]) satisfies z.ZodType<HttpMethod>;

/** A FHIR R4 server that is not ours: Medplum's router and repository in memory, without a sign-in, as npm installs them. */
export const memoryServer = async (): Promise<MemoryServer> => {
  loadDefinitions();
  const [router, repository] = [new FhirRouter(), new MemoryRepository()];
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      const told = (outcome: OperationOutcome, resource?: Resource): void => {
        response.writeHead(getStatus(outcome), { "content-type": "application/fhir+json" });
        response.end(JSON.stringify(resource ?? outcome));
      };
      const answer = async (): Promise<void> => {
        const [, path] = /^\/fhir(.*)$/.exec(request.url ?? "") ?? [];
        if (path === undefined) return told(notFound);
        const text = Buffer.concat(parts).toString("utf8");
        const asked = {
          method: method.parse(request.method),
          url: path === "" ? "/" : path,
          ...{ pathname: "", params: {}, query: {}, headers: request.headers },
          body: text === "" ? undefined : JSON.parse(text),
          config: { transactions: true },
        };
        const [outcome, resource] = await router.handleRequest(asked, repository);
        told(outcome, resource);
      };
      answer().catch(() => told(badRequest("not understood")));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return {
    url: `http://127.0.0.1:${address.port}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
};
