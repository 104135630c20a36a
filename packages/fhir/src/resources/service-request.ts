import { z } from "zod";
import {
  codeableConceptSchema,
  fhirDateTime,
  fhirId,
  identifierSchema,
  metaSchema,
  periodSchema,
  referenceSchema,
} from "./data-types.ts";

/** R4 ServiceRequest: a referral (phiếu chuyển cơ sở khám bệnh, chữa bệnh). */
const serviceRequestSchema = z.looseObject({
  resourceType: z.literal("ServiceRequest"),
  id: fhirId.optional(),
  meta: metaSchema.optional(),
  identifier: z.array(identifierSchema).optional(),
  requisition: identifierSchema.optional(),
  status: z.enum(["draft", "active", "on-hold", "revoked", "completed", "entered-in-error", "unknown"]),
  intent: z.enum([
    "proposal",
    "plan",
    "directive",
    "order",
    "original-order",
    "reflex-order",
    "filler-order",
    "instance-order",
    "option",
  ]),
  code: codeableConceptSchema.optional(),
  subject: referenceSchema,
  encounter: referenceSchema.optional(),
  occurrencePeriod: periodSchema.optional(),
  authoredOn: fhirDateTime.optional(),
  requester: referenceSchema.optional(),
  performer: z.array(referenceSchema).optional(),
  reasonCode: z.array(codeableConceptSchema).optional(),
  supportingInfo: z.array(referenceSchema).optional(),
});

export type ServiceRequest = z.infer<typeof serviceRequestSchema>;
