import { z } from "zod";
import {
  codeableConceptSchema,
  fhirDateTime,
  fhirId,
  fhirString,
  identifierSchema,
  metaSchema,
  referenceSchema,
} from "./data-types.ts";

export const quantitySchema = z.object({
  value: z.number().optional(),
  unit: fhirString.optional(),
  system: fhirString.optional(),
  code: fhirString.optional(),
});
export type Quantity = z.infer<typeof quantitySchema>;

/** R4 Observation: a measured value, extracted from a form or sent by somebody else. Other kinds of value stay as they came. */
export const observationSchema = z.looseObject({
  resourceType: z.literal("Observation"),
  id: fhirId.optional(),
  meta: metaSchema.optional(),
  identifier: z.array(identifierSchema).optional(),
  status: z.enum([
    "registered",
    "preliminary",
    "final",
    "amended",
    "corrected",
    "cancelled",
    "entered-in-error",
    "unknown",
  ]),
  category: z.array(codeableConceptSchema).optional(),
  code: codeableConceptSchema,
  subject: referenceSchema.optional(),
  encounter: referenceSchema.optional(),
  effectiveDateTime: fhirDateTime.optional(),
  performer: z.array(referenceSchema).optional(),
  valueQuantity: quantitySchema.optional(),
  derivedFrom: z.array(referenceSchema).optional(),
});

export type Observation = z.infer<typeof observationSchema>;
