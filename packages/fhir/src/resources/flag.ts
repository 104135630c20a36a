import { z } from "zod";
import {
  codeableConceptSchema,
  extensionSchema,
  fhirId,
  identifierSchema,
  metaSchema,
  periodSchema,
  referenceSchema,
} from "./data-types.ts";

/** R4 Flag: that the person is managed, in which tier, with which priority card. */
export const flagSchema = z.object({
  resourceType: z.literal("Flag"),
  id: fhirId.optional(),
  meta: metaSchema.optional(),
  extension: z.array(extensionSchema).optional(),
  identifier: z.array(identifierSchema).optional(),
  status: z.enum(["active", "inactive", "entered-in-error"]),
  category: z.array(codeableConceptSchema).optional(),
  code: codeableConceptSchema,
  subject: referenceSchema,
  period: periodSchema.optional(),
  author: referenceSchema.optional(),
});

export type Flag = z.infer<typeof flagSchema>;
