import { z } from "zod";
import {
  anyResourceSchema,
  encounterSchema,
  type History,
  historySchema,
  type ResourceOnServer,
  resourceOnServerSchema,
  type Searchset,
  searchsetSchema,
  type TransactionBundle,
  type TransactionResponse,
  transactionResponseSchema,
} from "../resources/index.ts";
import type { EncounterOnServer } from "../visit/visit-bundles.ts";
import type { BoardAnswer } from "./board-answer.ts";
import { readAnswer, transportFailure } from "./read-answer.ts";
import { UNAUTHORISED } from "./transport-problems.ts";

/** A service worker is stopped when a fetch takes 30 s (DESIGN 5). */
export const REQUEST_TIME_OUT_MS = 25_000;

export interface BoardClientOptions {
  /** FHIR base, such as `https://board.example/fhir`. */
  readonly base: string;
  readonly fetch: typeof globalThis.fetch;
  /** The access token to use now; null while nobody is signed in. A rejection counts as a board out of reach. */
  readonly accessToken: () => Promise<string | null>;
  readonly timeOutMs?: number;
  /** Aborts when a request has taken so many milliseconds; `AbortSignal.timeout` unless a test keeps the time. */
  readonly deadline?: (milliseconds: number) => AbortSignal;
}

type Parameters = Readonly<Record<string, string | readonly string[]>>;

const encounterOnServerSchema = z.looseObject({
  resourceType: z.literal("Encounter"),
  id: z.string(),
  meta: z.looseObject({ versionId: z.string() }),
});

/** Small REST client of a FHIR R4 board. One answer a call, no retries: those belong to outbox and synchronisation. */
export class BoardClient {
  readonly #base: string;
  readonly #options: BoardClientOptions;

  constructor(options: BoardClientOptions) {
    this.#base = options.base.replace(/\/+$/, "");
    this.#options = options;
  }

  /** `GET <type>?…`. A parameter with several values is repeated (AND in FHIR search). */
  search(type: string, parameters: Parameters, signal?: AbortSignal): Promise<BoardAnswer<Searchset>> {
    const query = new URLSearchParams();
    for (const [name, value] of Object.entries(parameters))
      for (const one of typeof value === "string" ? [value] : value) query.append(name, one);
    return this.#request(`${this.#base}/${type}?${query}`, { method: "GET" }, searchsetSchema, signal);
  }

  /** Follows a `link[next]`. A link that leads away from the board is not followed. */
  async page(url: string, signal?: AbortSignal): Promise<BoardAnswer<Searchset>> {
    const base = new URL(`${this.#base}/`);
    const target = new URL(url, base);
    if (target.origin !== base.origin || !`${target.pathname}/`.startsWith(base.pathname))
      return transportFailure("not-fhir");
    return this.#request(target.href, { method: "GET" }, searchsetSchema, signal);
  }

  /** `GET <type>/<id>`: the version that the board holds now, with all its elements. */
  resource(type: string, id: string, signal?: AbortSignal): Promise<BoardAnswer<ResourceOnServer>> {
    const url = `${this.#base}/${type}/${encodeURIComponent(id)}`;
    return this.#request(url, { method: "GET" }, resourceOnServerSchema, signal);
  }

  /** `GET <type>/<id>/_history`: the latest hundred versions, newest first. */
  history(type: string, id: string, signal?: AbortSignal): Promise<BoardAnswer<History>> {
    const url = `${this.#base}/${type}/${encodeURIComponent(id)}/_history?_count=100`;
    return this.#request(url, { method: "GET" }, historySchema, signal);
  }

  async encounter(id: string, signal?: AbortSignal): Promise<BoardAnswer<EncounterOnServer>> {
    const answer = await this.#request(
      `${this.#base}/Encounter/${encodeURIComponent(id)}`,
      { method: "GET" },
      encounterOnServerSchema,
      signal,
    );
    if (answer.kind !== "success") return answer;
    const found = encounterOnServer(answer.body);
    return found ? { ...answer, body: found } : transportFailure("not-fhir", { status: answer.status });
  }

  /** Sends a transaction. Success only when the answer has a 2xx for every entry. */
  async transact(bundle: TransactionBundle, signal?: AbortSignal): Promise<BoardAnswer<TransactionResponse>> {
    const answer = await this.#request(
      this.#base,
      {
        method: "POST",
        body: JSON.stringify(bundle),
        headers: { "content-type": "application/fhir+json" },
      },
      transactionResponseSchema,
      signal,
    );
    if (answer.kind === "success" && answer.body.entry.length !== bundle.entry.length)
      return transportFailure("not-fhir", { status: answer.status });
    return answer;
  }

  async #request<Body>(
    url: string,
    init: { method: string; body?: string; headers?: Record<string, string> },
    schema: z.ZodType<Body>,
    stop?: AbortSignal,
  ): Promise<BoardAnswer<Body>> {
    const { deadline = (milliseconds: number) => AbortSignal.timeout(milliseconds) } = this.#options;
    const timeOut = deadline(this.#options.timeOutMs ?? REQUEST_TIME_OUT_MS);
    try {
      const token = await this.#options.accessToken();
      if (token === null) return { kind: "unauthorised", problem: UNAUTHORISED };
      const response = await this.#options.fetch(url, {
        ...init,
        headers: { accept: "application/fhir+json", ...init.headers, authorization: `Bearer ${token}` },
        cache: "no-store",
        credentials: "omit",
        // A captive portal's redirect must not carry a patient's data to another place.
        redirect: "error",
        referrerPolicy: "no-referrer",
        signal: stop ? AbortSignal.any([stop, timeOut]) : timeOut,
      });
      return await readAnswer(response, schema);
    } catch {
      if (stop?.aborted) return transportFailure("stopped");
      return transportFailure(timeOut.aborted ? "time-out" : "network");
    }
  }
}

/** An Encounter as read, with what an amendment needs; undefined when it lacks an id or a version. */
export function encounterOnServer(resource: unknown): EncounterOnServer | undefined {
  const wire = encounterOnServerSchema.safeParse(resource);
  const asRead = anyResourceSchema.safeParse(resource);
  const encounter = encounterSchema.safeParse(resource);
  if (!wire.success || !asRead.success || !encounter.success) return undefined;
  return {
    id: wire.data.id,
    version: wire.data.meta.versionId,
    encounter: encounter.data,
    asRead: asRead.data,
  };
}

/** The resources of one type in a page, each as its schema reads it; `unreadable` counts those that it does not. */
export function resourcesIn<Resource>(
  page: Searchset,
  type: string,
  schema: z.ZodType<Resource>,
): { readonly resources: readonly Resource[]; readonly unreadable: number } {
  const resources: Resource[] = [];
  let unreadable = 0;
  for (const { resource } of page.entry ?? []) {
    if (resource?.resourceType !== type) continue;
    const read = schema.safeParse(resource);
    if (read.success) resources.push(read.data);
    else unreadable += 1;
  }
  return { resources, unreadable };
}
