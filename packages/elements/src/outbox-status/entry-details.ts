import type { OutboxEntryDetails } from "@cadre-care/domain";
import { html, nothing, type TemplateResult } from "lit";
import { iconWarning } from "../theme/icons.ts";
import { notice } from "../theme/notice.ts";
import { entryHandling, type Handler } from "./entry-handling.ts";
import { fieldLabel } from "./field-label.ts";
import { openedEntryMessages } from "./opened-entry.messages.ts";
import type { OpenedEntry } from "./opened-entry.ts";
import { entryName } from "./outbox-entry.ts";
import { outboxMessages } from "./outbox-status.messages.ts";
import { shownValue } from "./shown-value.ts";

export { openedEntryStyles } from "./opened-entry.styles.ts";

/** The open entry: what was recorded in words, and below it what can be done. Escape closes it. */
export const openedEntry = (
  opened: OpenedEntry,
  details: OutboxEntryDetails,
  handler: Handler & { readonly close: () => void },
): TemplateResult => {
  const { words, now } = handler;
  const text = words.of(openedEntryMessages);
  const leave = (event: KeyboardEvent): void => {
    if (event.key !== "Escape" || event.isComposing) return;
    event.stopPropagation();
    event.preventDefault();
    if (opened.handling === undefined) handler.close();
    else handler.start(undefined);
  };
  return html`
    <div class="opened stack" part="opened" role="group" aria-labelledby="opened-title" @keydown=${leave}>
      <h4 id="opened-title" tabindex="-1">
        ${text.contents}<span class="unseen">: ${entryName(details.entry, words)}</span>
      </h4>
      ${details.fields.length === 0 ? html`<p class="hint">${text.nothingToShow}</p>` : nothing}
      ${
        opened.handling === "choose"
          ? nothing
          : html`<dl>
              ${details.fields.map(
                (field) =>
                  html`<dt>${fieldLabel(field, words)}</dt><dd>${shownValue(field, words, now)}</dd>`,
              )}
            </dl>`
      }
      ${entryHandling(opened, details, handler)}
      <div role="alert">
        ${opened.problem === undefined ? nothing : notice("urgent", iconWarning(), words.of(outboxMessages).failed, words.explain(opened.problem))}
      </div>
    </div>
  `;
};
