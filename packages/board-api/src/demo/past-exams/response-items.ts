import { itemsIn, type Questionnaire } from "@cadre-care/fhir";
import type { AnswerValue } from "@cadre-care/forms";
import { z } from "zod";

export type Answers = Readonly<Record<string, AnswerValue | undefined>>;

export interface ResponseItem {
  readonly linkId: string;
  readonly text?: string;
  readonly answer?: readonly AnswerValue[];
  readonly item?: readonly ResponseItem[];
}

const itemSchema = z.object({ linkId: z.string(), text: z.string().optional() });

/** The items of a response with these answers, in the order of the form, with the form's texts. */
export const responseItems = (form: Questionnaire | unknown, answers: Answers): readonly ResponseItem[] =>
  itemsIn(form).flatMap((definition) => {
    const { linkId, text } = itemSchema.parse(definition);
    const answer = answers[linkId];
    const item = responseItems(definition, answers);
    if (answer === undefined && item.length === 0) return [];
    return [
      {
        linkId,
        ...(text === undefined ? {} : { text }),
        ...(answer === undefined ? {} : { answer: [answer] }),
        ...(item.length === 0 ? {} : { item }),
      },
    ];
  });
