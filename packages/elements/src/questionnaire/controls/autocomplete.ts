import { html, nothing, type TemplateResult } from "lit";
import type { ItemView } from "../item-view.ts";
import { questionnaireMessages } from "../questionnaire.messages.ts";
import { byHand } from "./by-hand.ts";
import type { CodeSearch } from "./code-search.ts";
import { type Control, typedIn } from "./control.ts";
import { stated } from "./field.ts";

/** A list too long to show: typed, searched, chosen. What was chosen stands above the field, each with a button that takes it back. */
export const autocompleteControl: Control = (view) => {
  const search = view.codeSearch;
  const chosen = view.chosenTexts;
  const full = !view.repeats && chosen.length > 0;
  return html`<div class="search">
    ${
      chosen.length === 0
        ? nothing
        : html`<ul class="chosen">
            ${chosen.map(({ index, text }) => chosenItem(view, index, text))}
          </ul>`
    }
    ${full || view.readOnly ? nothing : searchField(view, search)}
    ${search.open ? searchList(view, search) : nothing}
  </div>`;
};

const chosenItem = (view: ItemView, index: number, text: string): TemplateResult => html`<li>
  <span>${text}</span>
  ${
    view.readOnly
      ? nothing
      : html`<button
          type="button"
          class="quiet small"
          id=${index === 0 && !view.repeats ? view.idOf(0) : nothing}
          aria-label=${view.words.of(questionnaireMessages).remove(text)}
          @click=${view.onRemove(index)}
        >
          ✕
        </button>`
  }
</li>`;

const searchField = (view: ItemView, search: CodeSearch): TemplateResult => {
  const id = view.idOf(0);
  const onKey = (event: KeyboardEvent): void => {
    if (event.isComposing || event.altKey) return;
    const act = keyAct(view, search, event.key);
    if (act === undefined) return;
    event.preventDefault();
    act();
  };
  return html`<input
    type="text"
    role="combobox"
    autocomplete="off"
    spellcheck="false"
    placeholder=${view.words.of(questionnaireMessages).searchHow}
    aria-expanded=${search.found.length > 0 ? "true" : "false"}
    aria-controls=${search.found.length > 0 ? `${id}-list` : nothing}
    aria-autocomplete="list"
    aria-activedescendant=${search.active < 0 ? nothing : `${id}-${search.active}`}
    .value=${search.text}
    @input=${(event: Event) => search.type(typedIn(event), view.meansFirst)}
    @keydown=${onKey}
    @blur=${() => view.leaveSearch()}
    ${byHand((field) => stated(field, view, 0))}
  />`;
};

/** What a key does in the field; undefined where the form's own keys apply. */
const keyAct = (view: ItemView, search: CodeSearch, key: string): (() => void) | undefined => {
  if (key === "ArrowDown" || key === "ArrowUp")
    return search.open ? () => search.move(key === "ArrowDown" ? 1 : -1) : undefined;
  if (key === "Escape") return search.open ? () => search.close() : undefined;
  if (key !== "Enter" || search.text.trim() === "") return undefined;
  return () =>
    void search.commit(view.meansFirst).then((taken) => {
      if (taken && view.element.isConnected) view.afterChoice();
    });
};

const searchList = (view: ItemView, search: CodeSearch): TemplateResult => {
  const text = view.words.of(questionnaireMessages);
  const said = {
    closed: "",
    searching: text.searching,
    failed: text.searchFailed,
    found: search.found.length === 0 ? text.searchNone : text.searchCount(search.found.length),
  }[search.state];
  const why = search.problem === undefined ? "" : ` ${view.words.explain(search.problem)}`;
  const id = view.idOf(0);
  return html`
    <p class=${search.found.length > 0 ? "unseen" : "hint"} role="status">${said}${why}</p>
    ${
      search.found.length === 0
        ? nothing
        : html`<ul role="listbox" id=${`${id}-list`} aria-label=${view.label}>
            ${search.found.map(
              (code, place) => html`<li
                role="option"
                id=${`${id}-${place}`}
                aria-selected=${place === search.active ? "true" : "false"}
                @mousedown=${(event: Event) => event.preventDefault()}
                @click=${() => search.pick(place)}
              >
                <span class="code">${code.code}</span><span>${code.display}</span>
              </li>`,
            )}
          </ul>`
    }
  `;
};
