import { z } from "zod";
import { fhirId, identifierSchema, metaSchema, referenceSchema } from "./data-types.ts";

/**
 * R4 Person: one and the same human being in several registries. Here a hospital's own record (its code and nothing
 * else) and the managed Patient whom it belongs to: a site link.
 */
export const personSchema = z.object({
  resourceType: z.literal("Person"),
  id: fhirId.optional(),
  meta: metaSchema.optional(),
  identifier: z.array(identifierSchema).optional(),
  managingOrganization: referenceSchema.optional(),
  active: z.boolean().optional(),
  link: z
    .array(
      z.object({
        target: referenceSchema,
        assurance: z.enum(["level1", "level2", "level3", "level4"]).optional(),
      }),
    )
    .optional(),
});

export type Person = z.infer<typeof personSchema>;
