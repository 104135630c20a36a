import type { FormNode } from "@cadre-care/forms/on-demand";
import type { FormBody } from "./form-body.ts";
import { type FocusKind, formKey, lettered, type PressedKey } from "./form-keys.ts";
import type { ItemView } from "./item-view.ts";
import { sectionOf } from "./section-of.ts";

/** What the keys of a form need from it. */
export interface NavigatedForm {
  readonly body: FormBody;
  /** The user confirms what was filled in before in a section. */
  confirm(section: FormNode): void;
  /** Goes to the next thing to do after an item. */
  nextToDo(after: FormNode | undefined): void;
  /** There is no further item: on to what comes after the form. */
  leaveAtEnd(): void;
}

/** What kind of thing has the focus, as far as keys are concerned. */
export const focusKind = (element: Element | null): FocusKind => {
  if (element instanceof HTMLTextAreaElement) return "long";
  if (element instanceof HTMLSelectElement) return "select";
  if (element instanceof HTMLInputElement)
    return element.type === "radio" || element.type === "checkbox"
      ? "choice"
      : element.type === "file"
        ? "button"
        : "line";
  if (element instanceof HTMLButtonElement || element?.localName === "summary") return "button";
  return "own";
};

/** Moves through a form by keyboard. */
export class FormNavigation {
  readonly #form: NavigatedForm;

  constructor(form: NavigatedForm) {
    this.#form = form;
  }

  /** A key in the form, from the element that has the focus. Whether it was taken. */
  key(event: PressedKey, from: Element | null): boolean {
    const key = formKey(event, focusKind(from));
    if (key === undefined) return false;
    const view = this.#form.body.viewAt(from);
    switch (key.act) {
      case "next":
      case "previous":
        return this.step(view?.node, key.act === "next" ? 1 : -1);
      case "section":
        return this.#section(view, key.by);
      case "confirm":
        if (view !== undefined) this.#form.confirm(sectionOf(view.node));
        return view !== undefined;
      case "to-do":
        this.#form.nextToDo(view?.node);
        return true;
      case "clear":
        view?.clear();
        return view !== undefined;
      case "choose":
        return view !== undefined && this.#choose(view, key.index);
      case "letter":
        return view !== undefined && this.#letter(view, key.letter);
    }
  }

  /** Goes to the item before or after; past the last one the form is left. */
  step(from: FormNode | undefined, by: 1 | -1): boolean {
    const { body } = this.#form;
    const next = this.#beside(from, by);
    if (next === undefined && body.pending) {
      body.finish();
      return this.step(from, by);
    }
    if (next !== undefined) next.focus();
    else if (by > 0) this.#form.leaveAtEnd();
    return true;
  }

  /** The item before or after one, of those that are drawn; without one the first or the last. */
  #beside(from: FormNode | undefined, by: 1 | -1): ItemView | undefined {
    const items = this.#form.body.items().filter((item) => !item.readOnly || item.node === from);
    const at = items.findIndex(({ node }) => node === from);
    if (at >= 0) return items[at + by];
    return by > 0 ? items[0] : items.at(-1);
  }

  /** Puts the focus on the first item of a section. */
  enter(section: FormNode): void {
    const { body } = this.#form;
    if (body.view(section) === undefined) body.finish();
    const view = body.view(section);
    const first = body.items().find((item) => sectionOf(item.node) === section && !item.readOnly);
    view?.element.scrollIntoView({ block: "start" });
    if (first === undefined) view?.focus();
    else first.focus();
  }

  #section(from: ItemView | undefined, by: 1 | -1): boolean {
    const { body } = this.#form;
    if (body.pending) body.finish();
    const sections = body.sections();
    const here = from === undefined ? -1 : sections.findIndex(({ node }) => node === sectionOf(from.node));
    const next = sections[here < 0 && by < 0 ? sections.length - 1 : here + by];
    if (next !== undefined) this.enter(next.node);
    return true;
  }

  #choose(view: ItemView, place: number): boolean {
    if (view.readOnly || view.options[place] === undefined) return false;
    if (view.kind === "check-boxes") {
      view.toggle(place);
      return true;
    }
    if (!view.chosenOptions.has(place)) view.toggle(place);
    return this.step(view.node, 1);
  }

  #letter(view: ItemView, letter: string): boolean {
    const [place, ...more] = lettered(
      view.options.map(({ label }) => label),
      letter,
    );
    return place !== undefined && more.length === 0 && this.#choose(view, place);
  }
}
