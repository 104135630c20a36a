import { html, nothing, type TemplateResult } from "lit";
import { ColumnsSection } from "./columns-section.ts";
import { JoinsSection } from "./joins-section.ts";
import { PrefillSection } from "./prefill-section.ts";
import { Screen } from "./screen.ts";
import { TextFields } from "./text-fields.ts";
import type { Desk } from "./wizard-desk.ts";

/** What is rarely needed on a page, out of the way until it is. */
export class MoreEditor extends Screen {
  readonly #parts: readonly Screen[];

  constructor(desk: Desk) {
    super(desk);
    this.#parts = [
      new TextFields(desk),
      new ColumnsSection(desk),
      new PrefillSection(desk),
      new JoinsSection(desk),
    ];
  }

  protected override render(): TemplateResult | typeof nothing {
    const { desk, words } = this;
    const work = desk.editedWork;
    if (work === undefined) return nothing;
    const look = desk.looks.get(work.page.id)?.look;
    return html`<details class="more" ?open=${desk.more} @toggle=${this.#toggled}>
      <summary>${words.more.title}</summary>
      ${
        desk.more
          ? html`<div class="stack">
              <p class="soft small">${words.more.lead}</p>
              <p class="soft small">${words.more.selectors}</p>
              <p class="notice ${look?.state === "shown" ? "good" : "caution"}" role="status">
                ${look === undefined ? words.left : words.looks[look.state]}</p>
              ${this.#parts}
            </div>`
          : nothing
      }
    </details>`;
  }

  readonly #toggled = ({ target }: Event): void => {
    if (target instanceof HTMLDetailsElement) this.desk.showMore(target.open);
  };
}
