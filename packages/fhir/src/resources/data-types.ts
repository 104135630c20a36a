import { z } from "zod";

/** FHIR R4 data types, the elements that we send or read. Unknown elements are dropped when reading. */

export const fhirId = z.string().regex(/^[A-Za-z0-9\-.]{1,64}$/);
export const fhirDate = z
  .string()
  .regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/, "date: yyyy, yyyy-MM or yyyy-MM-dd");
export const fhirInstant = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/, "instant with seconds and offset");
/** A dateTime of R4 is a date, or an instant down to the second with its offset. */
export const fhirDateTime = z.union([fhirInstant, fhirDate]);
export const fhirString = z.string().min(1);

export const codingSchema = z.object({
  system: fhirString.optional(),
  version: fhirString.optional(),
  code: fhirString.optional(),
  display: fhirString.optional(),
});

export const codeableConceptSchema = z.object({
  coding: z.array(codingSchema).optional(),
  text: fhirString.optional(),
});

export const periodSchema = z.object({ start: fhirDateTime.optional(), end: fhirDateTime.optional() });

export const identifierSchema = z.object({
  use: z.enum(["usual", "official", "temp", "secondary", "old"]).optional(),
  type: codeableConceptSchema.optional(),
  system: fhirString.optional(),
  value: fhirString.optional(),
  period: periodSchema.optional(),
});

export const referenceSchema = z.object({
  reference: fhirString.optional(),
  type: fhirString.optional(),
  identifier: identifierSchema.optional(),
  display: fhirString.optional(),
});

export const metaSchema = z.object({
  versionId: fhirId.optional(),
  lastUpdated: fhirInstant.optional(),
  profile: z.array(fhirString).optional(),
  security: z.array(codingSchema).optional(),
  tag: z.array(codingSchema).optional(),
});

const extensionValue = {
  url: fhirString,
  valueCode: fhirString.optional(),
  valueString: fhirString.optional(),
  valueDate: fhirDate.optional(),
  valuePeriod: periodSchema.optional(),
};

/** An extension and the extensions inside it: ours go one level down, no further. */
export const extensionSchema = z.object({
  ...extensionValue,
  extension: z.array(z.object(extensionValue)).optional(),
});

export const humanNameSchema = z.object({
  use: z.enum(["usual", "official", "temp", "nickname", "anonymous", "old", "maiden"]).optional(),
  text: fhirString.optional(),
  family: fhirString.optional(),
  given: z.array(fhirString).optional(),
});

export type Coding = z.infer<typeof codingSchema>;
export type CodeableConcept = z.infer<typeof codeableConceptSchema>;
export type Period = z.infer<typeof periodSchema>;
export type Identifier = z.infer<typeof identifierSchema>;
export type Reference = z.infer<typeof referenceSchema>;
export type Meta = z.infer<typeof metaSchema>;
export type Extension = z.infer<typeof extensionSchema>;
