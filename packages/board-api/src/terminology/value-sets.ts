import type { Concept } from "@cadre-care/domain";
import { type ValueSet, valueSetSchema } from "@cadre-care/fhir";
import { z } from "zod";
import type { Queryable } from "../database/database.ts";
import type { ResourceRow } from "../repository/stored-resource.ts";
import { isStoredUrl } from "./stored-url.ts";

/** A value set of this board whose concepts are known one by one. */
export interface KnownValueSet {
  readonly resource: ValueSet;
  readonly concepts: readonly (Concept & { readonly designation?: string })[];
}

/** A larger one is looked up by `$expand` or from the terminology document, and not sent along with the forms. */
export const LARGEST_WITH_FORMS = 50;

/** What `expansion.contains` holds of a concept: Vietnamese as its display, English as a designation. */
export const expanded = (
  { resource, concepts }: KnownValueSet,
  page: { readonly total: number; readonly offset?: number } = { total: concepts.length },
  timestamp = resource.meta?.lastUpdated,
): ValueSet => {
  const { meta: _meta, compose: _compose, ...rest } = resource;
  return {
    ...rest,
    expansion: {
      timestamp: timestamp ?? "2026-01-01",
      total: page.total,
      ...(page.offset === undefined ? {} : { offset: page.offset }),
      ...(concepts.length === 0
        ? {}
        : {
            contains: concepts.map(({ designation, ...concept }) => ({
              ...concept,
              ...(designation === undefined ? {} : { designation: [{ language: "en", value: designation }] }),
            })),
          }),
    },
  };
};

const designations = z.array(z.object({ language: z.string().optional(), value: z.string() }));

const englishOf = (designation: unknown): string | undefined =>
  designations.safeParse(designation).data?.find(({ language }) => language === "en")?.value;

const conceptsOf = (valueSet: ValueSet): KnownValueSet["concepts"] =>
  (valueSet.compose?.include ?? []).flatMap(({ system, concept }) =>
    concept.map(({ code, display, designation }) => {
      const english = englishOf(designation);
      return {
        system,
        code,
        display: display ?? code,
        ...(english === undefined ? {} : { designation: english }),
      };
    }),
  );

/** Elements of `compose` that say what is not in the set, or leave it to another one. */
const composeSchema = z.object({
  exclude: z.never().optional(),
  include: z.array(z.object({ filter: z.never().optional(), valueSet: z.never().optional() })),
});

/** A ValueSet whose `compose` lists its concepts one by one, at a URL that is its own; undefined for any other. */
export const knownValueSet = (resource: unknown): KnownValueSet | undefined => {
  const read = valueSetSchema.safeParse(resource).data;
  if (!read || !isStoredUrl(read.url) || !composeSchema.safeParse(read.compose).success) return undefined;
  const concepts = conceptsOf(read);
  return concepts.length === 0 ? undefined : { resource: read, concepts };
};

/** Value sets that are stored, by URL. A stored one never stands for one that follows from the policy. */
export const storedValueSets = async (database: Queryable): Promise<readonly KnownValueSet[]> => {
  const rows = await database.query<ResourceRow>(
    "SELECT * FROM resource WHERE type = 'ValueSet' ORDER BY business_key",
  );
  return rows.flatMap(({ content }) => knownValueSet(content) ?? []);
};
