import { z } from "zod";
import {
  codeableConceptSchema,
  fhirDateTime,
  fhirId,
  identifierSchema,
  metaSchema,
  periodSchema,
  referenceSchema,
} from "./data-types.ts";

/** R4 Task: one step of a visit, or what the board's staff follow up. */
export const taskSchema = z.object({
  resourceType: z.literal("Task"),
  id: fhirId.optional(),
  meta: metaSchema.optional(),
  identifier: z.array(identifierSchema).optional(),
  status: z.enum([
    "draft",
    "requested",
    "received",
    "accepted",
    "rejected",
    "ready",
    "cancelled",
    "in-progress",
    "on-hold",
    "failed",
    "completed",
    "entered-in-error",
  ]),
  businessStatus: codeableConceptSchema.optional(),
  intent: z.enum([
    "unknown",
    "proposal",
    "plan",
    "order",
    "original-order",
    "reflex-order",
    "filler-order",
    "instance-order",
    "option",
  ]),
  code: codeableConceptSchema.optional(),
  focus: referenceSchema.optional(),
  for: referenceSchema.optional(),
  encounter: referenceSchema.optional(),
  executionPeriod: periodSchema.optional(),
  authoredOn: fhirDateTime.optional(),
  requester: referenceSchema.optional(),
  owner: referenceSchema.optional(),
  location: referenceSchema.optional(),
});

export type Task = z.infer<typeof taskSchema>;
