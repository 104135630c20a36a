import { CODE_SYSTEMS, IDENTIFIER_SYSTEMS } from "@cadre-care/fhir";
import { z } from "zod";

/** A small FHIR server for tests, as a fetch function: conditional creates, versions, one open visit, and faults on demand. */

const holderSchema = z.looseObject({
  resourceType: z.string(),
  id: z.string().optional(),
  meta: z
    .looseObject({ tag: z.array(z.object({ system: z.string(), code: z.string() })).optional() })
    .optional(),
  identifier: z.array(z.object({ system: z.string(), value: z.string() })).optional(),
  status: z.string().optional(),
  url: z.string().optional(),
  encounter: z.object({ reference: z.string() }).optional(),
});
const bundleSchema = z.object({
  entry: z.array(
    z.object({
      fullUrl: z.string().optional(),
      resource: holderSchema,
      request: z.object({
        method: z.enum(["POST", "PUT"]),
        url: z.string(),
        ifNoneExist: z.string().optional(),
        ifMatch: z.string().optional(),
      }),
    }),
  ),
});
export type Stored = z.infer<typeof holderSchema> & { id: string; meta: Record<string, unknown> };
type Entry = z.infer<typeof bundleSchema>["entry"][number];

/** What happens to one request instead of, or after, being carried out. */
export type Fault =
  | "none"
  | "lost-before"
  | "lost-after"
  | "portal"
  | "too-many"
  | "server-error"
  | "half-answer"
  | "unauthorised"
  | "forbidden"
  | "refused";

const OPEN = new Set(["planned", "arrived", "triaged", "in-progress", "onleave"]);

class Refusal extends Error {
  readonly response: Response;
  constructor(response: Response) {
    super(String(response.status));
    this.response = response;
  }
}

const json = (status: number, body: unknown, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(body), {
    status,
    headers: { "content-type": "application/fhir+json", ...headers },
  });

export const outcome = (
  status: number,
  code: string,
  problem?: string,
  headers: Record<string, string> = {},
) =>
  json(
    status,
    {
      resourceType: "OperationOutcome",
      issue: [
        {
          severity: "error",
          code,
          ...(problem
            ? { details: { coding: [{ system: CODE_SYSTEMS.problem, code: problem }], text: "?" } }
            : {}),
        },
      ],
    },
    headers,
  );

export class MemoryBoard {
  resources = new Map<string, Stored>();
  /** Every creation in the order of its commit: `Type/id`. */
  readonly created: string[] = [];
  readonly transactions: unknown[] = [];
  readonly requests: string[] = [];
  /** Taken one a request; `none` when there are no more. */
  faults: Fault[] = [];
  /** True: nothing gets through until it is false again. */
  down = false;
  #next = 1;

