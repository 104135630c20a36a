import { html, nothing, type TemplateResult } from "lit";
import type { LanguageController } from "../language/language-controller.ts";
import { chip } from "../theme/chip.ts";
import { iconDone, iconWarning } from "../theme/icons.ts";
import { questionnaireMessages } from "./questionnaire.messages.ts";

/** Listed at most; the rest is counted. */
const LISTED = 24;

/** One thing that keeps the form from being submitted. */
export interface ToDo {
  readonly words: string;
  readonly go: () => void;
}

/** What is left to do, always in view: how much, and on demand each with a link to its field. */
export const toDoList = (
  words: LanguageController,
  count: number,
  list: () => readonly ToDo[],
  open: boolean,
  toggle: () => void,
): TemplateResult => {
  const text = words.of(questionnaireMessages);
  if (count === 0)
    return html`<div class="todo" part="to-do">${chip("good", iconDone(), text.toDoNone)}</div>`;
  const listed = open ? list().slice(0, LISTED) : [];
  return html`<div class="todo" part="to-do">
    <div class="row spread">
      ${chip("caution", iconWarning(), text.toDo(count))}
      <button type="button" class="quiet small" aria-expanded=${open ? "true" : "false"} @click=${toggle}>
        ${open ? text.toDoHide : text.toDoShow}
      </button>
    </div>
    ${
      open
        ? html`<ul aria-label=${text.toDo(count)} tabindex="0">
            ${listed.map(
              (one) => html`<li><button type="button" @click=${() => one.go()}>${one.words}</button></li>`,
            )}
            ${count > listed.length ? html`<li class="soft">${text.toDoMore(count - listed.length)}</li>` : nothing}
          </ul>`
        : nothing
    }
  </div>`;
};
