import type { Queryable } from "../database/database.ts";
import type { Complaint } from "../outcome/outcome.ts";
import type { ResourceRow } from "../repository/stored-resource.ts";
import { valuesAt } from "../search/tokens.ts";
import { firstText } from "./codes-at.ts";
import { referencesIn } from "./references.ts";

/** Where a record of care says whose it is. */
const PERSON: Readonly<Record<string, "subject" | "for">> = {
  Encounter: "subject",
  QuestionnaireResponse: "subject",
  Observation: "subject",
  ServiceRequest: "subject",
  Task: "for",
};

const personOf = (resource: { readonly resourceType: string }): string | undefined =>
  firstText(resource, `${PERSON[resource.resourceType] ?? "-"}.reference`);

const differs = ({ resourceType }: { readonly resourceType: string }): Complaint => ({
  code: "subject-differs",
  expression: `${resourceType}.${PERSON[resourceType]}`,
});

const RECORD = /^([A-Za-z]+)\/(.+)$/;

/**
 * Records that are about another person than a record that they refer to: values and their form, a form and its visit, a
 * referral, its form and its Task. A wrong patient is worse than none.
 */
export const subjectComplaints = async (
  database: Queryable,
  resources: readonly { readonly resourceType: string }[],
): Promise<readonly Complaint[]> => {
  const links = resources.flatMap((resource) => {
    const person = personOf(resource);
    if (person === undefined) return [];
    return referencesIn(resource).flatMap(({ value }) => {
      const [, type = "", id = ""] = RECORD.exec(value) ?? [];
      return PERSON[type] === undefined ? [] : [{ resource, person, value, type, id }];
    });
  });
  if (links.length === 0) return [];
  const rows = await database.query<Pick<ResourceRow, "type" | "id" | "content">>(
    `SELECT type, id, content FROM resource
     WHERE (type, id) IN (SELECT * FROM unnest($1::text[], $2::text[]))`,
    [links.map(({ type }) => type), links.map(({ id }) => id)],
  );
  const people = new Map(rows.map(({ type, id, content }) => [`${type}/${id}`, personOf(content)]));
  return links
    .filter(({ person, value }) => (people.get(value) ?? person) !== person)
    .map(({ resource }) => differs(resource));
};

/** A site link is taken back or made again; another code or person is another link. */
const linkComplaints = (before: unknown, after: unknown): readonly Complaint[] =>
  (["identifier", "link"] as const).flatMap((element) =>
    JSON.stringify(valuesAt(before, element)) === JSON.stringify(valuesAt(after, element))
      ? []
      : [{ code: "profile-violated", expression: `Person.${element}` } as const],
  );

/** What an amendment may not change: whose record it is, and which form a response answers. */
export const amendmentComplaints = (
  before: { readonly resourceType: string },
  after: { readonly resourceType: string },
): readonly Complaint[] => {
  if (before.resourceType === "Person") return linkComplaints(before, after);
  const person = personOf(before);
  const form = firstText(before, "questionnaire");
  const isResponse = before.resourceType === "QuestionnaireResponse";
  return [
    ...(person !== undefined && personOf(after) !== person ? [differs(after)] : []),
    ...(isResponse && firstText(after, "questionnaire") !== form
      ? [{ code: "response-invalid", expression: "QuestionnaireResponse.questionnaire" } as const]
      : []),
  ];
};
