import type { Queryable } from "../database/database.ts";
import type { Complaint } from "../outcome/outcome.ts";
import type { ResourceRow } from "../repository/stored-resource.ts";
import { valuesAt } from "../search/tokens.ts";
import { firstText } from "./codes-at.ts";

/** Where a resource says which form it comes from. */
const SOURCES: Readonly<Record<string, string>> = {
  Observation: "derivedFrom.reference",
  ServiceRequest: "supportingInfo.reference",
};
const RESPONSE = /^QuestionnaireResponse\/(.+)$/;

/** Values and referrals that are about another person than the form that they come from: a wrong patient is worse than none. */
export const subjectComplaints = async (
  database: Queryable,
  resources: readonly { readonly resourceType: string }[],
): Promise<readonly Complaint[]> => {
  const derived = resources.flatMap((resource) =>
    valuesAt(resource, SOURCES[resource.resourceType] ?? "-").flatMap((reference) => {
      const [, response] = RESPONSE.exec(String(reference)) ?? [];
      return response === undefined ? [] : [{ resource, response }];
    }),
  );
  if (derived.length === 0) return [];
  const rows = await database.query<Pick<ResourceRow, "id" | "content">>(
    "SELECT id, content FROM resource WHERE type = 'QuestionnaireResponse' AND id = ANY($1::text[])",
    [[...new Set(derived.map(({ response }) => response))]],
  );
  const subjects = new Map(rows.map(({ id, content }) => [id, firstText(content, "subject.reference")]));
  return derived
    .filter(({ resource, response }) => firstText(resource, "subject.reference") !== subjects.get(response))
    .map(({ resource }) => ({ code: "subject-differs", expression: `${resource.resourceType}.subject` }));
};
