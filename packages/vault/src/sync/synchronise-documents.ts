import { type Policy, type Problem, readPolicy } from "@cadre-care/domain";
import {
  type BoardClient,
  type BoardDocument,
  type BoardFailure,
  LIBRARY_URLS,
  type Library,
  libraryDocument,
  librarySchema,
  resourcesIn,
} from "@cadre-care/fhir";
import { syncProblems } from "./sync-problems.ts";

/** What asking for a document came to. Without a value the last good one stays in use. */
export interface DocumentsRead<Value> {
  readonly value?: Value;
  readonly problem?: Problem;
  readonly failure?: BoardFailure;
}

async function documents(
  client: BoardClient,
  url: string,
  signal?: AbortSignal,
): Promise<DocumentsRead<readonly BoardDocument[]>> {
  const answer = await client.search("Library", { url, status: "active", _count: "100" }, signal);
  if (answer.kind !== "success") return { problem: answer.problem, failure: answer };
  const read = resourcesIn<Library>(answer.body, "Library", librarySchema).resources.map(libraryDocument);
  const bad = read.find((one) => !one.ok);
  return {
    value: read.flatMap((one) => (one.ok ? [one.value] : [])),
    ...(bad && !bad.ok ? { problem: bad.problem } : {}),
  };
}

/** The policy that the board has in force. One that fails validation is no value: the last good one stays. */
export async function synchronisePolicy(
  client: BoardClient,
  signal?: AbortSignal,
): Promise<DocumentsRead<Policy>> {
  const { value: found, ...rest } = await documents(client, LIBRARY_URLS.policy, signal);
  if (rest.failure) return rest;
  let problem = rest.problem ?? syncProblems.problem("policy-missing");
  for (const document of (found ?? []).toReversed()) {
    const policy = readPolicy(document.content);
    if (policy.ok) return { value: policy.value };
    problem = policy.problem;
  }
  return { problem };
}

/** The site profiles that the board has in force; each caller validates them with its own schema. */
export const synchroniseSiteProfiles = (
  client: BoardClient,
  signal?: AbortSignal,
): Promise<DocumentsRead<readonly BoardDocument[]>> => documents(client, LIBRARY_URLS.siteProfile, signal);
