import type { PreviousValue } from "@cadre-care/domain";
import { z } from "zod";

const previousSchema: z.ZodType<PreviousValue> = z.object({
  code: z.string(),
  points: z.array(z.object({ at: z.string(), value: z.number(), unit: z.string() })),
});

/** What a form is bound to, from its opening to its end. */
export const bindingSchema = z.object({
  personId: z.string(),
  person: z.object({ name: z.string(), birthDate: z.string(), sex: z.enum(["male", "female"]) }),
  /** Code of the hospital in the policy. */
  site: z.string(),
  /** Id of the visit; absent where nobody was checked in. */
  visit: z.string().optional(),
  /** Hospital's day of the event, yyyy-MM-dd. */
  day: z.string(),
  /** FHIR dateTime: the encounter's start, else the first opening. */
  eventDate: z.string(),
  /** `url|version`; never another one. */
  questionnaire: z.string(),
  kind: z.enum(["exam", "chronic", "referral", "other"]),
  title: z.object({ vi: z.string(), en: z.string() }),
  /** Earlier measurements as the board last gave them. */
  previous: z.array(previousSchema).optional(),
});
export type FormBinding = z.infer<typeof bindingSchema>;

/** Of what is sealed in a row. A row of a later version is left alone. */
export const FORM_VERSION = 1;

export const responseSchema = z.looseObject({
  resourceType: z.literal("QuestionnaireResponse"),
  questionnaire: z.string().optional(),
});
