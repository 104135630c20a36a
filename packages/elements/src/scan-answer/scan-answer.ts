import type { PagePersonView, ScanAnswer, ScanView } from "@cadre-care/domain";
import { css, html, nothing, type PropertyDeclarations, type TemplateResult } from "lit";
import { CadreElement } from "../care/cadre-element.ts";
import { OnDemand } from "../care/on-demand.ts";
import { TopicController } from "../care/topic-controller.ts";
import { CadreOpenPanelEvent, CadreOpenPersonEvent } from "../events/events.ts";
import { blocks } from "../theme/blocks.styles.ts";
import { controls } from "../theme/controls.styles.ts";
import { iconPanel, iconPossible, iconWarning } from "../theme/icons.ts";
import { notice } from "../theme/notice.ts";
import { tokens } from "../theme/tokens.styles.ts";
import { answerLine, lineStyles } from "./answer-line.ts";
import { answerNotice } from "./answer-notice.ts";
import { besidePage } from "./beside-page.ts";
import { scanAnswerMessages } from "./scan-answer.messages.ts";

export type * from "../events/events.ts";

/**
 * What a scan led to: whether the person is in the list and why nothing can be said, whether it is the page's patient,
 * and whom to choose from when several fit. Says nothing while nobody is scanned.
 *
 * With a service it follows the scanned person; without one it shows `view`.
 *
 * @fires {CadreOpenPanelEvent} cadre-open-panel - the person's details are wanted (`brief` and `line` only)
 * @fires {CadreOpenPersonEvent} cadre-open-person - one of several people was chosen
 * @csspart notice - a block that says one thing
 * @csspart line - the answer as one line
 * @csspart two - the scanned person and the page's patient
 * @csspart candidate - one of several people
 * @csspart open - the button that opens the panel
 */
export class CadreScanAnswer extends CadreElement {
  static override styles = [
    tokens,
    controls,
    blocks,
    css`
      :host {
        display: block;
      }
      .two {
        display: grid;
        grid-template-columns: max-content 1fr;
        gap: 2px 12px;
        margin: 4px 0 6px;
      }
      .two dt {
        color: var(--_ink-soft);
      }
      .two dd {
        margin: 0;
        font-weight: 600;
        overflow-wrap: anywhere;
      }
      .people {
        display: grid;
        gap: 6px;
        margin: 0;
        padding: 0;
        list-style: none;
      }
      .people button {
        inline-size: 100%;
        justify-content: flex-start;
        text-align: start;
      }
    `,
    lineStyles,
  ];
  static override properties: PropertyDeclarations = {
    view: { attribute: false },
    brief: { type: Boolean },
    line: { type: Boolean, reflect: true },
  };

  /** What to show. Without it the service's scanned person. */
  view: ScanAnswer | ScanView | undefined;

  /** The details open elsewhere: somebody who is found gets one line and a button, and nobody is named. */
  brief = false;

  /** One line of at most 54 px, for a strip: as `brief`, with what of this machine bears on the answer. */
  line = false;

  readonly #machine = new OnDemand(this, () => this.worded(import("../priority-banner/circumstances.ts")));
  readonly #scan = new TopicController(
    this,
    () => (this.view === undefined && !this.brief && !this.line ? this.care : undefined),
    "scan",
  );

  /** What is said of the machine comes with its words. */
  protected override willUpdate(): void {
    if (this.line) this.waitFor(this.#machine.want());
  }

  protected override render(): TemplateResult {
    const view = this.view ?? this.#scan.value;
    const text = this.words.of(scanAnswerMessages);
    const scanned = view?.source === undefined ? undefined : view;
    return html`<section class="stack" role="status" aria-label=${text.label} data-state=${scanned?.about.state ?? "nobody"}>
      ${scanned === undefined ? nothing : this.line ? this.#line(scanned) : this.#answer(scanned)}
    </section>`;
  }

  #line(view: ScanAnswer): TemplateResult | typeof nothing {
    const said = this.#machine.part?.circumstancesOf(view, this.words, Date.now()) ?? [];
    return answerLine(
      view,
      this.words,
      said.map(({ word }) => word),
      this.#open(iconPanel()),
    );
  }

  #answer(view: ScanAnswer | ScanView): TemplateResult {
    const { state } = view.about;
    const [names, candidates] = !this.brief && "names" in view ? [view.names, view.candidates] : [{}, []];
    // Below this element the panel shows the person in full, with their advice.
    const openable = state === "managed" || state === "possible";
    const several = candidates.length > 1;
    const settled = state !== "reading" || view.warnings.length > 0;
    return html`
      ${settled ? besidePage(view, names, this.words) : nothing}
      ${several ? this.#several(candidates) : nothing}
      ${openable && !this.brief ? nothing : answerNotice(view, this.words, this.#open())}
      ${openable && !this.brief && !several ? nothing : this.#advice(view)}
    `;
  }

  #advice(view: ScanAnswer): readonly TemplateResult[] {
    const text = this.words.of(scanAnswerMessages);
    return view.warnings.map((warning) =>
      notice("caution", iconWarning(), text.advice, this.words.explain(warning)),
    );
  }

  #open(sign: TemplateResult | typeof nothing = nothing): TemplateResult {
    const open = this.acting(() => this.dispatchEvent(new CadreOpenPanelEvent(this.view?.subject)));
    return html`<button type="button" class="primary" part="open" @click=${open}>
      ${sign}<span class="word">${this.words.of(scanAnswerMessages).openPanel}</span>
    </button>`;
  }

  #several(candidates: readonly PagePersonView[]): TemplateResult {
    const text = this.words.of(scanAnswerMessages);
    const choose = (person: PagePersonView) =>
      this.acting(() => this.dispatchEvent(new CadreOpenPersonEvent(person.subject)));
    return notice(
      "caution",
      iconPossible(),
      text.several(candidates.length),
      html`<p>${text.severalHow}</p>
        <ul class="people">
          ${candidates.map(
            (person) => html`<li>
              <button type="button" part="candidate" @click=${choose(person)}>
                ${person.name}${person.birthDate === undefined ? nothing : html`, ${text.born} ${this.words.dates.date(person.birthDate)}`}
              </button>
            </li>`,
          )}
        </ul>`,
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "cadre-scan-answer": CadreScanAnswer;
  }
}
