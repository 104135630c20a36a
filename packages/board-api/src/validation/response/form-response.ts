import { z } from "zod";
import type { Queryable } from "../../database/database.ts";
import type { Complaint } from "../../outcome/outcome.ts";
import { formKey } from "../../repository/keys.ts";
import type { ResourceRow } from "../../repository/stored-resource.ts";
import type { ValueSetLookup } from "../../terminology/value-set-lookup.ts";
import type { KnownValueSet } from "../../terminology/value-sets.ts";
import { type KnownCodes, responseComplaints } from "./check-response.ts";
import { formItems, valueSetsOf } from "./form-items.ts";

const responseSchema = z.looseObject({
  questionnaire: z.string(),
  status: z.enum(["completed", "amended", "entered-in-error"]),
  subject: z.object({ reference: z.string().regex(/^Patient\//) }),
  author: z.object({ reference: z.string() }),
  authored: z.string(),
});

const codesOf = (valueSets: readonly KnownValueSet[]): KnownCodes =>
  new Map(
    valueSets.map(({ resource, concepts }) => [
      resource.url,
      new Set(concepts.map(({ system, code }) => `${system}|${code}`)),
    ]),
  );

/** A response against the version of the form that it names, whatever versions there are by now. */
export const formResponseComplaints = async (
  database: Queryable,
  valueSets: ValueSetLookup,
  resource: { readonly resourceType: string },
): Promise<readonly Complaint[]> => {
  if (resource.resourceType !== "QuestionnaireResponse") return [];
  const read = responseSchema.safeParse(resource);
  if (!read.success) {
    const element = String(read.error.issues[0]?.path[0] ?? "item");
    return [{ code: "profile-violated", expression: `QuestionnaireResponse.${element}` }];
  }
  const [row] = await database.query<ResourceRow>("SELECT * FROM resource WHERE business_key = $1", [
    formKey(read.data.questionnaire),
  ]);
  if (!row) return [{ code: "form-unknown", expression: "QuestionnaireResponse.questionnaire" }];
  const named = await valueSets.withUrls(database, valueSetsOf(formItems(row.content)));
  return responseComplaints(row.content, resource, codesOf(named));
};
