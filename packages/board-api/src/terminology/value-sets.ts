import type { Concept, LocalizedText, Policy } from "@cadre-care/domain";
import { CODE_SYSTEMS, VALUE_SETS, type ValueSet, valueSetSchema } from "@cadre-care/fhir";
import { z } from "zod";
import type { Queryable } from "../database/database.ts";
import type { ResourceRow, StoredResource } from "../repository/stored-resource.ts";

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

/** A stored ValueSet whose `compose` lists its concepts; undefined for any other. */
export const knownValueSet = (resource: StoredResource): KnownValueSet | undefined => {
  const read = valueSetSchema.safeParse(resource);
  return read.success && read.data.compose
    ? { resource: read.data, concepts: conceptsOf(read.data) }
    : undefined;
};

const ofPolicy = (
  url: string,
  title: string,
  system: string,
  entries: readonly { readonly code: string; readonly text: LocalizedText }[],
  lastUpdated: string | undefined,
): KnownValueSet => ({
  resource: {
    resourceType: "ValueSet",
    url,
    title,
    status: "active",
    ...(lastUpdated === undefined ? {} : { meta: { lastUpdated } }),
  },
  concepts: entries.map(({ code, text }) => ({ system, code, display: text.vi, designation: text.en })),
});

/** Value sets that follow from the policy: receiving hospitals, and the classes of cadres where it has any. */
export const policyValueSets = (
  policy: Policy | undefined,
  lastUpdated?: string,
): readonly KnownValueSet[] => {
  const { receivingHospitals = [], cadreClasses = [] } = policy ?? {};
  return [
    ofPolicy(
      VALUE_SETS.receivingHospital,
      "Cơ sở khám bệnh, chữa bệnh nhận người bệnh chuyển đến",
      CODE_SYSTEMS.hospital,
      receivingHospitals.map(({ id, name }) => ({ code: id, text: name })),
      lastUpdated,
    ),
    ...(cadreClasses.length === 0
      ? []
      : [
          ofPolicy(
            VALUE_SETS.cadreClass,
            "Phân loại sức khỏe cán bộ theo quy định của đơn vị quản lý",
            CODE_SYSTEMS.cadreClass,
            cadreClasses.map(({ code, label }) => ({ code, text: label })),
            lastUpdated,
          ),
        ]),
  ];
};

/** Value sets that are stored, by URL. */
export const storedValueSets = async (database: Queryable): Promise<readonly KnownValueSet[]> => {
  const rows = await database.query<ResourceRow>(
    "SELECT * FROM resource WHERE type = 'ValueSet' ORDER BY business_key",
  );
  return rows.flatMap(({ content }) => knownValueSet(content) ?? []);
};
