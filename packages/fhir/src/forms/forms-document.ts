import { type Result, success } from "@cadre-care/domain";
import { z } from "zod";
import {
  type Questionnaire,
  questionnaireSchema,
  type ValueSet,
  valueSetSchema,
} from "../resources/index.ts";
import { type FormDefinition, formDefinition } from "./form-definition.ts";
import { formBundleProblems } from "./form-problems.ts";

/** Content of the documents `LIBRARY_URLS.forms` and `LIBRARY_URLS.terminology`. */
export interface FormsCollection {
  readonly resourceType: "Bundle";
  readonly type: "collection";
  readonly entry: readonly { readonly fullUrl: string; readonly resource: Questionnaire | ValueSet }[];
}

export const formsCollection = (resources: readonly (Questionnaire | ValueSet)[]): FormsCollection => ({
  resourceType: "Bundle",
  type: "collection",
  entry: resources.map((resource) => ({ fullUrl: resource.url, resource })),
});

const collectionSchema = z.object({
  resourceType: z.literal("Bundle"),
  type: z.literal("collection"),
  entry: z
    .array(
      z.object({
        resource: z.discriminatedUnion("resourceType", [questionnaireSchema, valueSetSchema]),
      }),
    )
    .default([]),
});

/** What a board's document of forms holds. */
export interface Forms {
  /** Every issued version; `formsFor` (domain) chooses by the day of the event. */
  readonly forms: readonly FormDefinition[];
  /** Expanded. */
  readonly valueSets: readonly ValueSet[];
}

/** Reads the content of a signed document of forms or of terminology. Problem `forms-unreadable`: the last good one stays. */
export const readForms = (content: unknown): Result<Forms> => {
  const read = collectionSchema.safeParse(content);
  if (!read.success) return formBundleProblems.refuse("forms-unreadable");
  const forms: FormDefinition[] = [];
  const valueSets: ValueSet[] = [];
  for (const { resource } of read.data.entry)
    if (resource.resourceType === "Questionnaire") forms.push(formDefinition(resource));
    else valueSets.push(resource);
  return success({ forms, valueSets });
};
