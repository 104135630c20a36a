import { z } from "zod";
import {
  codeableConceptSchema,
  extensionSchema,
  fhirId,
  metaSchema,
  periodSchema,
  referenceSchema,
} from "./data-types.ts";

/** R4 EpisodeOfCare: the board's responsibility for the person; standing, medical book, exam round, service alerts. */
export const episodeOfCareSchema = z.object({
  resourceType: z.literal("EpisodeOfCare"),
  id: fhirId.optional(),
  meta: metaSchema.optional(),
  extension: z.array(extensionSchema).optional(),
  status: z.enum(["planned", "waitlist", "active", "onhold", "finished", "cancelled", "entered-in-error"]),
  type: z.array(codeableConceptSchema).optional(),
  patient: referenceSchema,
  managingOrganization: referenceSchema.optional(),
  period: periodSchema.optional(),
});

export type EpisodeOfCare = z.infer<typeof episodeOfCareSchema>;
