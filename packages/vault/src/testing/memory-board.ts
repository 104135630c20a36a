import { CODE_SYSTEMS, HIS_CODE_SYSTEMS, IDENTIFIER_SYSTEMS } from "@cadre-care/fhir";
import { z } from "zod";

/**
 * A small FHIR server for tests, as a fetch function. Like the reference board: conditional creates by entry keys that
 * are kept for ever per type, versions with `If-Match`, one open visit, all or nothing; and faults on demand.
 */

const holderSchema = z.looseObject({
  resourceType: z.string(),
  id: z.string().optional(),
  meta: z
    .looseObject({ tag: z.array(z.object({ system: z.string(), code: z.string() })).optional() })
    .optional(),
  identifier: z
    .union([
      z.array(z.object({ system: z.string(), value: z.string() })),
      z.object({ system: z.string(), value: z.string() }),
    ])
    .optional(),
  status: z.string().optional(),
  active: z.boolean().optional(),
  url: z.string().optional(),
  encounter: z.object({ reference: z.string() }).optional(),
  subject: z.object({ reference: z.string() }).optional(),
  link: z.array(z.looseObject({ target: z.object({ reference: z.string() }).optional() })).optional(),
});
const bundleSchema = z.object({
  resourceType: z.literal("Bundle"),
  type: z.literal("transaction"),
  entry: z
    .array(
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
    )
    .max(200),
});
export type Stored = z.infer<typeof holderSchema> & { id: string; meta: Record<string, unknown> };
type Holder = z.infer<typeof holderSchema>;
type Entry = z.infer<typeof bundleSchema>["entry"][number];

/** What happens to one request instead of, or after, being carried out. */
export type Fault =
  | "none"
  | "lost-before"
  | "lost-after"
  | "hang"
  | "hang-after"
  | "portal"
  | "portal-refuses"
  | "wrong-type"
  | "too-many"
  | "busy"
  | "server-error"
  | "half-answer"
  | "twice"
  | "unauthorised"
  | "forbidden"
  | "refused";

const OPEN = new Set(["planned", "arrived", "triaged", "in-progress", "onleave"]);
const LARGEST_BODY = 4 * 1024 * 1024;

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

const identifierOf = (resource: Holder, system: string): string | undefined =>
  [resource.identifier ?? []].flat().find((entry) => entry.system === system)?.value;

/** `system|` asks for any value of that system. */
const isIdentified = (resource: Holder, system: string, value: string): boolean => {
  const held = identifierOf(resource, system);
  return held !== undefined && (value === "" || held === value);
};

const tagOf = (resource: Holder, system: string): string | undefined =>
  resource.meta?.tag?.find((entry) => entry.system === system)?.code;

const entryKeyOf = (resource: Holder): string | undefined =>
  identifierOf(resource, IDENTIFIER_SYSTEMS.entry) ?? tagOf(resource, IDENTIFIER_SYSTEMS.entry);

const key = (resource: { resourceType: string; id: string }): string =>
  `${resource.resourceType}/${resource.id}`;

export class MemoryBoard {
  resources = new Map<string, Stored>();
  /** Every version that was ever stored, oldest first, by `Type/id`. */
  versions = new Map<string, readonly Stored[]>();
  /** `Type|entry key` to `Type/id`, for ever. */
  keys = new Map<string, string>();
  /** Every creation in the order of its commit: `Type/id`. */
  readonly created: string[] = [];
  readonly transactions: unknown[] = [];
  readonly requests: string[] = [];
  /** Taken one a request; `none` when there are no more. */
  faults: Fault[] = [];
  /** A fault that a resource meets whenever it is sent, whatever else is in its bundle. */
  poison: (resource: Holder) => Fault | undefined = () => undefined;
  /** True: nothing gets through until it is false again. */
  down = false;
  #next = 1;
  #timers: AbortController[] = [];

  /** A deadline for clients that passes when a request hangs, and never by itself. */
  readonly deadline = (): AbortSignal => {
    const timer = new AbortController();
    this.#timers = [...this.#timers.slice(-20), timer];
    return timer.signal;
  };

  readonly fetch: typeof globalThis.fetch = async (input, init) => {
    const url = input instanceof Request ? input.url : String(input);
    const method = init?.method ?? (input instanceof Request ? input.method : "GET");
    const text =
      typeof init?.body === "string" ? init.body : input instanceof Request ? await input.text() : "";
    this.requests.push(`${method} ${url}`);
    if (this.down) throw new TypeError("Failed to fetch");
    const fault = this.faults.shift() ?? "none";
    const before = this.#fault(fault);
    if (before) return before;
    const answer = this.#carryOut(method, new URL(url), text);
    if (fault === "twice" && method === "POST") return this.#carryOut(method, new URL(url), text);
    if (fault === "lost-after") throw new TypeError("network changed");
    if (fault === "hang-after") this.#timeOut();
    if (fault === "half-answer")
      return new Response((await answer.text()).slice(0, -20), { status: answer.status });
    if (fault === "wrong-type")
      return new Response(`<html><!-- ${answer.status} --></html>`, { status: answer.status });
    return answer;
  };

