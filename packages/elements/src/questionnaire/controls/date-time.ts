import { questionnaireMessages } from "../questionnaire.messages.ts";
import { line } from "./line.ts";

/** dateTime: a day, and the time after it. */
export const dateTimeControl = line((view) => {
  const text = view.words.of(questionnaireMessages);
  return { placeholder: `${text.dateHow} ${text.timeHow}` };
});
