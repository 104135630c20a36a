import type { MarksView, PageView } from "@cadre-care/domain";
import type { PropertyDeclarations, TemplateResult } from "lit";
import { CadreElement } from "../care/cadre-element.ts";
import { TopicController } from "../care/topic-controller.ts";
import { CadreOpenPersonEvent } from "../events/events.ts";
import { blocks } from "../theme/blocks.styles.ts";
import { controls } from "../theme/controls.styles.ts";
import { tokens } from "../theme/tokens.styles.ts";
import { marksList } from "./marks-list.ts";
import { marksStrip } from "./marks-strip.ts";
import { marksStyles } from "./priority-marks.styles.ts";

export type * from "../events/events.ts";

/** How many shapes of a strip are kept when its rows have gone. */
const MOST_KEPT = 100;

/**
 * Marks beside the rows of a list (`strip`), or the same as an accessible list (`list`).
 *
 * The strip draws each mark at its row's `top` and `height` in the lane of its generation (`LANES` lanes side by side,
 * each `laneWidth` wide); it takes no pointer, says nothing to readers, and is silent about conflicts.
 *
 * @fires {CadreOpenPersonEvent} cadre-open-person - the user wants to see one person of the list
 * @csspart person - one person of the list
 * @csspart people - the list
 * @csspart counts - how many of which kind
 * @csspart legend - what the marks mean
 * @csspart notice - a block that says one thing
 */
export class CadrePriorityMarks extends CadreElement {
  static override styles = [tokens, controls, blocks, marksStyles];
  static override properties: PropertyDeclarations = {
    layout: { reflect: true },
    view: { attribute: false },
    page: { attribute: false },
    laneWidth: { type: Number, attribute: "lane-width" },
  };

  /** Marks beside rows, or the same as a list that readers read. */
  layout: "strip" | "list" = "list";

  /** Marks to draw, and counts for the list. Without them the service's. */
  view: MarksView | undefined;

  /** People of the page for the list. Without them the service's. */
  page: PageView | undefined;

  /** Width of one lane of the strip in CSS pixels. */
  laneWidth = 20;

  readonly #marks = new TopicController(
    this,
    () => (this.view === undefined && this.page === undefined ? this.care : undefined),
    "marks",
  );
  readonly #page = new TopicController(
    this,
    () => (this.page === undefined && this.layout === "list" ? this.care : undefined),
    "page",
  );

  #drawn = 0;

  protected override render(): TemplateResult | readonly TemplateResult[] {
    const marks = this.view ?? this.#marks.value;
    if (this.layout === "strip") {
      const strip = marksStrip(marks, this.laneWidth, this.#drawn);
      this.#drawn = Math.min(strip.length, MOST_KEPT);
      return strip;
    }
    return marksList({
      page: this.page ?? this.#page.value,
      marks,
      words: this.words,
      open: (subject) => this.acting(() => this.dispatchEvent(new CadreOpenPersonEvent(subject))),
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "cadre-priority-marks": CadrePriorityMarks;
  }
}
