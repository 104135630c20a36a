import { z } from "zod";
import {
  fhirDateTime,
  fhirId,
  fhirString,
  identifierSchema,
  metaSchema,
  referenceSchema,
} from "./data-types.ts";

/** R4 QuestionnaireResponse: a filled-in form. `questionnaire` is `url|version`: it is always read with its own version. */
export const questionnaireResponseSchema = z.looseObject({
  resourceType: z.literal("QuestionnaireResponse"),
  id: fhirId.optional(),
  meta: metaSchema.optional(),
  /** Single in R4. */
  identifier: identifierSchema.optional(),
  questionnaire: fhirString.optional(),
  status: z.enum(["in-progress", "completed", "amended", "entered-in-error", "stopped"]),
  subject: referenceSchema.optional(),
  encounter: referenceSchema.optional(),
  authored: fhirDateTime.optional(),
  author: referenceSchema.optional(),
  source: referenceSchema.optional(),
  item: z.array(z.looseObject({ linkId: fhirString })).optional(),
});

export type QuestionnaireResponse = z.infer<typeof questionnaireResponseSchema>;
