import { z } from "zod";
import { fhirDateTime, fhirId, fhirString, metaSchema } from "./data-types.ts";

const concept = z.looseObject({ code: fhirString, display: fhirString.optional() });

/** R4 ValueSet: defined (`compose`, with every concept listed), expanded (`expansion`), or both. */
export const valueSetSchema = z.looseObject({
  resourceType: z.literal("ValueSet"),
  id: fhirId.optional(),
  meta: metaSchema.optional(),
  url: fhirString,
  version: fhirString.optional(),
  name: fhirString.optional(),
  title: fhirString.optional(),
  status: z.enum(["draft", "active", "retired", "unknown"]),
  experimental: z.boolean().optional(),
  compose: z
    .looseObject({ include: z.array(z.looseObject({ system: fhirString, concept: z.array(concept) })) })
    .optional(),
  expansion: z
    .looseObject({
      timestamp: fhirDateTime,
      total: z.number().int().nonnegative().optional(),
      contains: z
        .array(z.looseObject({ system: fhirString, code: fhirString, display: fhirString }))
        .optional(),
    })
    .optional(),
});

export type ValueSet = z.infer<typeof valueSetSchema>;
