import { z } from "zod";
import { isBoardResourceType } from "../definitions/interactions.ts";
import { type SearchParameterDefinition, searchParametersOf } from "../definitions/search-parameters.ts";
import { beginOf } from "./time-range.ts";

/** One searchable value of a resource. `system` is empty where the element has none. */
export interface Token {
  readonly name: string;
  readonly system: string;
  readonly value: string;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Every value at a dotted path, through arrays. */
export const valuesAt = (json: unknown, path: string): readonly unknown[] => {
  let values: readonly unknown[] = [json];
  for (const part of path.split("."))
    values = values.flatMap((value) => {
      const next = isObject(value) ? value[part] : undefined;
      return next === undefined ? [] : Array.isArray(next) ? next : [next];
    });
  return values;
};

const coding = z.object({ system: z.string().optional(), code: z.string() });
const identifier = z.object({ system: z.string().optional(), value: z.string() });
const concept = z.object({ coding: z.array(z.unknown()) });
const reference = z.object({ reference: z.string() });

/** Coding, CodeableConcept, Identifier, code, boolean or string. */
const tokenValues = (value: unknown): readonly Omit<Token, "name">[] => {
  if (typeof value === "string" || typeof value === "boolean") return [{ system: "", value: String(value) }];
  const asConcept = concept.safeParse(value);
  if (asConcept.success) return asConcept.data.coding.flatMap(tokenValues);
  const asCoding = coding.safeParse(value);
  if (asCoding.success) return [{ system: asCoding.data.system ?? "", value: asCoding.data.code }];
  const asIdentifier = identifier.safeParse(value);
  if (asIdentifier.success)
    return [{ system: asIdentifier.data.system ?? "", value: asIdentifier.data.value }];
  return [];
};

const referenceValues = (value: unknown): readonly Omit<Token, "name">[] => {
  if (typeof value === "string") return [{ system: "", value }];
  const parsed = reference.safeParse(value);
  return parsed.success ? [{ system: "", value: parsed.data.reference }] : [];
};

/** A FHIR date or instant as the instant at which it begins, in UTC: one width, so that texts sort as moments do. */
const dateValues = (value: unknown): readonly Omit<Token, "name">[] => {
  const begins = typeof value === "string" ? beginOf(value) : undefined;
  return begins === undefined ? [] : [{ system: "", value: begins.toISOString() }];
};

const valuesOf = (definition: SearchParameterDefinition, json: unknown): readonly Omit<Token, "name">[] => {
  const values = valuesAt(json, definition.element);
  if (definition.type === "token") return values.flatMap(tokenValues);
  if (definition.type === "date") return values.flatMap(dateValues);
  const found = values.flatMap(referenceValues);
  return definition.name === "patient" ? found.filter(({ value }) => value.startsWith("Patient/")) : found;
};

/** What the token table holds of a resource, each value once. */
export const tokensOf = (resource: { readonly resourceType: string }): readonly Token[] => {
  if (!isBoardResourceType(resource.resourceType)) return [];
  const tokens = new Map<string, Token>();
  for (const definition of searchParametersOf(resource.resourceType))
    for (const value of valuesOf(definition, resource))
      tokens.set(`${definition.name}\n${value.system}\n${value.value}`, { name: definition.name, ...value });
  return [...tokens.values()];
};

/** Ids of the Patients that a resource is about. */
export const patientsOf = (resource: {
  readonly resourceType: string;
  readonly id?: string | undefined;
}): readonly string[] =>
  resource.resourceType === "Patient"
    ? resource.id === undefined
      ? []
      : [resource.id]
    : tokensOf(resource)
        .filter((token) => token.name === "patient")
        .map((token) => token.value.slice("Patient/".length));
