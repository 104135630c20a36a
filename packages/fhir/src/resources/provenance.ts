import { z } from "zod";
import {
  codeableConceptSchema,
  fhirDateTime,
  fhirId,
  fhirInstant,
  metaSchema,
  referenceSchema,
} from "./data-types.ts";

/** R4 Provenance: who did it, and when it really happened, also when it was sent days later. */
export const provenanceSchema = z.object({
  resourceType: z.literal("Provenance"),
  id: fhirId.optional(),
  meta: metaSchema.optional(),
  target: z.array(referenceSchema).min(1),
  occurredDateTime: fhirDateTime.optional(),
  recorded: fhirInstant,
  activity: codeableConceptSchema.optional(),
  agent: z.array(z.object({ type: codeableConceptSchema.optional(), who: referenceSchema })).min(1),
});

export type Provenance = z.infer<typeof provenanceSchema>;
