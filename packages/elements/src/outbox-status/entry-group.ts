import type { OutboxEntryView } from "@cadre-care/domain";
import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import type { Handler } from "./entry-handling.ts";
import type { OpenedEntry } from "./opened-entry.ts";
import { entryName, outboxEntry } from "./outbox-entry.ts";
import { outboxMessages } from "./outbox-status.messages.ts";

/** What a list of entries needs to let them be opened. */
export interface EntryOpener extends Handler {
  readonly opened: OpenedEntry;
  /** Nothing opens while locked, or without a service. */
  readonly openable: boolean;
  readonly open: (id: string) => void;
  readonly close: () => void;
}

const openButton = (entry: OutboxEntryView, opener: EntryOpener): TemplateResult | typeof nothing => {
  const { opened, words } = opener;
  const handled = entry.actions.length > 0;
  const readable = entry.byAnother !== true && entry.state !== "quarantined";
  if (!opener.openable || !(handled || readable)) return nothing;
  const text = words.of(outboxMessages);
  const mine = opened.id === entry.id;
  const open = mine && opened.details !== undefined;
  const opening = mine && !open;
  const label = open ? text.close : handled ? text.handle : text.look;
  return html`
    <button
      type="button"
      class=${handled && !mine ? "small" : "small quiet"}
      data-open=${entry.id}
      aria-expanded=${open ? "true" : "false"}
      aria-label=${opening ? text.opening : `${label}: ${entryName(entry, words)}`}
      @click=${opener.acting(() => (mine ? opener.close() : opener.open(entry.id)))}
    >
      ${opening ? text.opening : label}
    </button>
  `;
};

const detailsOf = (entry: OutboxEntryView, opener: EntryOpener): TemplateResult | typeof nothing => {
  const { id, details, view } = opener.opened;
  if (id !== entry.id || details === undefined) return nothing;
  return view.part?.openedEntry(opener.opened, details, opener) ?? nothing;
};

/** Entries under a title, each with the button that opens it, and the one that is open. Nothing where there are none. */
export const entryGroup = (
  title: string,
  entries: readonly OutboxEntryView[],
  opener: EntryOpener,
  how?: string,
): TemplateResult | typeof nothing => {
  if (entries.length === 0) return nothing;
  const row = (entry: OutboxEntryView): TemplateResult => {
    const button = openButton(entry, opener);
    // What only can be looked at has its button at the side, so that a long queue stays short.
    const beside = entry.actions.length === 0;
    return outboxEntry(entry, opener.words, opener.now, beside ? button : nothing, [
      beside ? nothing : html`<div class="row">${button}</div>`,
      detailsOf(entry, opener),
    ]);
  };
  return html`
    <div class="group">
      <h3>${title}</h3>
      ${how === undefined ? nothing : html`<p class="hint">${how}</p>`}
      <ul aria-label=${title}>${repeat(entries, ({ id }) => id, row)}</ul>
    </div>
  `;
};
