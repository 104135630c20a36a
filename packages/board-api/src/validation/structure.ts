import {
  crawlTypedValue,
  isResource,
  OperationOutcomeError,
  type TypedValue,
  toTypedValue,
  validateResource,
} from "@medplum/core";
import { z } from "zod";
import type { Complaint } from "../outcome/outcome.ts";
import type { ProblemCode } from "../outcome/problems.ts";
import { codesOfValueSet } from "./definitions.ts";

const PATH = /^[A-Za-z][A-Za-z0-9_.[\]]{0,120}$/;

/** A path is repeated in an answer only where it cannot carry text of the sender's. */
const complaint = (code: ProblemCode, expression: string | undefined): Complaint =>
  expression !== undefined && PATH.test(expression) ? { code, expression } : { code };

/** R4 2.6.2: objects and arrays are never empty. Medplum's validator takes an empty one for an absent element. */
const hasEmptyElement = (json: unknown): boolean => {
  if (typeof json !== "object" || json === null) return false;
  const values: readonly unknown[] = Object.values(json);
  return values.length === 0 || values.some(hasEmptyElement);
};

const structural = (resource: unknown): readonly Complaint[] => {
  if (!isResource(resource) || hasEmptyElement(resource)) return [{ code: "resource-invalid" }];
  try {
    validateResource(resource);
    return [];
  } catch (error) {
    // Medplum's validator may also trip over input that is no resource at all.
    if (!(error instanceof OperationOutcomeError)) return [{ code: "resource-invalid" }];
    return error.outcome.issue
      .slice(0, 20)
      .map((issue) => complaint("resource-invalid", issue.expression?.[0]));
  }
};

const coded = z.union([
  z.string().transform((code) => [code]),
  z
    .object({ coding: z.array(z.object({ code: z.string() })) })
    .transform((value) => value.coding.map((c) => c.code)),
  z.object({ code: z.string() }).transform((value) => [value.code]),
]);

const requiredCodes = (resource: unknown): readonly Complaint[] => {
  const complaints: Complaint[] = [];
  const check = (value: TypedValue, valueSet: string, path: string): void => {
    const allowed = codesOfValueSet(valueSet);
    const parsed = coded.safeParse(value.value);
    if (allowed && parsed.success && parsed.data.some((code) => !allowed.has(code)))
      complaints.push(complaint("code-unknown", path));
  };
  if (!isResource(resource)) return [];
  crawlTypedValue(toTypedValue(resource), {
    visitProperty: (_parent, key, path, values, schema) => {
      const binding = schema.elements[key]?.binding;
      if (binding?.strength !== "required" || binding.valueSet === undefined) return;
      for (const value of values.flat()) check(value, binding.valueSet, path);
    },
  });
  return complaints;
};

/** Structure and invariants by Medplum's validator, then required value sets, which it does not look at. */
export const structureComplaints = (resource: unknown): readonly Complaint[] => {
  const found = structural(resource);
  return found.length > 0 ? found : requiredCodes(resource);
};
