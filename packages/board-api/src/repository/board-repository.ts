import { randomUUID } from "node:crypto";
import { IDENTIFIER_SYSTEMS } from "@cadre-care/fhir";
import { allOk, created, formatSearchQuery, Operator, type SearchRequest, type WithId } from "@medplum/core";
import {
  FhirRepository,
  type ReadHistoryOptions,
  type RepositoryMode,
  type UpdateResourceOptions,
} from "@medplum/fhir-router";
import type { Bundle, OperationOutcome, Reference, Resource } from "@medplum/fhirtypes";
import type { AccessLog } from "../audit/access-log.ts";
import type { Caller } from "../auth/caller.ts";
import { assertOwnSite } from "../auth/own-site.ts";
import { assertMayAnswer, assertMayAsk } from "../auth/request-tasks.ts";
import type { Queryable } from "../database/database.ts";
import type { DocumentSigner } from "../documents/document-signer.ts";
import { concernsForms, publishForms } from "../forms/publish-forms.ts";
import { BoardError } from "../outcome/outcome.ts";
import { runSearch } from "../search/run-search.ts";
import { searchQuery } from "../search/search-query.ts";
import {
  type InForce,
  refuseSecretTier,
  validateContent,
  validateReferences,
} from "../validation/validate-write.ts";
import { entryKeysOf } from "./keys.ts";
import { fhirResource, jsonResource } from "./medplum-types.ts";
import {
  claimEntryKeys,
  databaseNow,
  type EntryClaim,
  insertRows,
  readRow,
  updateRow,
  versionRows,
} from "./resource-rows.ts";
import { historyBundle, searchBundle } from "./result-bundles.ts";
import type { StoredResource } from "./stored-resource.ts";

export interface RepositoryContext extends InForce {
  readonly caller: Caller;
  readonly signer: DocumentSigner;
  readonly accessLog: AccessLog;
  readonly baseUrl: string;
}

export interface ConditionalCreate {
  readonly resource: StoredResource;
  readonly search: SearchRequest;
}

export interface ClaimedCreate {
  readonly id: string;
  readonly existing?: StoredResource;
}

/** The entry key that a condition names, where it is `identifier=entry|…` or `_tag=entry|…` alone. */
export const entryKeyOfCondition = (search: SearchRequest): string | undefined => {
  const [filter, ...others] = search.filters ?? [];
  if (!filter || others.length > 0 || filter.operator !== Operator.EQUALS) return undefined;
  if (filter.code !== "identifier" && filter.code !== "_tag") return undefined;
  const prefix = `${IDENTIFIER_SYSTEMS.entry}|`;
  return filter.value.startsWith(prefix) ? filter.value.slice(prefix.length) : undefined;
};

/**
 * Storage behind Medplum's router, for one request inside one database transaction (`database`). Who may do what has
 * been decided before; what may be stored is decided here.
 */
export class BoardRepository extends FhirRepository<Queryable> {
  readonly #database: Queryable;
  readonly #context: RepositoryContext;

  constructor(database: Queryable, context: RepositoryContext) {
    super();
    this.#database = database;
    this.#context = context;
  }

  /** One connection reads and writes. */
  setMode(_mode: RepositoryMode): void {}

  generateId(): string {
    return randomUUID();
  }

