import { z } from "zod";
import {
  fhirDate,
  fhirId,
  humanNameSchema,
  identifierSchema,
  metaSchema,
  referenceSchema,
} from "./data-types.ts";

/** R4 Patient: a managed person, as the roster carries them. */
export const patientSchema = z.object({
  resourceType: z.literal("Patient"),
  id: fhirId.optional(),
  meta: metaSchema.optional(),
  active: z.boolean().optional(),
  identifier: z.array(identifierSchema).optional(),
  name: z.array(humanNameSchema).optional(),
  gender: z.enum(["male", "female", "other", "unknown"]).optional(),
  birthDate: fhirDate.optional(),
  generalPractitioner: z.array(referenceSchema).optional(),
});

export type Patient = z.infer<typeof patientSchema>;
