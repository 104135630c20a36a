import type { FormNode } from "@cadre-care/forms/on-demand";
import { html, nothing, render, type TemplateResult } from "lit";
import { localeOf } from "../language/locale.ts";
import { iconInfo } from "../theme/icons-of-care.ts";
import type { FormContext } from "./form-context.ts";
import { isHelp } from "./item-template.ts";
import { questionnaireMessages } from "./questionnaire.messages.ts";
import { unconfirmedSources } from "./unconfirmed.ts";

const TABLES: ReadonlySet<string> = new Set(["table", "htable", "gtable", "grid"]);

/** Whether a group is drawn as a table: one row for each of its items. One that repeats is a row of tiles each time. */
const isTable = ({ definition, children }: FormNode): boolean =>
  TABLES.has(definition.hints.control ?? "") &&
  !definition.repeats &&
  children.every((child) => child.definition.type !== "group");

/** A group of items: a section at the top level, a part of one below, a table where the form wants one. */
export class GroupView {
  readonly element: HTMLElement;
  /** Where its items are put. */
  readonly items: HTMLElement;
  readonly id: string;
  readonly isTable: boolean;
  readonly #head = document.createElement("div");
  readonly #foot = document.createElement("div");
  #drawn = "";

  constructor(
    readonly context: FormContext,
    readonly node: FormNode,
  ) {
    this.id = context.newId();
    this.isTable = isTable(node);
    this.element = document.createElement(node.parent === undefined ? "section" : "div");
    this.element.className = this.#className();
    this.element.id = this.id;
    this.element.tabIndex = -1;
    this.items = document.createElement(this.isTable ? "tbody" : "div");
    this.element.append(this.#head, this.isTable ? this.#table() : this.items, this.#foot);
    if (!this.isTable) this.items.className = "items";
  }

  /** Draws heading, progress, and what may be done with the group; its items draw themselves. */
  update(): void {
    const { element, node, context } = this;
    element.hidden = !node.enabled;
    const tally = context.tally(node);
    const drawn = `${context.words.current} ${Object.values(tally).join(" ")} ${context.form.canAdd(node)} ${context.form.canRemove(node)}`;
    if (drawn === this.#drawn) return;
    this.#drawn = drawn;
    const title = context.form.text(node);
    element.role = node.parent === undefined ? null : "group";
    if (title !== "") element.setAttribute("aria-labelledby", `${this.id}-title`);
    render(html`${this.#heading(title)}${this.#prefill()}${this.#help()}`, this.#head);
    render(this.#repeat(title), this.#foot);
  }

  focus(): void {
    this.element.focus({ preventScroll: true });
    this.element.scrollIntoView({ block: "start" });
  }

  /** Puts the focus on the button that confirms what was filled in before. */
  focusConfirm(): void {
    this.element.scrollIntoView({ block: "start" });
    this.#head.querySelector<HTMLElement>("[part=confirm]")?.focus({ preventScroll: true });
  }

  #className(): string {
    const { node } = this;
    const repeated = node.definition.repeats ? " instance" : "";
    return node.parent === undefined ? `section${repeated}` : `group${repeated}`;
  }

  #table(): HTMLTableElement {
    const table = document.createElement("table");
    table.className = "grid";
    table.append(this.items);
    return table;
  }

  #heading(title: string): TemplateResult | typeof nothing {
    const { node, context } = this;
    if (title === "") return nothing;
    const prefix = context.form.prefix(node);
    const words = prefix === undefined ? title : `${prefix} ${title}`;
    const id = `${this.id}-title`;
    if (node.parent === undefined) {
      const { answered, total } = context.tally(node);
      const text = context.words.of(questionnaireMessages);
      return html`<div class="head">
        <h3 id=${id}>${words}</h3>
        ${
          total === 0
            ? nothing
            : html`<span class=${answered === total ? "progress full" : "progress"}
                ><span aria-hidden="true">${text.progress(answered, total)}</span
                ><span class="unseen">${text.progressSaid(answered, total)}</span></span
              >`
        }
      </div>`;
    }
    return html`<div class="head">
      ${node.definition.depth === 1 ? html`<h4 id=${id}>${words}</h4>` : html`<h5 id=${id}>${words}</h5>`}
    </div>`;
  }

  #prefill(): TemplateResult | typeof nothing {
    const { node, context } = this;
    if (node.parent !== undefined || context.tally(node).unconfirmed === 0) return nothing;
    const text = context.words.of(questionnaireMessages);
    const from = unconfirmedSources(node).map((source) => text.prefillSources[source]);
    const list = new Intl.ListFormat(localeOf(context.words.current)).format(from);
    return html`<div class="prefill" part="prefill">
      ${iconInfo()}<strong>${text.prefilled(list)}</strong>
      <button type="button" class="small" part="confirm" @click=${() => context.confirm(node)}>
        ${text.confirm} <kbd>F2</kbd>
      </button>
    </div>`;
  }

  #help(): TemplateResult | typeof nothing {
    const { node, context } = this;
    const helps = node.children.filter(({ definition }) => isHelp(definition.type, definition.hints.control));
    if (helps.length === 0) return nothing;
    return html`<details class="more">
      <summary>${context.words.of(questionnaireMessages).help}</summary>
      ${helps.map((help) => html`<p>${context.form.text(help)}</p>`)}
    </details>`;
  }

  #repeat(title: string): TemplateResult | typeof nothing {
    const { node, context } = this;
    if (!node.definition.repeats) return nothing;
    const text = context.words.of(questionnaireMessages);
    const { form } = context;
    return html`<div class="row">
      ${
        form.canAdd(node)
          ? html`<button type="button" class="quiet small" @click=${() => form.addGroup(node)}>
              ${text.add(title)}
            </button>`
          : nothing
      }
      ${
        form.canRemove(node)
          ? html`<button type="button" class="quiet small" @click=${() => form.removeGroup(node)}>
              ${text.remove(title)}
            </button>`
          : nothing
      }
    </div>`;
  }
}
