import { z } from "zod";
import {
  codeableConceptSchema,
  codingSchema,
  fhirId,
  fhirInstant,
  metaSchema,
  referenceSchema,
} from "./data-types.ts";

/** R4 AuditEvent: who looked at what, when, why, on which device (DESIGN rule 9). */
export const auditEventSchema = z.object({
  resourceType: z.literal("AuditEvent"),
  id: fhirId.optional(),
  meta: metaSchema.optional(),
  type: codingSchema,
  subtype: z.array(codingSchema).optional(),
  action: z.enum(["C", "R", "U", "D", "E"]).optional(),
  recorded: fhirInstant,
  outcome: z.enum(["0", "4", "8", "12"]).optional(),
  purposeOfEvent: z.array(codeableConceptSchema).optional(),
  agent: z
    .array(
      z.object({
        type: codeableConceptSchema.optional(),
        who: referenceSchema.optional(),
        requestor: z.boolean(),
        purposeOfUse: z.array(codeableConceptSchema).optional(),
      }),
    )
    .min(1),
  source: z.object({ site: z.string().optional(), observer: referenceSchema }),
  entity: z
    .array(
      z.object({
        what: referenceSchema.optional(),
        type: codingSchema.optional(),
        detail: z.array(z.object({ type: z.string(), valueString: z.string().optional() })).optional(),
      }),
    )
    .optional(),
});

export type AuditEvent = z.infer<typeof auditEventSchema>;
