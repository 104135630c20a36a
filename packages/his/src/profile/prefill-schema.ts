import { DATE_FORMATS, PAGE_FACTS } from "@cadre-care/domain";
import { z } from "zod";
import { parts } from "./source-schema.ts";

/**
 * One thing that a patient page says for a form, by what it is for (domain `PAGE_FACTS`). `formats`: it is a date, written
 * like this; one in no stated format is left out.
 */
export const prefillFactSchema = z.strictObject({
  item: z.enum(PAGE_FACTS),
  parts,
  join: z.string().max(5).default(" "),
  formats: z.array(z.enum(DATE_FORMATS)).min(1).optional(),
});

/** What forms may take from a patient page. Nothing that stands here has a part in finding out who the patient is. */
export const prefillSchema = z.strictObject({
  version: z.literal(1),
  facts: z.array(prefillFactSchema).min(1).max(PAGE_FACTS.length),
});

export type PrefillFact = z.infer<typeof prefillFactSchema>;
export type Prefill = z.infer<typeof prefillSchema>;
