import { parseSearchRequest } from "@medplum/core";
import type { FhirResponse } from "@medplum/fhir-router";
import type { Queryable } from "../database/database.ts";
import { isBoardResourceType } from "../definitions/interactions.ts";
import { BoardError } from "../outcome/outcome.ts";
import type { BoardRepository } from "../repository/board-repository.ts";
import { jsonResource } from "../repository/medplum-types.ts";
import { databaseNow, insertRows } from "../repository/resource-rows.ts";
import type { StoredResource } from "../repository/stored-resource.ts";
import { runSearch } from "../search/run-search.ts";
import { searchQuery } from "../search/search-query.ts";
import { mapReferences, referencesIn } from "../validation/references.ts";
import { type BundleRequest, type BundleRequestEntry, versionOfIfMatch } from "./bundle-request.ts";

export interface TransactionTools {
  readonly database: Queryable;
  readonly repository: BoardRepository;
  /** Serves a GET entry, after all writes. */
  read(url: string): Promise<FhirResponse>;
}

export interface EntryResult {
  readonly status: "200" | "201";
  readonly resource: StoredResource;
}

interface Plan {
  readonly entry: BundleRequestEntry;
  readonly id: string;
  readonly existing?: StoredResource;
}

const CONDITIONAL = /^([A-Z][A-Za-z]+)\?(.+)$/;

const planEntries = async (
  entries: readonly BundleRequestEntry[],
  tools: TransactionTools,
): Promise<readonly Plan[]> => {
  const conditional = entries.flatMap((entry) =>
    entry.resource && entry.request.method === "POST" && entry.request.ifNoneExist !== undefined
      ? [{ entry, resource: jsonResource(entry.resource), condition: entry.request.ifNoneExist }]
      : [],
  );
  const claimed = await tools.repository.claim(
    conditional.map(({ resource, condition }) => ({
      resource,
      search: parseSearchRequest(`${resource.resourceType}?${condition}`),
    })),
  );
  const byEntry = new Map(conditional.map(({ entry }, index) => [entry, claimed[index]]));
  return entries.map((entry) => {
    const claim = byEntry.get(entry);
    if (claim) return { entry, ...claim };
    const { method, url } = entry.request;
    if (method === "POST") return { entry, id: tools.repository.generateId() };
    return { entry, id: method === "PUT" ? (url.split("/")[1] ?? "") : "" };
  });
};

const addressesOf = (plans: readonly Plan[]): ReadonlyMap<string, string> =>
  new Map(
    plans.flatMap(({ entry, id }) =>
      entry.fullUrl === undefined || !entry.resource
        ? []
        : [[entry.fullUrl, `${entry.resource.resourceType}/${id}`]],
    ),
  );

/** `Patient?identifier=…` as a reference: exactly one match, else a person has to look (R4 3.1.0.11.2). */
const resolveConditional = async (
  plans: readonly Plan[],
  database: Queryable,
): Promise<ReadonlyMap<string, string>> => {
  const resolved = new Map<string, string>();
  for (const { value } of plans.flatMap(({ entry }) => referencesIn(entry.resource))) {
    const type = CONDITIONAL.exec(value)?.[1];
    if (type === undefined || !isBoardResourceType(type) || resolved.has(value)) continue;
    const page = await runSearch(database, searchQuery({ ...parseSearchRequest(value), count: 2 }));
    const [only, second] = page.matches;
    if (!only) throw new BoardError("reference-not-found");
    if (second) throw new BoardError("multiple-matches");
    resolved.set(value, `${type}/${only.id}`);
  }
  return resolved;
};

/**
 * All or nothing, inside the caller's database transaction. Conditional creates are decided first, then references
 * between entries are resolved, then everything is validated, stored, and its references checked; GETs come last (R4
 * 3.1.0.11.2). What exists already is answered 200 and not written again.
 */
export const runTransaction = async (
  bundle: BundleRequest,
  tools: TransactionTools,
): Promise<readonly (EntryResult | FhirResponse)[]> => {
  const plans = await planEntries(bundle.entry, tools);
  const addresses = new Map([...addressesOf(plans), ...(await resolveConditional(plans, tools.database))]);
  const written = new Map<BundleRequestEntry, StoredResource>();
  const creating: [BundleRequestEntry, StoredResource][] = [];
  const now = await databaseNow(tools.database);
  const resolved = (plan: Plan): StoredResource =>
    jsonResource({
      ...Object(mapReferences(plan.entry.resource, (value) => addresses.get(value) ?? value)),
      id: plan.id,
    });
  for (const plan of plans) {
    if (plan.entry.request.method !== "POST" || plan.existing) continue;
    creating.push([plan.entry, await tools.repository.completeNew(resolved(plan))]);
  }
  const stored = await insertRows(
    tools.database,
    creating.map(([, resource]) => resource),
    now,
  );
  creating.forEach(([entry], index) => {
    const resource = stored[index];
    if (resource) written.set(entry, resource);
  });
  for (const plan of plans) {
    if (plan.entry.request.method !== "PUT") continue;
    const ifMatch = versionOfIfMatch(plan.entry.request.ifMatch);
    if (ifMatch === undefined) throw new BoardError("if-match-required");
    written.set(plan.entry, await tools.repository.amend(resolved(plan), ifMatch, now));
  }
  await tools.repository.settle([...written.values()]);
  const results: (EntryResult | FhirResponse)[] = [];
  for (const { entry, existing } of plans) {
    const resource = existing ?? written.get(entry);
    if (resource)
      results.push({ status: !existing && entry.request.method === "POST" ? "201" : "200", resource });
    else results.push(await tools.read(entry.request.url));
  }
  return results;
};
