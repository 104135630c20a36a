import { z } from "zod";
import { codingSchema, fhirDateTime, fhirId, fhirString, metaSchema } from "./data-types.ts";

/** R4 Questionnaire, as far as its envelope goes; its items stay as they came and are the business of `forms`. */
export const questionnaireSchema = z.looseObject({
  resourceType: z.literal("Questionnaire"),
  id: fhirId.optional(),
  meta: metaSchema.optional(),
  url: fhirString,
  version: fhirString,
  name: fhirString.optional(),
  title: fhirString,
  /** The title's own element: its translations. */
  _title: z.looseObject({ extension: z.array(z.unknown()).optional() }).optional(),
  status: z.enum(["draft", "active", "retired", "unknown"]),
  code: z.array(codingSchema).optional(),
  effectivePeriod: z.object({ start: fhirDateTime.optional(), end: fhirDateTime.optional() }).optional(),
  item: z.array(z.looseObject({ linkId: fhirString })).optional(),
});

export type Questionnaire = z.infer<typeof questionnaireSchema>;