  all(type: string): Stored[] {
    return [...this.resources.values()].filter((resource) => resource.resourceType === type);
  }

  withEntry(uuid: string): Stored[] {
    return [...this.resources.values()].filter((resource) => entryKeyOf(resource) === uuid);
  }

  /** Versions that an amendment made, by the UUID of its entry; those made out of one keep its tag. */
  amendedBy(uuid: string): Stored[] {
    const isOf = (version: Stored | undefined): boolean =>
      version !== undefined && tagOf(version, IDENTIFIER_SYSTEMS.amendment) === uuid;
    return [...this.versions.values()].flatMap((versions) =>
      versions.filter((version, index) => isOf(version) && !isOf(versions[index - 1])),
    );
  }

  put(resource: Stored): Stored {
    const address = key(resource);
    const before = this.versions.get(address) ?? [];
    const meta = {
      ...resource.meta,
      versionId: String(before.length + 1),
      lastUpdated: "2026-11-22T01:00:00Z",
    };
    const stored = { ...resource, meta };
    this.resources.set(address, stored);
    this.versions.set(address, [...before, stored]);
    const entry = entryKeyOf(stored);
    if (entry !== undefined) this.keys.set(`${stored.resourceType}|${entry}`, address);
    return stored;
  }

  #timeOut(): never {
    for (const timer of this.#timers) timer.abort();
    this.#timers = [];
    throw new DOMException("timed out", "TimeoutError");
  }

