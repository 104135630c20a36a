import { type Policy, type Problem, type Result, readPolicy } from "@cadre-care/domain";
import {
  type BoardClient,
  type BoardFailure,
  type BoardKey,
  LIBRARY_URLS,
  type Library,
  librarySchema,
  resourcesIn,
  type SignedDocument,
  verifyDocument,
} from "@cadre-care/fhir";
import { syncProblems } from "./sync-problems.ts";

/** What asking for a document came to. Without a value the last good one stays in use. */
export interface DocumentsRead<Value> {
  readonly value?: Value;
  readonly problem?: Problem;
  readonly failure?: BoardFailure;
}

/** What this machine trusts: the keys that its build was packed with, and the last good documents that it has. */
export interface DocumentTrust {
  readonly keys: readonly BoardKey[];
  /** When the last good document of that kind was issued; undefined before the first. */
  readonly lastIssued: (url: string) => number | undefined;
}

/** A policy, and when the board issued it. */
export interface IssuedPolicy {
  readonly policy: Policy;
  readonly issuedAt: number;
}

async function trusted(library: Library, url: string, trust: DocumentTrust): Promise<Result<SignedDocument>> {
  const read = await verifyDocument(library, url, trust.keys);
  if (!read.ok) return read;
  const last = trust.lastIssued(url);
  return last !== undefined && read.value.issuedAt < last ? syncProblems.refuse("document-older") : read;
}

async function libraries(
  client: BoardClient,
  parameters: Readonly<Record<string, string>>,
  signal: AbortSignal | undefined,
): Promise<readonly Library[] | BoardFailure> {
  const answer = await client.search("Library", { status: "active", ...parameters }, signal);
  if (answer.kind !== "success") return answer;
  return resourcesIn<Library>(answer.body, "Library", librarySchema).resources;
}

const isFailure = (read: readonly Library[] | BoardFailure): read is BoardFailure => "kind" in read;

async function documents(
  client: BoardClient,
  url: string,
  trust: DocumentTrust,
  signal?: AbortSignal,
): Promise<DocumentsRead<readonly SignedDocument[]>> {
  const resources = await libraries(client, { url, _count: "100" }, signal);
  if (isFailure(resources)) return { problem: resources.problem, failure: resources };
  const read = await Promise.all(resources.map((library) => trusted(library, url, trust)));
  const bad = read.find((one) => !one.ok);
  return {
    value: read.flatMap((one) => (one.ok ? [one.value] : [])),
    ...(bad && !bad.ok ? { problem: bad.problem } : {}),
  };
}

/**
 * The policy that the board has in force. One that is not signed by a pinned key, is older than the last good one, or
 * fails validation is no value: the last good one stays.
 */
export async function synchronisePolicy(
  client: BoardClient,
  trust: DocumentTrust,
  signal?: AbortSignal,
): Promise<DocumentsRead<IssuedPolicy>> {
  const { value: found, ...rest } = await documents(client, LIBRARY_URLS.policy, trust, signal);
  if (rest.failure) return rest;
  let problem = rest.problem ?? syncProblems.problem("policy-missing");
  for (const document of (found ?? []).toSorted((one, other) => other.issuedAt - one.issuedAt)) {
    const policy = readPolicy(document.content);
    if (policy.ok) return { ...rest, value: { policy: policy.value, issuedAt: document.issuedAt } };
    problem = policy.problem;
  }
  return { problem };
}

/** A collection as the board signed it, and when the board stored it, which is what the next asking starts from. */
export interface CollectionRead {
  readonly document: SignedDocument;
  readonly storedAt?: string;
}

/**
 * The forms, or the large value sets. They are large and rarely change: what was stored since `since` alone is asked for,
 * and no value without a problem means that what is here is the board's.
 */
export async function synchroniseCollection(
  client: BoardClient,
  url: string,
  trust: DocumentTrust,
  since: string | undefined,
  signal?: AbortSignal,
): Promise<DocumentsRead<CollectionRead>> {
  const newer = since === undefined ? {} : { _lastUpdated: `gt${since}` };
  const resources = await libraries(client, { url, _count: "10", ...newer }, signal);
  if (isFailure(resources)) return { problem: resources.problem, failure: resources };
  let latest: CollectionRead | undefined;
  let problem: Problem | undefined;
  for (const library of resources) {
    const read = await trusted(library, url, trust);
    if (!read.ok) problem = read.problem;
    else if (latest === undefined || read.value.issuedAt > latest.document.issuedAt) {
      const storedAt = library.meta?.lastUpdated;
      latest = { document: read.value, ...(storedAt === undefined ? {} : { storedAt }) };
    }
  }
  return { ...(latest ? { value: latest } : {}), ...(problem ? { problem } : {}) };
}
