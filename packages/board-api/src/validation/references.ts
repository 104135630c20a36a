import type { Queryable } from "../database/database.ts";
import { isBoardResourceType } from "../definitions/interactions.ts";
import type { Complaint } from "../outcome/outcome.ts";

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

export interface FoundReference {
  readonly value: string;
  readonly path: string;
}

/** Every `Reference.reference` in a resource, with its path. */
export const referencesIn = (json: unknown, path = ""): readonly FoundReference[] => {
  if (Array.isArray(json)) return json.flatMap((value) => referencesIn(value, path));
  if (!isObject(json)) return [];
  return Object.entries(json).flatMap(([key, value]) =>
    key === "reference" && typeof value === "string"
      ? [{ value, path }]
      : referencesIn(value, path === "" ? key : `${path}.${key}`),
  );
};

/** The same JSON with every `Reference.reference` replaced. */
export const mapReferences = (json: unknown, replace: (reference: string) => string): unknown => {
  if (Array.isArray(json)) return json.map((value) => mapReferences(value, replace));
  if (!isObject(json)) return json;
  return Object.fromEntries(
    Object.entries(json).map(([key, value]) => [
      key,
      key === "reference" && typeof value === "string" ? replace(value) : mapReferences(value, replace),
    ]),
  );
};

const RELATIVE = /^([A-Z][A-Za-z]+)\/([A-Za-z0-9.-]{1,64})$/;

/** References that lead to nothing. `#…` points into the resource itself and is left to the validator. */
export const referenceComplaints = async (
  database: Queryable,
  resources: readonly { readonly resourceType: string }[],
): Promise<readonly Complaint[]> => {
  const found = resources.flatMap((resource) =>
    referencesIn(resource)
      .filter((reference) => !reference.value.startsWith("#"))
      .map((reference) => ({ ...reference, of: resource.resourceType })),
  );
  const targets = [...new Set(found.map((one) => one.value))].flatMap((value) => {
    const [, type = "", id = ""] = RELATIVE.exec(value) ?? [];
    return isBoardResourceType(type) ? [{ type, id }] : [];
  });
  const rows = await database.query<{ reference: string }>(
    `SELECT type || '/' || id AS reference FROM resource
     WHERE (type, id) IN (SELECT * FROM unnest($1::text[], $2::text[]))`,
    [targets.map((one) => one.type), targets.map((one) => one.id)],
  );
  const known = new Set(rows.map((row) => row.reference));
  return found
    .filter((one) => !known.has(one.value))
    .map((one) => ({
      code: "reference-not-found",
      ...(/^[A-Za-z.]{1,120}$/.test(one.path) ? { expression: `${one.of}.${one.path}` } : {}),
    }));
};
