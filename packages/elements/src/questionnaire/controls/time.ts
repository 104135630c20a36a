import { questionnaireMessages } from "../questionnaire.messages.ts";
import { line } from "./line.ts";

/** time: hours and minutes, 24 hours. */
export const timeControl = line((view) => ({
  inputMode: "numeric",
  placeholder: view.words.of(questionnaireMessages).timeHow,
}));
