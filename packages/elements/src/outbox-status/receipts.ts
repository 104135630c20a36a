import type { ReceiptView } from "@cadre-care/domain";
import { html, nothing, type TemplateResult } from "lit";
import { wordFor } from "../language/catalogue.ts";
import type { LanguageController } from "../language/language-controller.ts";
import { countIn } from "../language/locale.ts";
import { outboxMessages } from "./outbox-status.messages.ts";

/** What was delivered lately: proof for the desk, with the board's own reference. Names nobody. */
export const receiptList = (
  receipts: readonly ReceiptView[],
  words: LanguageController,
  now: number,
): TemplateResult | typeof nothing => {
  if (receipts.length === 0) return nothing;
  const text = words.of(outboxMessages);
  return html`
    <details part="receipts">
      <summary>${text.receipts} (${countIn(words.current, receipts.length)})</summary>
      <ul>
        ${receipts.map(
          ({ kind, deliveredAt, reference }) => html`
            <li>
              <strong>${wordFor(text.kinds, kind)}</strong>
              <span class="hint number">${text.receiptAt(words.dates.moment(deliveredAt, now))} · ${reference}</span>
            </li>
          `,
        )}
      </ul>
    </details>
  `;
};
