import { codingSchema } from "@cadre-care/fhir";
import { z } from "zod";

const option = z.looseObject({ valueCoding: codingSchema.optional(), valueString: z.string().optional() });

const itemSchema = z.looseObject({
  linkId: z.string(),
  type: z.string(),
  code: z.array(codingSchema).optional().catch(undefined),
  repeats: z.boolean().optional().catch(undefined),
  answerValueSet: z.string().optional().catch(undefined),
  answerOption: z.array(option).optional().catch(undefined),
  item: z.array(z.unknown()).optional().catch(undefined),
});

/** What of an item the vault looks at; the rest is the engine's business. */
export type QuestionnaireItem = z.infer<typeof itemSchema>;

/** Every item of a Questionnaire, parents before their children. What is no item is left out. */
export const itemsOf = (questionnaire: { readonly item?: unknown }): readonly QuestionnaireItem[] => {
  const items = z.array(z.unknown()).safeParse(questionnaire.item);
  if (!items.success) return [];
  return items.data.flatMap((one) => {
    const read = itemSchema.safeParse(one);
    return read.success ? [read.data, ...itemsOf(read.data)] : [];
  });
};
