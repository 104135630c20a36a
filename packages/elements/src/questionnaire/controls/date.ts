import { questionnaireMessages } from "../questionnaire.messages.ts";
import { line } from "./line.ts";

/** date: dd/MM/yyyy as people write it here, or MM/yyyy, or yyyy where no more is known. */
export const dateControl = line((view) => ({
  inputMode: "numeric",
  placeholder: view.words.of(questionnaireMessages).dateHow,
}));
