import { z } from "zod";
import { fhirId, identifierSchema, metaSchema } from "./data-types.ts";

/** R4 Organization: the unit that manages cadres, a hospital, a clinic. */
export const organizationSchema = z.object({
  resourceType: z.literal("Organization"),
  id: fhirId.optional(),
  meta: metaSchema.optional(),
  active: z.boolean().optional(),
  identifier: z.array(identifierSchema).optional(),
  name: z.string().optional(),
});

export type Organization = z.infer<typeof organizationSchema>;
