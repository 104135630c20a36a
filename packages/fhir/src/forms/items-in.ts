import { z } from "zod";

const holder = z.object({ item: z.array(z.unknown()).optional() });

/** The items right below: of a Questionnaire, of a QuestionnaireResponse, of an item or of an answer. */
export const itemsIn = (json: unknown): readonly unknown[] => holder.safeParse(json).data?.item ?? [];
