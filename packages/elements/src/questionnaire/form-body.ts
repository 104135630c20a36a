import { CHANGE, type FormNode } from "@cadre-care/forms/on-demand";
import { firstPaint } from "../care/first-paint.ts";
import type { FormContext } from "./form-context.ts";
import { GroupView } from "./group-view.ts";
import { inSlices, type Slices } from "./in-slices.ts";
import { isHelp } from "./is-help.ts";
import { ItemView } from "./item-view.ts";

/** Pieces that are drawn before the user gets the form: about a screen. */
const FIRST = 24;
/** Items of the top level that share a box, so that what is off the screen costs no layout. */
const BOX = 50;

export type NodeView = ItemView | GroupView;

const isShown = ({ definition }: FormNode): boolean =>
  definition.hints.hidden !== true && !isHelp(definition.type, definition.hints.control);

/** The items of a form on the screen. They are drawn piece by piece, once; after that each draws itself when it changes. */
export class FormBody {
  readonly element = document.createElement("div");
  readonly #views = new Map<FormNode, NodeView>();
  readonly #byElement = new WeakMap<Element, ItemView>();
  readonly #context: FormContext;
  #slices: Slices | undefined;
  #box: HTMLElement | undefined;

  constructor(context: FormContext) {
    this.#context = context;
    this.element.className = "body";
  }

  /** Draws the first screen now and the rest between the user's keys; `done` when all of it is there. */
  start(done: () => void): void {
    this.#slices = inSlices(this.#draw(this.#context.form.roots, undefined), FIRST, firstPaint, done);
  }

  get pending(): boolean {
    return this.#slices?.pending === true;
  }

  /** Draws the rest at once. */
  finish(): void {
    this.#slices?.finish();
  }

  /** The form is closed: nothing more is drawn, nor heard. */
  stop(): void {
    this.#slices?.stop();
    // A browser that takes away the field in which somebody types reports a change of it: of a form that is no more.
    const deaf = (event: Event): void => event.stopImmediatePropagation();
    for (const type of ["change", "blur", "focusout"])
      this.element.addEventListener(type, deaf, { capture: true });
  }

  view(node: FormNode): NodeView | undefined {
    return this.#views.get(node);
  }

  /** The view that an element of the form stands in. */
  viewAt(element: Element | null): ItemView | undefined {
    for (let at: Element | null = element; at !== null && at !== this.element; at = at.parentElement) {
      const view = this.#byElement.get(at);
      if (view !== undefined) return view;
    }
    return undefined;
  }

  /** All items that are drawn and can be filled in, in the order of the form. */
  items(): readonly ItemView[] {
    return [...this.#ordered(this.#context.form.roots)];
  }

  /** The top-level groups that are drawn. */
  sections(): readonly GroupView[] {
    return this.#context.form.roots.flatMap((node) => {
      const view = this.#views.get(node);
      return view instanceof GroupView && node.enabled ? [view] : [];
    });
  }

  changed(changed: ReadonlyMap<FormNode, number>): void {
    for (const [node, changes] of changed) {
      const view = this.#views.get(node);
      if (view === undefined) continue;
      if ((changes & (CHANGE.language | CHANGE.options)) !== 0 && view instanceof ItemView) view.renew();
      else view.update();
    }
  }

  /** Everything is drawn anew from what is true now: the language changed, or a submission was tried. */
  redraw(): void {
    for (const view of this.#views.values()) view.update();
  }

  *#ordered(nodes: readonly FormNode[]): Generator<ItemView> {
    for (const node of nodes) {
      if (!node.enabled) continue;
      const view = this.#views.get(node);
      if (view instanceof ItemView && node.definition.isQuestion) yield view;
      yield* this.#ordered(node.children);
    }
  }

  *#draw(nodes: readonly FormNode[], group: GroupView | undefined): Generator<void> {
    let row = 0;
    // A copy: a repeat that comes while pieces wait would move the others, and one of them be drawn twice.
    for (const node of [...nodes]) {
      if (!isShown(node)) continue;
      if (node.definition.isQuestion) row += 1;
      yield* this.#one(node, group, row);
    }
  }

  *#one(node: FormNode, group: GroupView | undefined, row: number): Generator<void> {
    if (node.definition.type === "group") {
      const view = new GroupView(this.#context, node);
      this.#views.set(node, view);
      (group?.items ?? this.element).append(view.element);
      this.#box = undefined;
      view.update();
      yield;
      yield* this.#draw(node.children, view);
      return;
    }
    const view = new ItemView(this.#context, node, group?.isTable === true ? row : undefined);
    this.#views.set(node, view);
    this.#byElement.set(view.element, view);
    view.update();
    (group?.items ?? this.#looseBox()).append(view.element);
    yield;
    if (node.children.length > 0) yield* this.#draw(node.children, group);
  }

  /** Where items of the top level go: boxes of limited length. */
  #looseBox(): HTMLElement {
    const box = this.#box;
    if (box !== undefined && box.childElementCount < BOX) return box;
    const next = document.createElement("div");
    next.className = "items loose";
    this.element.append(next);
    this.#box = next;
    return next;
  }

  /** Repeats came or went: what is new is drawn, what is gone is taken away, the rest stays as it is. */
  restructure(): void {
    this.finish();
    const alive = new Set<FormNode>();
    /** Answers the last element of these nodes in their container, after which the next one goes. */
    const visit = (
      nodes: readonly FormNode[],
      group: GroupView | undefined,
      after: Element | undefined,
    ): Element | undefined => {
      let row = 0;
      let last = after;
      for (const node of nodes) {
        alive.add(node);
        if (!isShown(node)) continue;
        if (node.definition.isQuestion) row += 1;
        const isNew = !this.#views.has(node);
        if (isNew) for (const _ of this.#one(node, group, row));
        const view = this.#views.get(node);
        if (view === undefined) continue;
        if (isNew) last?.after(view.element);
        last = view.element;
        if (view instanceof GroupView) {
          visit(node.children, view, undefined);
          view.update();
        } else last = visit(node.children, group, last);
      }
      return last;
    };
    visit(this.#context.form.roots, undefined, undefined);
    for (const [node, view] of this.#views) {
      if (alive.has(node)) continue;
      view.element.remove();
      this.#views.delete(node);
    }
  }
}
