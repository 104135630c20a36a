import { html, type TemplateResult } from "lit";
import type { ItemView } from "../item-view.ts";
import { questionnaireMessages } from "../questionnaire.messages.ts";
import { typedIn } from "./control.ts";

/** The answer in words beside the choices of an open-choice item. */
export const otherChoice = (view: ItemView): TemplateResult => {
  const text = view.words.of(questionnaireMessages);
  const index = view.wordsIndex;
  const onInput = (event: Event): void => view.sayOther(typedIn(event));
  return html`<input
    type="text"
    autocomplete="off"
    placeholder=${text.other}
    aria-label=${`${view.label}: ${text.other}`}
    ?readonly=${view.readOnly}
    .value=${index === undefined ? "" : view.textOf(index)}
    @input=${onInput}
  />`;
};