  readonly fetch: typeof globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    this.requests.push(`${request.method} ${request.url}`);
    if (this.down) throw new TypeError("Failed to fetch");
    const fault = this.faults.shift() ?? "none";
    const before = this.#fault(fault);
    if (before) return before;
    const answer = await this.#carryOut(request);
    if (fault === "lost-after") throw new TypeError("network changed");
    if (fault === "half-answer")
      return new Response((await answer.text()).slice(0, -20), { status: answer.status });
    return answer;
  };

  all(type: string): Stored[] {
    return [...this.resources.values()].filter((resource) => resource.resourceType === type);
  }

  withEntry(uuid: string): Stored[] {
    return [...this.resources.values()].filter(
      (resource) =>
        this.#identifier(resource, IDENTIFIER_SYSTEMS.entry) === uuid || this.#tag(resource) === uuid,
    );
  }

  put(resource: Stored): Stored {
    const version =
      Number(
        z
          .string()
          .optional()
          .parse(this.resources.get(key(resource))?.meta.versionId) ?? 0,
      ) + 1;
    const stored = {
      ...resource,
      meta: { ...resource.meta, versionId: String(version), lastUpdated: "2026-11-22T01:00:00Z" },
    };
    this.resources.set(key(resource), stored);
    return stored;
  }

  #fault(fault: Fault): Response | undefined {
    switch (fault) {
      case "lost-before":
        throw new TypeError("Failed to fetch");
      case "portal":
        return new Response("<html>Wi-Fi miễn phí</html>", { headers: { "content-type": "text/html" } });
      case "too-many":
        return outcome(429, "throttled", undefined, { "retry-after": "30" });
      case "server-error":
        return outcome(500, "exception");
      case "unauthorised":
        return outcome(401, "login", undefined, { "www-authenticate": "Bearer" });
      case "forbidden":
        return outcome(403, "forbidden");
      case "refused":
        return outcome(422, "invalid");
      default:
        return undefined;
    }
  }

  #identifier(resource: z.infer<typeof holderSchema>, system: string): string | undefined {
    return resource.identifier?.find((entry) => entry.system === system)?.value;
  }

  #tag(resource: z.infer<typeof holderSchema>): string | undefined {
    return resource.meta?.tag?.find((entry) => entry.system === IDENTIFIER_SYSTEMS.entry)?.code;
  }

  async #carryOut(request: Request): Promise<Response> {
    const url = new URL(request.url);
    const [type = "", id] = url.pathname.replace(/^\/fhir\/?/, "").split("/");
    if (request.method === "POST") return this.#transaction(await request.json());
    if (id !== undefined) {
      const found = this.resources.get(`${type}/${id}`);
      return found ? json(200, found) : outcome(404, "not-found");
    }
    return json(200, {
      resourceType: "Bundle",
      type: "searchset",
      meta: { lastUpdated: "2026-11-22T01:00:00Z" },
      entry: this.#search(type, url.searchParams).map((resource) => ({ resource })),
    });
  }

  #search(type: string, parameters: URLSearchParams): Stored[] {
    const statuses = parameters.get("status")?.split(",");
    const identifier = parameters.get("identifier")?.split("|");
    const encounters = parameters.get("encounter")?.split(",");
    const url = parameters.get("url");
    return this.all(type).filter(
      (resource) =>
        (!statuses || statuses.includes(resource.status ?? "")) &&
        (!identifier || this.#identifier(resource, identifier[0] ?? "") === identifier[1]) &&
        (url === null || resource.url === url) &&
        (!encounters || encounters.includes(resource.encounter?.reference ?? "")),
    );
  }

  #transaction(body: unknown): Response {
    this.transactions.push(body);
    const kept = new Map(this.resources);
    const created = this.created.length;
    try {
      const names = new Map<string, string>();
      const entries = bundleSchema.parse(body).entry;
      const answers = entries.map((entry) => this.#apply(entry, names));
      return json(200, {
        resourceType: "Bundle",
        type: "transaction-response",
        entry: answers.map((response) => ({ response })),
      });
    } catch (error) {
      this.resources = kept;
      this.created.length = created;
      if (error instanceof Refusal) return error.response;
      throw error;
    }
  }

  #apply({ fullUrl, resource, request }: Entry, names: Map<string, string>) {
    const type = resource.resourceType;
    if (request.method === "PUT") {
      const here = this.resources.get(request.url);
      if (!here) throw new Refusal(outcome(404, "not-found"));
      if (request.ifMatch !== `W/"${here.meta.versionId}"`) throw new Refusal(outcome(412, "conflict"));
      const stored = this.put({ ...resource, id: here.id, meta: resource.meta ?? {} });
      return { status: "200", location: `${request.url}/_history/${stored.meta.versionId}` };
    }
    const uuid = this.#identifier(resource, IDENTIFIER_SYSTEMS.entry) ?? this.#tag(resource) ?? "";
    const [existing] = this.withEntry(uuid);
    if (existing) {
      if (fullUrl) names.set(fullUrl, key(existing));
      return { status: "200", location: `${key(existing)}/_history/${existing.meta.versionId}` };
    }
    const visit = this.#identifier(resource, IDENTIFIER_SYSTEMS.visit);
    const open = this.all("Encounter").some(
      (other) => this.#identifier(other, IDENTIFIER_SYSTEMS.visit) === visit && OPEN.has(other.status ?? ""),
    );
    if (type === "Encounter" && open) throw new Refusal(outcome(409, "duplicate", "visit-already-open"));
    const id = String(this.#next++);
    const text = [...names].reduce(
      (all, [name, reference]) => all.replaceAll(name, reference),
      JSON.stringify(resource),
    );
    if (text.includes('"reference":"urn:uuid:')) throw new Refusal(outcome(422, "invalid"));
    const stored = this.put({ ...holderSchema.parse(JSON.parse(text)), id, meta: resource.meta ?? {} });
    if (fullUrl) names.set(fullUrl, key(stored));
    this.created.push(key(stored));
    return { status: "201", location: `${key(stored)}/_history/1` };
  }
}

const key = (resource: { resourceType: string; id: string }): string =>
  `${resource.resourceType}/${resource.id}`;
