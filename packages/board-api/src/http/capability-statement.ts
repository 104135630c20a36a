import type { CapabilityStatement } from "@medplum/fhirtypes";
import { interactionsOf, RESOURCE_TYPES } from "../definitions/interactions.ts";
import { INCLUDES, searchParametersOf } from "../definitions/search-parameters.ts";

/** What this server does, from the same tables that decide what it does. */
export const capabilityStatement = (
  baseUrl: string,
  issuerEndpoints: {
    readonly authorize: string;
    readonly token: string;
  },
): CapabilityStatement => ({
  resourceType: "CapabilityStatement",
  status: "active",
  date: "2026-11-22",
  kind: "instance",
  fhirVersion: "4.0.1",
  format: ["application/fhir+json", "json"],
  software: { name: "Cadre Care reference board", version: "0.1.0" },
  implementation: { description: "Cadre Care reference board", url: baseUrl },
  rest: [
    {
      mode: "server",
      security: {
        service: [
          {
            coding: [
              {
                system: "http://terminology.hl7.org/CodeSystem/restful-security-service",
                code: "SMART-on-FHIR",
              },
            ],
          },
        ],
        extension: [
          {
            url: "http://fhir-registry.smarthealthit.org/StructureDefinition/oauth-uris",
            extension: [
              { url: "authorize", valueUri: issuerEndpoints.authorize },
              { url: "token", valueUri: issuerEndpoints.token },
            ],
          },
        ],
      },
      interaction: [{ code: "transaction" }, { code: "batch" }],
      resource: RESOURCE_TYPES.map((type) => {
        const interactions = interactionsOf(type);
        const writable = interactions.includes("create");
        return {
          type,
          interaction: interactions.map((code) => ({ code })),
          versioning: interactions.includes("update") ? "versioned-update" : "versioned",
          readHistory: interactions.includes("vread"),
          updateCreate: false,
          conditionalCreate: writable,
          conditionalUpdate: false,
          conditionalDelete: "not-supported",
          referencePolicy: ["literal", "logical", "enforced"],
          ...(type === "ValueSet"
            ? {
                operation: [
                  {
                    name: "expand",
                    definition: "http://hl7.org/fhir/OperationDefinition/ValueSet-expand",
                  },
                ],
              }
            : {}),
          ...(INCLUDES[type] === undefined ? {} : { searchInclude: [...INCLUDES[type]] }),
          ...(interactions.includes("search-type")
            ? {
                searchParam: [
                  { name: "_id", type: "token" },
                  { name: "_lastUpdated", type: "date" },
                  ...searchParametersOf(type).map((parameter) => ({
                    name: parameter.name,
                    type: parameter.type,
                  })),
                ],
              }
            : {}),
        };
      }),
    },
  ],
});
