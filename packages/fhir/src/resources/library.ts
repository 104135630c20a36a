import { z } from "zod";
import { codeableConceptSchema, fhirId, identifierSchema, metaSchema } from "./data-types.ts";

/** R4 Library: a versioned document of the board (policy, site profile) as an attachment. */
export const librarySchema = z.object({
  resourceType: z.literal("Library"),
  id: fhirId.optional(),
  meta: metaSchema.optional(),
  url: z.string().optional(),
  identifier: z.array(identifierSchema).optional(),
  version: z.string().optional(),
  name: z.string().optional(),
  title: z.string().optional(),
  status: z.enum(["draft", "active", "retired", "unknown"]),
  type: codeableConceptSchema,
  content: z
    .array(
      z.object({
        contentType: z.string().optional(),
        data: z.string().optional(),
        title: z.string().optional(),
      }),
    )
    .optional(),
});

export type Library = z.infer<typeof librarySchema>;
