import type { RosterView } from "@cadre-care/domain";
import { css, html, nothing, type PropertyDeclarations, type TemplateResult } from "lit";
import { ActionController } from "../care/action-controller.ts";
import { CadreElement } from "../care/cadre-element.ts";
import { ClockController } from "../care/clock-controller.ts";
import { TopicController } from "../care/topic-controller.ts";
import { countIn } from "../language/locale.ts";
import { fromNow } from "../language/spans-of-time.ts";
import { blocks } from "../theme/blocks.styles.ts";
import { controls } from "../theme/controls.styles.ts";
import { iconClock, iconDone, iconReading, iconSync, iconWarning } from "../theme/icons.ts";
import { notice } from "../theme/notice.ts";
import { tokens } from "../theme/tokens.styles.ts";
import { rosterMessages } from "./roster-status.messages.ts";

/**
 * Age and size of the managed list on this machine, its synchronisation and what is wrong with it.
 *
 * @csspart sync - the button that updates the list
 * @csspart notice - a block that says one thing
 */
export class CadreRosterStatus extends CadreElement {
  static override styles = [
    tokens,
    controls,
    blocks,
    css`
      :host {
        display: block;
      }
      progress {
        inline-size: 100%;
        block-size: 8px;
        accent-color: var(--_accent);
      }
    `,
  ];
  static override properties: PropertyDeclarations = {
    view: { attribute: false },
    now: { attribute: false },
  };

  /** What to show. Without it the service's roster. */
  view: RosterView | undefined;

  /** The clock by which times are told: milliseconds since 1970. */
  now: () => number = Date.now;

  readonly #followed = new TopicController(
    this,
    () => (this.view === undefined ? this.care : undefined),
    "roster",
  );
  readonly #action = new ActionController(this);

  constructor() {
    super();
    new ClockController(this, 30_000);
  }

  protected override render(): TemplateResult {
    const text = this.words.of(rosterMessages);
    const view = this.view ?? this.#followed.value;
    const problem = this.#action.problem ?? view?.problem;
    return html`
      <section class="stack" aria-label=${text.title}>
        <div role="status">${view === undefined ? notice("plain", iconReading(), text.connecting) : this.#state(view, problem !== undefined)}</div>
        <div role="alert">
          ${problem === undefined ? nothing : notice("urgent", iconWarning(), text.failed, this.words.explain(problem))}
        </div>
        ${view === undefined || this.care === undefined ? nothing : this.#sync(view)}
      </section>
    `;
  }

  /** `failed`: beside this stands why the last update did not work. */
  #state(view: RosterView, failed: boolean): TemplateResult {
    const text = this.words.of(rosterMessages);
    const facts = html`<span class="number">${this.#facts(view)}</span>`;
    switch (view.state) {
      case "empty":
        return notice("caution", iconSync(), text.empty, text.emptyHow);
      case "current":
        if (failed) return notice("plain", iconClock(), text.kept, facts);
        return notice("good", iconDone(), text.current, facts);
      case "stale":
        return notice("caution", iconClock(), text.stale, html`${facts}<br />${text.staleHow}`);
      case "cut-off":
        return notice("caution", iconWarning(), text.cutOff, html`${facts}<br />${text.cutOffHow}`);
      case "syncing":
        return notice("plain", iconReading(), text.syncing, this.#progress(view));
    }
  }

  #facts(view: RosterView): string {
    const text = this.words.of(rosterMessages);
    const { current, dates } = this.words;
    const synced =
      view.syncedAt === undefined
        ? ""
        : text.synced(fromNow(current, view.syncedAt, this.now()), dates.moment(view.syncedAt, this.now()));
    const entries = view.entries === undefined ? "" : text.entries(this.#count(view.entries));
    return [entries, synced].filter((piece) => piece !== "").join(" · ");
  }

  #count(value: number): string {
    return countIn(this.words.current, value);
  }

  #progress(view: RosterView): TemplateResult {
    const text = this.words.of(rosterMessages);
    const { done, total } = view.progress ?? { done: 0 };
    const word =
      total === undefined
        ? text.progressOpen(this.#count(done))
        : text.progress(this.#count(done), this.#count(total));
    return total === undefined
      ? html`<progress aria-label=${text.syncing}></progress><span class="hint number">${word}</span>`
      : html`<progress aria-label=${text.syncing} max=${total} .value=${done}></progress><span class="hint number">${word}</span>`;
  }

  #sync(view: RosterView): TemplateResult {
    const text = this.words.of(rosterMessages);
    const busy = view.state === "syncing" || this.#action.busy !== undefined;
    const sync = this.acting(() => {
      const care = this.care;
      if (care !== undefined && view.state !== "syncing")
        void this.#action.run("sync", () => care.synchronise());
    });
    return html`
      <div>
        <button type="button" part="sync" aria-disabled=${busy ? "true" : "false"} @click=${sync}>
          ${busy ? text.syncing : text.sync}
        </button>
      </div>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "cadre-roster-status": CadreRosterStatus;
  }
}
