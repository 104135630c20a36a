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
  resource: { readonly resourceType: string },
): Promise<readonly Complaint[]> => {
  const complaints: Complaint[] = [];
  const wanted = new Map<string, FoundReference & { type: string; id: string }>();
  for (const found of referencesIn(resource)) {
    if (found.value.startsWith("#")) continue;
    const [, type = "", id = ""] = RELATIVE.exec(found.value) ?? [];
    if (isBoardResourceType(type)) wanted.set(found.value, { ...found, type, id });
    else complaints.push(at(resource, found));
  }
  if (wanted.size === 0) return complaints;
  const list = [...wanted.values()];
  const rows = await database.query<{ reference: string }>(
    `SELECT type || '/' || id AS reference FROM resource
     WHERE (type, id) IN (SELECT * FROM unnest($1::text[], $2::text[]))`,
    [list.map((one) => one.type), list.map((one) => one.id)],
  );
  const known = new Set(rows.map((row) => row.reference));
  for (const found of list) if (!known.has(found.value)) complaints.push(at(resource, found));
  return complaints;
};

const at = (resource: { readonly resourceType: string }, found: FoundReference): Complaint => ({
  code: "reference-not-found",
  ...(/^[A-Za-z.]{1,120}$/.test(found.path) ? { expression: `${resource.resourceType}.${found.path}` } : {}),
});
