import { allOk, isOk, normalizeOperationOutcome, OperationOutcomeError } from "@medplum/core";
import { type FhirResponse, FhirRouter, type HttpMethod } from "@medplum/fhir-router";
import type { Bundle, BundleEntry, OperationOutcome, Resource } from "@medplum/fhirtypes";
import { z } from "zod";
import { AccessLog } from "../audit/access-log.ts";
import type { Caller } from "../auth/caller.ts";
import { type BundleRequestEntry, parseBundle } from "../bundle/bundle-request.ts";
import { type EntryResult, runTransaction } from "../bundle/transaction.ts";
import type { Database, Queryable } from "../database/database.ts";
import { sqlState, withRetry } from "../database/sql-state.ts";
import {
  type BoardInteraction,
  interactionsOf,
  isBoardInteraction,
  isBoardResourceType,
} from "../definitions/interactions.ts";
import type { DocumentSigner } from "../documents/document-signer.ts";
import { BoardError, inOurWords, statusOf } from "../outcome/outcome.ts";
import type { PolicyInForce } from "../policy/policy-in-force.ts";
import { BoardRepository } from "../repository/board-repository.ts";
import { fhirResource } from "../repository/medplum-types.ts";
import { databaseNow, insertRows } from "../repository/resource-rows.ts";
import type { StoredResource } from "../repository/stored-resource.ts";
import { expandValueSet, isExpand } from "../terminology/expand-operation.ts";
import { ValueSetLookup } from "../terminology/value-set-lookup.ts";
import { assertSafeAddress, assertSafeJson } from "../validation/safe-json.ts";
import { requestOf, type ServiceRequestHeaders } from "./fhir-request.ts";

export interface FhirServiceRequest {
  readonly method: HttpMethod;
  /** Path and query after the FHIR base, beginning with `/`. */
  readonly url: string;
  readonly body: unknown;
  readonly headers: ServiceRequestHeaders;
}

export interface FhirServiceResponse {
  readonly status: number;
  readonly resource: Resource;
}

const bodyType = z.object({ resourceType: z.string() });

/** One request's view of the service. */
interface Session {
  readonly caller: Caller;
  readonly database: Queryable;
  readonly repository: BoardRepository;
  readonly accessLog: AccessLog;
}

/** FHIR's REST interactions for one board: rights, router, bundles, audit of reads. Knows nothing of HTTP servers. */
export class FhirService {
  readonly #router = new FhirRouter();
  readonly #database: Database;
  readonly #policies: PolicyInForce;
  readonly #valueSets = new ValueSetLookup();
  readonly #signer: DocumentSigner;
  readonly #baseUrl: string;

  constructor(database: Database, policies: PolicyInForce, signer: DocumentSigner, baseUrl: string) {
    this.#database = database;
    this.#policies = policies;
    this.#signer = signer;
    this.#baseUrl = baseUrl;
  }

