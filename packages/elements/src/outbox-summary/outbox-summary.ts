import type { OutboxView } from "@cadre-care/domain";
import { css, html, nothing, type TemplateResult } from "lit";
import { property } from "lit/decorators.js";
import { ActionController } from "../care/action-controller.ts";
import { CadreElement } from "../care/cadre-element.ts";
import { ClockController } from "../care/clock-controller.ts";
import { TopicController } from "../care/topic-controller.ts";
import { blocks } from "../theme/blocks.styles.ts";
import { controls } from "../theme/controls.styles.ts";
import { iconDelivered, iconReading, iconSaved, iconWarning } from "../theme/icons.ts";
import { notice } from "../theme/notice.ts";
import { tokens } from "../theme/tokens.styles.ts";
import { outboxEntry } from "./outbox-entry.ts";
import { outboxMessages } from "./outbox-summary.messages.ts";

/**
 * What waits to be sent, since when, how far each entry is and why it waits. Nothing that was accepted is ever missing
 * here until the board has it. While locked, entries say nothing about whom they concern.
 *
 * @csspart entry - one waiting entry
 * @csspart notice - a block that says one thing
 */
export class CadreOutboxSummary extends CadreElement {
  static override styles = [
    tokens,
    controls,
    blocks,
    css`
      :host {
        display: block;
      }
      ul {
        display: grid;
        margin: 0;
        padding: 0;
        border: 1px solid var(--_line);
        border-radius: var(--_radius);
        list-style: none;
      }
      li {
        display: grid;
        gap: 3px;
        padding: 10px 12px;
      }
      li + li {
        border-block-start: 1px solid var(--_line);
      }
      .why {
        color: var(--_urgent);
      }
    `,
  ];

  /** What to show. Without it the service's outbox. */
  @property({ attribute: false }) view: OutboxView | undefined;

  @property({ attribute: false }) now: () => number = Date.now;

  readonly #followed = new TopicController(
    this,
    () => (this.view === undefined ? this.care : undefined),
    "outbox",
  );
  readonly #action = new ActionController(this);

  constructor() {
    super();
    new ClockController(this, 30_000);
  }

  protected override render(): TemplateResult {
    const text = this.words.of(outboxMessages);
    const view = this.view ?? this.#followed.value;
    const problem = this.#action.problem;
    return html`
      <section class="stack" aria-label=${text.title}>
        <div role="status">${view === undefined ? notice("plain", iconReading(), text.connecting) : this.#state(view)}</div>
        ${view === undefined || view.parked === 0 ? nothing : notice("urgent", iconWarning(), text.parked(view.parked), text.parkedHow)}
        ${view === undefined || view.waiting === 0 || this.care === undefined ? nothing : this.#send(view)}
        <div role="alert">
          ${problem === undefined ? nothing : notice("urgent", iconWarning(), text.failed, this.words.say(problem.message))}
        </div>
        ${
          view === undefined || view.entries.length === 0
            ? nothing
            : html`<ul aria-label=${text.entries}>
                ${view.entries.map((entry) => outboxEntry(entry, this.words, this.now()))}
              </ul>`
        }
      </section>
    `;
  }

  #state(view: OutboxView): TemplateResult {
    const text = this.words.of(outboxMessages);
    const { dates } = this.words;
    if (view.waiting === 0 && view.parked === 0) {
      const last = view.lastDeliveredAt;
      return notice(
        "good",
        iconDelivered(),
        text.none,
        last === undefined ? nothing : text.delivered(dates.moment(last, this.now())),
      );
    }
    const oldest = view.oldestAcceptedAt;
    return notice(
      "plain",
      iconSaved(),
      text.waiting(view.waiting),
      oldest === undefined ? nothing : text.oldest(dates.relative(oldest, this.now())),
    );
  }

  #send(view: OutboxView): TemplateResult {
    const text = this.words.of(outboxMessages);
    const sending = view.draining || this.#action.busy !== undefined;
    const send = this.acting(() => {
      const care = this.care;
      if (care !== undefined && !view.draining) void this.#action.run("send", () => care.sendNow());
    });
    return html`
      <div>
        <button type="button" part="send" aria-disabled=${sending ? "true" : "false"} @click=${send}>
          ${sending ? text.sending : text.sendNow}
        </button>
      </div>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "cadre-outbox-summary": CadreOutboxSummary;
  }
}
