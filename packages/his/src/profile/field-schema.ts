import { DATE_FORMATS, IDENTIFIER_KINDS } from "@cadre-care/domain";
import { z } from "zod";
import { refusal } from "./refusals.ts";
import { legible, partSchema, parts, selector } from "./source-schema.ts";

/**
 * One identifier as the page states it. Where a column mixes CCCD with CMND, or CCCD with BHYT, name the usual kind:
 * the number itself decides when it is normalised (domain `normaliseIdentifier`).
 */
export const identifierFieldSchema = z.strictObject({
  kind: z.enum(IDENTIFIER_KINDS),
  parts,
  join: z.string().max(5).default(""),
});

/**
 * A name. `as-written`: family name first, as on papers; Họ lót and Tên are two parts in that order.
 * `family-comma-given`: "Bùi, Quốc Hùng". `given-first`: "Quốc Hùng Bùi" in one text, read only where it is certain which
 * word is the family name; where the page has the two apart, two parts in order read everybody.
 */
export const nameFieldSchema = z.strictObject({
  parts,
  join: z.string().max(5).default(" "),
  form: z.enum(["as-written", "family-comma-given", "given-first"]).default("as-written"),
});

/**
 * A birth date in formats that the site is known to use (domain `DATE_FORMATS`; padding and separators are lenient).
 * A text in no stated format is no date (DESIGN 6).
 */
export const birthDateFieldSchema = z
  .strictObject({
    parts,
    join: z.string().max(5).default("/"),
    formats: z
      .array(z.enum(DATE_FORMATS))
      .min(1)
      .meta({
        not: { allOf: [{ contains: { const: "dd/MM/yyyy" } }, { contains: { const: "MM/dd/yyyy" } }] },
      }),
    /** This HIS writes 01/01/yyyy when only the year is known (DOMAIN 8). */
    januaryFirstMeansYear: z.boolean().default(false),
  })
  .superRefine(({ formats }, context) => {
    if (formats.includes("dd/MM/yyyy") && formats.includes("MM/dd/yyyy"))
      context.addIssue({
        code: "custom",
        path: ["formats"],
        message: refusal("formats-clash"),
      });
  });

/** Sex by the site's own codes, compared without case and diacritics. The codes differ between HISs (DOMAIN 7.3). */
export const sexFieldSchema = z.strictObject({
  parts,
  join: z.string().max(5).default(" "),
  codes: z.array(z.strictObject({ text: legible(40), sex: z.enum(["male", "female"]) })).min(1),
});

export const fieldsSchema = z
  .strictObject({
    identifiers: z.array(identifierFieldSchema).max(12).default([]),
    name: nameFieldSchema.optional(),
    birthDate: birthDateFieldSchema.optional(),
    sex: sexFieldSchema.optional(),
  })
  .refine((fields) => fields.identifiers.length > 0 || fields.name !== undefined, {
    message: refusal("nothing-read"),
  })
  .meta({
    id: "fields",
    anyOf: [
      { required: ["name"] },
      { required: ["identifiers"], properties: { identifiers: { type: "array", minItems: 1 } } },
    ],
  });

/** A sign that the patient is an emergency: a text that equals or contains one of these words (folded), or an element. */
export const emergencySignalSchema = z.discriminatedUnion("when", [
  z.strictObject({ when: z.literal("equals"), part: partSchema, words: z.array(legible(60)).min(1) }),
  z.strictObject({ when: z.literal("contains"), part: partSchema, words: z.array(legible(60)).min(1) }),
  z.strictObject({ when: z.literal("present"), selector }),
]);

export type IdentifierField = z.infer<typeof identifierFieldSchema>;
export type NameField = z.infer<typeof nameFieldSchema>;
export type BirthDateField = z.infer<typeof birthDateFieldSchema>;
export type SexField = z.infer<typeof sexFieldSchema>;
export type ProfileFields = z.infer<typeof fieldsSchema>;
export type EmergencySignal = z.infer<typeof emergencySignalSchema>;
