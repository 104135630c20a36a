import { z } from "zod";
import {
  codeableConceptSchema,
  codingSchema,
  fhirId,
  identifierSchema,
  metaSchema,
  periodSchema,
  referenceSchema,
} from "./data-types.ts";

export const encounterStatus = z.enum([
  "planned",
  "arrived",
  "triaged",
  "in-progress",
  "onleave",
  "finished",
  "cancelled",
  "entered-in-error",
  "unknown",
]);

/** R4 Encounter: a visit (lượt khám). */
export const encounterSchema = z.object({
  resourceType: z.literal("Encounter"),
  id: fhirId.optional(),
  meta: metaSchema.optional(),
  identifier: z.array(identifierSchema).optional(),
  status: encounterStatus,
  statusHistory: z.array(z.object({ status: encounterStatus, period: periodSchema })).optional(),
  class: codingSchema,
  type: z.array(codeableConceptSchema).optional(),
  priority: codeableConceptSchema.optional(),
  subject: referenceSchema.optional(),
  participant: z
    .array(
      z.object({
        type: z.array(codeableConceptSchema).optional(),
        period: periodSchema.optional(),
        individual: referenceSchema.optional(),
      }),
    )
    .optional(),
  period: periodSchema.optional(),
  serviceProvider: referenceSchema.optional(),
});

export type Encounter = z.infer<typeof encounterSchema>;
export type EncounterStatus = z.infer<typeof encounterStatus>;