  /** Never rejects: what goes wrong is an OperationOutcome. */
  async handle(request: FhirServiceRequest, caller: Caller): Promise<FhirServiceResponse> {
    try {
      assertSafeAddress(request.url);
      assertSafeJson(request.body);
      if (request.method === "POST" && request.url === "/") return await this.#bundle(request, caller);
      const response = await this.#inSession(caller, async (session) => {
        const answer = await this.#single(request, session);
        // The router turns what is thrown into an answer; the transaction must not commit then.
        if (!isOk(answer[0]) && statusOf(answer[0]) >= 400) throw new OperationOutcomeError(answer[0]);
        return answer;
      });
      return answerOf(response);
    } catch (error) {
      return failureOf(error);
    }
  }

  async #inSession<Value>(caller: Caller, work: (session: Session) => Promise<Value>): Promise<Value> {
    const accessLog = new AccessLog(caller);
    const logged = async (database: Queryable): Promise<void> => {
      if (accessLog.isEmpty) return;
      const now = await databaseNow(database);
      await insertRows(database, accessLog.events(now), now);
    };
    return withRetry(() =>
      this.#database.transaction(async (database) => {
        const repository = new BoardRepository(database, {
          caller,
          policies: this.#policies,
          valueSets: this.#valueSets,
          signer: this.#signer,
          accessLog,
          baseUrl: this.#baseUrl,
        });
        accessLog.clear();
        const value = await work({ caller, database, repository, accessLog });
        await logged(database);
        return value;
      }),
    );
  }

  /** Type and interaction of a request, if the board has it and the caller may. */
  #authorise(
    method: HttpMethod,
    url: string,
    caller: Caller,
  ): { type: string; interaction: BoardInteraction } {
    const route = this.#router.find(method, url);
    const type = route?.params.resourceType;
    if (type === undefined) throw new BoardError("not-supported");
    if (!isBoardResourceType(type)) throw new BoardError("unknown-resource-type");
    const interaction = route?.data?.interaction ?? "operation";
    const id = route?.params.id;
    const isSupported =
      isBoardInteraction(interaction) &&
      interactionsOf(type).includes(interaction) &&
      !route?.path.endsWith("/_search") &&
      (interaction !== "update" || id !== undefined);
    if (!isSupported) throw new BoardError("not-supported");
    if (!caller.scopes.allows(type, interaction)) throw new BoardError("not-permitted");
    if (id !== undefined && !/^[A-Za-z0-9.-]{1,64}$/.test(id)) throw new BoardError("not-found");
    return { type, interaction };
  }

  async #single(request: FhirServiceRequest, session: Session): Promise<FhirResponse> {
    if (isExpand(request.method, request.url)) {
      if (!session.caller.scopes.allows("ValueSet", "read")) throw new BoardError("not-permitted");
      return [allOk, fhirResource(await expandValueSet(session.database, this.#valueSets, request.url))];
    }
    const { type, interaction } = this.#authorise(request.method, request.url, session.caller);
    const writes = interaction === "create" || interaction === "update";
    if (writes && bodyType.safeParse(request.body).data?.resourceType !== type)
      throw new BoardError("resource-invalid");
    // The handler is called directly: handleRequest would turn a deadlock, which is to be repeated, into an answer.
    const route = this.#router.find(request.method, request.url);
    if (!route) throw new BoardError("not-supported");
    const { params, path, query } = route;
    const routed = { ...requestOf(request), params, pathname: path, query: query ?? {} };
    const answer = await route.handler(routed, session.repository, this.#router);
    // Who may file but not read is told that it is there, not what it says.
    const isForeign =
      interaction === "create" && answer[0] === allOk && !session.caller.scopes.allows(type, "read");
    return isForeign ? [allOk] : answer;
  }

  async #bundle(request: FhirServiceRequest, caller: Caller): Promise<FhirServiceResponse> {
    const bundle = parseBundle(request.body);
    if (bundle.type === "batch") return this.#batch(bundle.entry, caller);
    for (const entry of bundle.entry) this.#checkEntry(entry, caller);
    const results = await this.#inSession(caller, (session) =>
      runTransaction(bundle, {
        database: session.database,
        repository: session.repository,
        read: async (url) => {
          const answer = await this.#single(
            { method: "GET", url: `/${url}`, body: undefined, headers: {} },
            session,
          );
          if (statusOf(answer[0]) >= 400) throw new OperationOutcomeError(answer[0]);
          return answer;
        },
      }),
    );
    const response: Bundle = {
      resourceType: "Bundle",
      type: "transaction-response",
      entry: results.map((result) => entryOf(result, caller)),
    };
    return { status: 200, resource: response };
  }

  #checkEntry(entry: BundleRequestEntry, caller: Caller): void {
    const { type } = this.#authorise(entry.request.method, `/${entry.request.url}`, caller);
    if (entry.resource && entry.resource.resourceType !== type) throw new BoardError("bundle-invalid");
  }

  /** Each entry stands alone, in its own database transaction. */
  async #batch(entries: readonly BundleRequestEntry[], caller: Caller): Promise<FhirServiceResponse> {
    const answers: BundleEntry[] = [];
    for (const { request, resource } of entries) {
      const answer = await this.handle(
        {
          method: request.method,
          url: `/${request.url}`,
          body: resource,
          headers: { ifMatch: request.ifMatch, ifNoneExist: request.ifNoneExist },
        },
        caller,
      );
      answers.push(batchEntryOf(answer));
    }
    return { status: 200, resource: { resourceType: "Bundle", type: "batch-response", entry: answers } };
  }
}

const answerOf = ([outcome, resource]: FhirResponse): FhirServiceResponse => ({
  status: statusOf(outcome),
  resource: resource ?? inOurWords(outcome),
});

const failureOf = (error: unknown): FhirServiceResponse => {
  // A text that PostgreSQL cannot keep is the sender's fault (class 22), a lost connection passes (classes 08, 53, 57).
  const state = sqlState(error)?.code ?? "";
  const code = /^22/.test(state)
    ? "request-invalid"
    : /^(08|53|57|40|ECONN)/.test(state)
      ? "busy"
      : undefined;
  const outcome = code ? new BoardError(code).outcome : inOurWords(knownOutcome(error));
  return { status: statusOf(outcome), resource: outcome };
};

const knownOutcome = (error: unknown): OperationOutcome =>
  error instanceof OperationOutcomeError
    ? normalizeOperationOutcome(error)
    : new BoardError("internal-error").outcome;

const located = (resource: StoredResource) => ({
  location: `${resource.resourceType}/${resource.id}/_history/${resource.meta?.versionId}`,
  etag: `W/"${resource.meta?.versionId}"`,
  ...(resource.meta?.lastUpdated === undefined ? {} : { lastModified: resource.meta.lastUpdated }),
});

/** The stored resource is repeated to those who may read it; a clerk may file an audit event, not read it. */
const entryOf = (result: EntryResult | FhirResponse, caller: Caller): BundleEntry => {
  if ("status" in result)
    return {
      response: {
        status: result.status === "201" ? "201 Created" : "200 OK",
        ...located(result.resource),
      },
      ...(caller.scopes.allows(result.resource.resourceType, "read")
        ? { resource: fhirResource(result.resource) }
        : {}),
    };
  const [, resource] = result;
  return { response: { status: "200 OK" }, ...(resource ? { resource } : {}) };
};

const batchEntryOf = ({ status, resource }: FhirServiceResponse): BundleEntry =>
  status >= 400 && resource.resourceType === "OperationOutcome"
    ? { response: { status: String(status), outcome: resource } }
    : { response: { status: String(status) }, resource };