  #fault(fault: Fault): Response | undefined {
    switch (fault) {
      case "lost-before":
        throw new TypeError("Failed to fetch");
      case "hang":
        return this.#timeOut();
      case "portal":
        return new Response("<html>Wi-Fi miễn phí</html>", { headers: { "content-type": "text/html" } });
      case "portal-refuses":
        return new Response("<html>Truy cập bị chặn</html>", { status: 403 });
      case "too-many":
        return outcome(429, "throttled", undefined, { "retry-after": "30" });
      case "busy":
        return new Response("overloaded", { status: 503, headers: { "retry-after": "5" } });
      case "server-error":
        return outcome(500, "exception");
      case "unauthorised":
        return outcome(401, "login", undefined, { "www-authenticate": "Bearer" });
      case "forbidden":
        return outcome(403, "forbidden", "not-permitted");
      case "refused":
        return outcome(422, "invalid", "policy-code-unknown");
      default:
        return undefined;
    }
  }

  #carryOut(method: string, url: URL, text: string): Response {
    const [type = "", id, history] = url.pathname.replace(/^\/fhir\/?/, "").split("/");
    if (method === "POST") return this.#transaction(text);
    if (id !== undefined) {
      const found = this.resources.get(`${type}/${id}`);
      if (!found) return outcome(404, "not-found", "not-found");
      if (history === undefined) return json(200, found);
      const versions = [...(this.versions.get(`${type}/${id}`) ?? [])].reverse();
      return json(200, {
        resourceType: "Bundle",
        type: "history",
        entry: versions.slice(0, 100).map((resource) => ({ resource })),
      });
    }
    return json(200, {
      resourceType: "Bundle",
      type: "searchset",
      meta: { lastUpdated: "2026-11-22T01:00:00Z" },
      entry: this.#search(type, url.searchParams).map((resource) => ({ resource })),
    });
  }

  #search(type: string, parameters: URLSearchParams): Stored[] {
    const ids = parameters.get("_id")?.split(",");
    const statuses = parameters.get("status")?.split(",");
    // What a value has of the signs that separate values comes escaped (R4 3.1.1.4.0.1).
    const identifier = parameters
      .get("identifier")
      ?.replace(/\\([\\,|$])/g, "$1")
      .split("|");
    const encounters = parameters.get("encounter")?.split(",");
    const url = parameters.get("url");
    const subject = parameters.get("subject");
    const link = parameters.get("link");
    const since = type === "Library" ? parameters.get("_lastUpdated")?.replace("gt", "") : undefined;
    return this.all(type).filter(
      (resource) =>
        (!ids || ids.includes(resource.id)) &&
        (!statuses || statuses.includes(resource.status ?? "")) &&
        (!identifier || isIdentified(resource, identifier[0] ?? "", identifier[1] ?? "")) &&
        (url === null || resource.url === url) &&
        (since === undefined || String(resource.meta.lastUpdated) > since) &&
        (subject === null || resource.subject?.reference === subject) &&
        (link === null || resource.link?.some(({ target }) => target?.reference === link) === true) &&
        (!encounters || encounters.includes(resource.encounter?.reference ?? "")),
    );
  }

  #transaction(text: string): Response {
    if (text.length > LARGEST_BODY) return outcome(413, "too-long", "too-large");
    const body: unknown = JSON.parse(text);
    this.transactions.push(body);
    const parsed = bundleSchema.safeParse(body);
    if (!parsed.success) return outcome(400, "structure", "bundle-invalid");
    const kept = [new Map(this.resources), new Map(this.versions), new Map(this.keys)] as const;
    const created = this.created.length;
    try {
      const answers = this.#apply(parsed.data.entry);
      return json(200, {
        resourceType: "Bundle",
        type: "transaction-response",
        entry: answers.map((response) => ({ response })),
      });
    } catch (error) {
      [this.resources, this.versions, this.keys] = kept;
      this.created.length = created;
      if (error instanceof Refusal) return error.response;
      throw error;
    }
  }

  /** Creations first, in the order of the bundle, then amendments (R4 3.1.0.11.2). */
  #apply(entries: readonly Entry[]) {
    for (const { resource } of entries) {
      const answer = this.#fault(this.poison(resource) ?? "none");
      if (answer) throw new Refusal(answer);
    }
    const names = this.#claim(entries);
    const answers = new Map<Entry, { status: string; location: string }>();
    for (const entry of entries)
      if (entry.request.method === "POST") answers.set(entry, this.#create(entry, names));
    for (const entry of entries)
      if (entry.request.method === "PUT") answers.set(entry, this.#amend(entry, names));
    return entries.flatMap((entry) => answers.get(entry) ?? []);
  }

  /** Addresses of everything in a bundle, new or not, before anything is stored. */
  #claim(entries: readonly Entry[]): ReadonlyMap<string, string> {
    const names = new Map<string, string>();
    const seen = new Set<string>();
    for (const { fullUrl, resource, request } of entries) {
      if (request.method !== "POST") continue;
      const entry = entryKeyOf(resource);
      const claim = `${resource.resourceType}|${entry}`;
      if (entry === undefined || !request.ifNoneExist?.endsWith(entry) || seen.has(claim))
        throw new Refusal(outcome(422, "invalid", "entry-key-invalid"));
      seen.add(claim);
      const address = this.keys.get(claim) ?? `${resource.resourceType}/${this.#next++}`;
      names.set(claim, address);
      if (fullUrl !== undefined) names.set(fullUrl, address);
    }
    return names;
  }

  #create({ resource }: Entry, names: ReadonlyMap<string, string>) {
    const address = names.get(`${resource.resourceType}|${entryKeyOf(resource)}`) ?? "";
    const existing = this.resources.get(address);
    if (existing) return { status: "200 OK", location: `${address}/_history/${existing.meta.versionId}` };
    const ready = this.#resolved(resource, names);
    this.#oneOpenVisit(ready);
    this.#oneLink(ready);
    const id = address.split("/")[1] ?? "";
    const stored = this.put({ ...ready, id, meta: ready.meta ?? {} });
    this.created.push(key(stored));
    return { status: "201 Created", location: `${key(stored)}/_history/1` };
  }

  #amend({ resource, request }: Entry, names: ReadonlyMap<string, string>) {
    const here = this.resources.get(request.url);
    if (!here) throw new Refusal(outcome(404, "not-found", "not-found"));
    if (request.ifMatch !== `W/"${here.meta.versionId}"`)
      throw new Refusal(outcome(412, "conflict", "version-conflict"));
    const ready = this.#resolved(resource, names);
    if (entryKeyOf(ready) !== entryKeyOf(here))
      throw new Refusal(outcome(422, "invalid", "entry-key-invalid"));
    if (!OPEN.has(here.status ?? "")) this.#oneOpenVisit(ready);
    const stored = this.put({ ...ready, id: here.id, meta: ready.meta ?? {} });
    return { status: "200 OK", location: `${request.url}/_history/${stored.meta.versionId}` };
  }

  #resolved(resource: Holder, names: ReadonlyMap<string, string>): Holder {
    const text = [...names].reduce(
      (all, [name, address]) => all.replaceAll(`"reference":"${name}"`, `"reference":"${address}"`),
      JSON.stringify(resource),
    );
    if (text.includes('"reference":"urn:uuid:'))
      throw new Refusal(outcome(422, "invalid", "reference-not-found"));
    return holderSchema.parse(JSON.parse(text));
  }

  #oneLink(resource: Holder): void {
    const codes = (one: Holder) =>
      [one.identifier ?? []].flat().filter(({ system }) => system.startsWith(HIS_CODE_SYSTEMS));
    const [code] = codes(resource);
    if (resource.resourceType !== "Person" || resource.active !== true || !code) return;
    const linked = this.all("Person").some(
      (other) =>
        other.active === true &&
        codes(other).some(({ system, value }) => system === code.system && value === code.value),
    );
    if (linked) throw new Refusal(outcome(409, "duplicate", "his-code-linked"));
  }

  #oneOpenVisit(resource: Holder): void {
    if (resource.resourceType !== "Encounter" || !OPEN.has(resource.status ?? "")) return;
    const visit = identifierOf(resource, IDENTIFIER_SYSTEMS.visit);
    const open = this.all("Encounter").some(
      (other) => identifierOf(other, IDENTIFIER_SYSTEMS.visit) === visit && OPEN.has(other.status ?? ""),
    );
    if (visit !== undefined && open) throw new Refusal(outcome(409, "duplicate", "visit-already-open"));
  }
}
