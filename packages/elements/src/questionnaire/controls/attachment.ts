import { html, nothing, type TemplateResult } from "lit";
import type { ItemView } from "../item-view.ts";
import { questionnaireMessages } from "../questionnaire.messages.ts";
import type { Control } from "./control.ts";

/** Largest file where the form says nothing, in bytes: drafts are saved at every pause. */
const LARGEST = 2_000_000;

/** Why the last file of an item was not taken. */
const problems = new WeakMap<ItemView, string>();

const say = (view: ItemView, problem: string | undefined): void => {
  if (problem === undefined) problems.delete(view);
  else problems.set(view, problem);
  view.update();
};

/** attachment: a file, kept in the answer. */
export const attachmentControl: Control = (view, index) => {
  const text = view.words.of(questionnaireMessages);
  const name = view.textOf(index);
  return html`<div class="row">
    ${name === "" ? nothing : html`<span>${name}</span>${removal(view, index, name)}`}
    ${
      view.readOnly || name !== ""
        ? nothing
        : html`<input
            type="file"
            id=${view.idOf(index)}
            autocomplete="off"
            accept=${view.node.definition.hints.mimeTypes?.join(",") || nothing}
            aria-label=${`${view.label}: ${text.attach}`}
            aria-describedby=${view.describedBy ?? nothing}
            @change=${(event: Event) => void attach(view, index, event)}
          />`
    }
    <span role="alert" class="problem">${problems.get(view) ?? nothing}</span>
  </div>`;
};

const removal = (view: ItemView, index: number, name: string): TemplateResult | typeof nothing =>
  view.readOnly
    ? nothing
    : html`<button
        type="button"
        class="quiet small"
        id=${view.idOf(index)}
        aria-label=${view.words.of(questionnaireMessages).remove(name)}
        @click=${view.onRemove(index)}
      >
        ✕
      </button>`;

const base64Of = async (file: File): Promise<string> => {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
};

const attach = async (view: ItemView, index: number, { target }: Event): Promise<void> => {
  const file = target instanceof HTMLInputElement ? target.files?.[0] : undefined;
  if (file === undefined) return;
  const text = view.words.of(questionnaireMessages);
  const { maxSize } = view.node.definition.hints;
  const largest = maxSize === undefined ? LARGEST : maxSize * 1_000_000;
  if (file.size > largest) {
    say(view, text.attachLarge(`${Math.round(largest / 100_000) / 10} MB`));
    return;
  }
  const data = await base64Of(file).catch(() => undefined);
  // The form was closed meanwhile.
  if (!view.element.isConnected) return;
  say(view, data === undefined ? text.attachFailed : undefined);
  if (data === undefined) return;
  const contentType = file.type === "" ? "application/octet-stream" : file.type;
  view.put(index, { valueAttachment: { contentType, data, title: file.name, size: file.size } });
};