  withTransaction<Value>(callback: (client: Queryable) => Promise<Value>): Promise<Value> {
    return callback(this.#database);
  }

  async createResource<T extends Resource>(resource: T): Promise<WithId<T>> {
    return fhirResource<T>(await this.store({ ...jsonResource(resource), id: this.generateId() }));
  }

  /** What is stored for a new resource. */
  async completeNew(resource: StoredResource): Promise<StoredResource> {
    const complete = await this.#complete(resource);
    assertMayAsk(this.#context.caller, complete);
    assertOwnSite(this.#context.caller, complete);
    return complete;
  }

  /** Stores a new version, without what follows from it (`settle`). */
  async amend(resource: StoredResource, ifMatch: string, now: Date): Promise<StoredResource> {
    const complete = await this.#complete(resource);
    const before = await readRow(this.#database, complete.resourceType, complete.id);
    assertMayAnswer(this.#context.caller, before?.content, complete);
    if (before) assertOwnSite(this.#context.caller, before.content);
    return updateRow(this.#database, complete, ifMatch, now);
  }

  /** Validated, and signed where clients ask for a signature. */
  async #complete(resource: StoredResource): Promise<StoredResource> {
    await validateContent(this.#database, this.#context, resource);
    return this.#context.signer.sign(this.#database, resource);
  }

  /** What follows from what was written: references must lead somewhere, and signed forms say what is stored now. */
  async settle(written: readonly StoredResource[]): Promise<void> {
    await validateReferences(this.#database, written);
    if (written.some(concernsForms)) await publishForms(this.#database, this.#context.signer);
  }

  /** Validates and stores; `id` has been assigned by us. */
  async store(resource: StoredResource): Promise<StoredResource> {
    const complete = await this.completeNew(resource);
    const [stored] = await insertRows(this.#database, [complete], await databaseNow(this.#database));
    if (!stored) throw new BoardError("internal-error");
    await this.settle([stored]);
    return stored;
  }

  override async conditionalCreate<T extends Resource>(
    resource: T,
    search: SearchRequest<T>,
  ): Promise<{ resource: WithId<T>; outcome: OperationOutcome }> {
    const json = jsonResource(resource);
    const [claimed] = await this.claim([{ resource: json, search }]);
    if (!claimed) throw new BoardError("internal-error");
    if (claimed.existing) return { resource: fhirResource(claimed.existing), outcome: allOk };
    return { resource: fhirResource(await this.store({ ...json, id: claimed.id })), outcome: created };
  }

  /**
   * Decides conditional creates: what is there already, or the id under which it may be stored now. Nobody else can
   * store the same until this transaction ends: by the primary key of `entry_key`, else by a lock on the condition.
   */
  async claim(creates: readonly ConditionalCreate[]): Promise<readonly ClaimedCreate[]> {
    const keyed: (EntryClaim | undefined)[] = [];
    for (const { resource, search } of creates) {
      await refuseSecretTier(this.#database, this.#context.policies, resource);
      if (resource.resourceType !== search.resourceType) throw new BoardError("resource-invalid");
      const value = entryKeyOfCondition(search);
      if (value !== undefined && !entryKeysOf(resource).includes(value))
        throw new BoardError("entry-key-invalid");
      keyed.push(
        value === undefined ? undefined : { type: search.resourceType, value, id: this.generateId() },
      );
    }
    const wanted = keyed.filter((claim) => claim !== undefined);
    const taken = await claimEntryKeys(this.#database, wanted);
    const results: ClaimedCreate[] = [];
    for (const [index, { search }] of creates.entries()) {
      const claim = keyed[index];
      if (!claim) results.push(await this.#claimByCondition(search));
      else results.push(await this.#outcomeOf(claim, taken));
    }
    return results;
  }

  async #outcomeOf(claim: EntryClaim, taken: readonly EntryClaim[]): Promise<ClaimedCreate> {
    const owner = taken.find((one) => one.type === claim.type && one.value === claim.value);
    if (owner?.id === claim.id) return { id: claim.id };
    const row = owner && (await readRow(this.#database, claim.type, owner.id));
    // A bundle that names one key twice has claimed it for its own first entry, which is not stored yet.
    if (!row) throw new BoardError("entry-key-invalid");
    return { id: row.id, existing: row.content };
  }

  async #claimByCondition(search: SearchRequest): Promise<ClaimedCreate> {
    if (!search.filters?.length || !this.#context.caller.scopes.allows(search.resourceType, "search-type"))
      throw new BoardError("not-permitted");
    await this.#database.query("SELECT pg_advisory_xact_lock(hashtextextended($1, 0))", [
      `${search.resourceType}${formatSearchQuery(search)}`,
    ]);
    const page = await runSearch(this.#database, searchQuery({ ...search, count: 2 }));
    if (page.matches.length > 1) throw new BoardError("multiple-matches");
    const [existing] = page.matches;
    return existing ? { id: existing.id, existing } : { id: this.generateId() };
  }

  async updateResource<T extends Resource>(resource: T, options?: UpdateResourceOptions): Promise<WithId<T>> {
    if (options?.ifMatch === undefined) throw new BoardError("if-match-required");
    const now = await databaseNow(this.#database);
    const stored = await this.amend(jsonResource(resource), options.ifMatch, now);
    await this.settle([stored]);
    return fhirResource<T>(stored);
  }

  async readResource<T extends Resource>(resourceType: string, id: string): Promise<WithId<T>> {
    const row = await readRow(this.#database, resourceType, id);
    const found = row ? [row.content] : [];
    this.#context.accessLog.note("read", resourceType, `${resourceType}/${id}`, found);
    if (!row) throw new BoardError("not-found");
    return fhirResource<T>(row.content);
  }

  async readVersion<T extends Resource>(resourceType: string, id: string, vid: string): Promise<WithId<T>> {
    const rows = await versionRows(this.#database, resourceType, id, 1000, 0);
    const row = rows.find((version) => String(version.version) === vid);
    this.#context.accessLog.note(
      "vread",
      resourceType,
      `${resourceType}/${id}/_history/${vid}`,
      row ? [row.content] : [],
    );
    if (!row) throw new BoardError("not-found");
    return fhirResource<T>(row.content);
  }

  async readHistory<T extends Resource>(
    resourceType: string,
    id: string,
    options?: ReadHistoryOptions,
  ): Promise<Bundle<WithId<T>>> {
    const bounded = (value: number | undefined, fallback: number): number =>
      value !== undefined && Number.isInteger(value) && value >= 0 ? Math.min(value, 1000) : fallback;
    const rows = await versionRows(
      this.#database,
      resourceType,
      id,
      bounded(options?.limit, 100),
      bounded(options?.offset, 0),
    );
    this.#context.accessLog.note(
      "history-instance",
      resourceType,
      `${resourceType}/${id}/_history`,
      rows.map((row) => row.content),
    );
    if (rows.length === 0) throw new BoardError("not-found");
    return historyBundle(rows, this.#context.baseUrl);
  }

  async search<T extends Resource>(request: SearchRequest<T>): Promise<Bundle<WithId<T>>> {
    const query = searchQuery(request);
    if (query.includes.length > 0 && !this.#context.caller.scopes.allows("Patient", "read"))
      throw new BoardError("not-permitted");
    const page = await runSearch(this.#database, query);
    this.#context.accessLog.note(
      "search-type",
      request.resourceType,
      `${request.resourceType}${formatSearchQuery(request)}`,
      [...page.matches, ...page.included],
    );
    return searchBundle(request, page, this.#context.baseUrl);
  }

  async readReference<T extends Resource>(reference: Reference<T>): Promise<WithId<T>> {
    const [type = "", id = ""] = (reference.reference ?? "").split("/");
    return this.readResource(type, id);
  }

  async readReferences<T extends Resource>(references: readonly Reference<T>[]): Promise<(T | Error)[]> {
    return Promise.all(
      references.map((reference) =>
        this.readReference<T>(reference).catch(() => new BoardError("not-found")),
      ),
    );
  }

  deleteResource(): Promise<void> {
    return Promise.reject(new BoardError("not-supported"));
  }

  patchResource<T extends Resource>(): Promise<WithId<T>> {
    return Promise.reject(new BoardError("not-supported"));
  }

  searchByReference<T extends Resource>(): Promise<Record<string, WithId<T>[]>> {
    return Promise.reject(new BoardError("not-supported"));
  }
}
