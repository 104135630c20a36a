import type { FormIssue, FormNode } from "@cadre-care/forms/on-demand";
import { render } from "lit";
import type { FormContext } from "./form-context.ts";
import { ItemAnswers } from "./item-answers.ts";
import { itemKind, widthOf } from "./item-kind.ts";
import { itemTemplate, rowTemplate } from "./item-template.ts";
import { isUnconfirmed } from "./unconfirmed.ts";

/**
 * One item on the screen: what its control shows, and what becomes of what the user does. It draws itself into its
 * element, alone, and only when the engine says that something about it changed.
 */
export class ItemView extends ItemAnswers {
  readonly element: HTMLElement;
  readonly id: string;

  constructor(
    context: FormContext,
    node: FormNode,
    /** It stands in a table, as a row. */
    readonly row: number | undefined,
  ) {
    super(context, node);
    this.id = context.newId();
    this.element = document.createElement(row === undefined ? "div" : "tr");
  }

  /** Draws what is true now. */
  override update(): void {
    const { element, node, kind } = this;
    element.hidden = !node.enabled;
    const width = widthOf(kind, this.form.options(node), node.definition.item.maxLength);
    const state = `${this.invalid ? " wrong" : ""}${this.unconfirmed ? " unconfirmed" : ""}`;
    const className = `item ${width}${this.required ? " must" : ""}${state}`;
    if (element.className !== className) element.className = className;
    render(this.row === undefined ? itemTemplate(this) : rowTemplate(this, this.row), element);
  }

  /** The language or the options changed: it may need another control. */
  renew(): void {
    this.kind = itemKind(this.node, this.form);
    this.update();
  }

  get prefix(): string | undefined {
    return this.form.prefix(this.node);
  }

  get question(): string {
    return this.form.text(this.node);
  }

  get label(): string {
    return this.prefix === undefined ? this.question : `${this.prefix} ${this.question}`;
  }

  get required(): boolean {
    return this.node.definition.item.required === true;
  }

  get readOnly(): boolean {
    return this.node.readOnly;
  }

  get upright(): boolean {
    return this.node.definition.hints.choiceOrientation === "vertical";
  }

  get entryFormat(): string | undefined {
    return this.node.definition.hints.entryFormat;
  }

  /** Answers that were there before anybody typed, and that nobody confirmed. */
  get unconfirmed(): boolean {
    return isUnconfirmed(this.node);
  }

  /** What is said of the item now: problems once it was visited or a submission was tried, advice at once. */
  get issues(): readonly FormIssue[] {
    const { issues } = this.node;
    if (issues.length === 0) return issues;
    const { tried, lookup } = this.context;
    return issues.filter(({ severity, code }) => {
      // A list that is searched is not sent along.
      if (code === "options-unavailable") return lookup === undefined;
      return tried || severity === "advisory" || (this.visited && code !== "required");
    });
  }

  get invalid(): boolean {
    return this.issues.some(({ severity }) => severity === "blocking");
  }

  get describedBy(): string | undefined {
    return this.issues.length > 0 ? `${this.id}-said` : undefined;
  }

  /** Of which control this is the id: the first one carries the item's label. */
  idOf(index: number): string {
    return `${this.id}-${index}`;
  }

  /** Further answers of a repeating item need names of their own. */
  answerLabel(index: number): string | undefined {
    return index === 0 ? undefined : `${this.label} (${index + 1})`;
  }

  /** Puts the focus on the control of one answer. */
  override focus(index = 0): void {
    const control =
      this.element.querySelector<HTMLElement>("input[type=radio]:checked") ??
      this.element.querySelector<HTMLElement>(`#${this.idOf(index)}, #${this.idOf(index)}-0`) ??
      this.element.querySelector<HTMLElement>("input, select, textarea, button");
    control?.focus({ preventScroll: true });
    this.scrollIntoSight();
  }

  /** Scrolls the item to where the foot, which stays in sight and grows with what it says, does not cover it. */
  scrollIntoSight(): void {
    const foot = this.element.closest(".form")?.querySelector(".foot");
    this.element.style.scrollMarginBlockEnd = `${(foot?.clientHeight ?? 0) + 16}px`;
    this.element.scrollIntoView({ block: "nearest" });
  }
}
