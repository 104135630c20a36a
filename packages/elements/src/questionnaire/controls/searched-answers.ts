import type { FormCode, Result } from "@cadre-care/domain";
import { foldName } from "@cadre-care/domain/page";
import { codedText } from "../coded-text.ts";
import type { ItemView } from "../item-view.ts";
import { CodeSearch } from "./code-search.ts";

/** Codes of a list at hand that are offered for one text. */
const FOUND = 50;

/** The answers of an item whose options are searched. */
export class SearchedAnswers {
  readonly search: CodeSearch;
  readonly #view: ItemView;

  constructor(view: ItemView) {
    this.#view = view;
    this.search = new CodeSearch({
      search: (text) => this.#find(text),
      choose: (code) => {
        const index = view.room();
        if (index !== undefined) view.put(index, { valueCoding: code });
      },
      words: (text) => this.#say(text),
      update: () => view.update(),
    });
  }

  /** The best code found is meant, unless words are an answer too. */
  get meansFirst(): boolean {
    return this.#view.node.definition.type === "choice";
  }

  /** The answers as text. */
  get chosen(): readonly { readonly index: number; readonly text: string }[] {
    const { node, form } = this.#view;
    return node.answers.flatMap(({ value }, index) => {
      const text = codedText(value, form.displayText(node, index));
      return text === "" ? [] : [{ index, text }];
    });
  }

  /** The field is left with a text that nobody chose for: it stays, as words or as a problem. */
  leave(): void {
    const { text } = this.search;
    if (text.trim() !== "") this.#say(text);
  }

  /** A code was chosen by key: on to the next item, or to the next code of this one. */
  afterChoice(): void {
    const view = this.#view;
    if (view.repeats) view.focus();
    else view.context.advance(view.node);
  }

  #say(text: string): void {
    const view = this.#view;
    const index = view.room();
    if (index === undefined) return;
    view.visited = true;
    this.search.forget();
    view.form.typeText(view.node, index, text);
    view.update();
  }

  async #find(text: string): Promise<Result<readonly FormCode[]>> {
    const { options, node, context } = this.#view;
    const canonical = node.definition.item.answerValueSet;
    if (options.length === 0 && canonical !== undefined && context.lookup !== undefined)
      return context.lookup(canonical, text);
    const wanted = foldName(text);
    const found = options.flatMap(({ value: { valueCoding }, label }) => {
      const { code = "", system = "" } = valueCoding ?? {};
      return foldName(`${code} ${label}`).includes(wanted) ? [{ system, code, display: label }] : [];
    });
    return { ok: true, value: found.slice(0, FOUND) };
  }
}

const known = new WeakMap<ItemView, SearchedAnswers>();

/** What is searched for in an item, the same as long as it is on the screen. */
export const searchedAnswers = (view: ItemView): SearchedAnswers => {
  const before = known.get(view);
  if (before !== undefined) return before;
  const answers = new SearchedAnswers(view);
  known.set(view, answers);
  return answers;
};
