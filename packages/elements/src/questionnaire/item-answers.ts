import type { FormCode, Result } from "@cadre-care/domain";
import { foldName } from "@cadre-care/domain/page";
import {
  type AnswerOption,
  type AnswerValue,
  type Coding,
  type FormNode,
  type FormState,
  unitsOf,
} from "@cadre-care/forms/on-demand";
import type { LanguageController } from "../language/language-controller.ts";
import { codedText } from "./coded-text.ts";
import { CodeSearch } from "./controls/code-search.ts";
import { typedIn } from "./controls/control.ts";
import type { FormContext } from "./form-context.ts";
import { type ItemKind, itemKind } from "./item-kind.ts";
import { questionnaireMessages } from "./questionnaire.messages.ts";
import { sameAnswer } from "./same-answer.ts";

/** Codes of a list at hand that are offered for one text. */
const FOUND = 50;

/** The answers of one item as its control sees them, and what becomes of what the user does to them. */
export abstract class ItemAnswers {
  kind: ItemKind;
  /** The user has been here: its problems may be said. */
  visited = false;
  /** The form of these answers: an answer that comes late must never reach the one that is open by then. */
  readonly form: FormState;
  #search: CodeSearch | undefined;
  #unit: Coding | undefined;

  constructor(
    readonly context: FormContext,
    readonly node: FormNode,
  ) {
    this.form = context.form;
    this.kind = itemKind(node, this.form);
  }

  get words(): LanguageController {
    return this.context.words;
  }

  /** Draws what is true now. */
  abstract update(): void;

  /** Puts the focus on the control of one answer. */
  abstract focus(index?: number): void;

  get repeats(): boolean {
    return this.node.definition.repeats;
  }

  textOf(index: number): string {
    return this.form.inputText(this.node, index);
  }

  get unit(): string | undefined {
    const [unit] = unitsOf(this.node.definition);
    return unit?.display ?? unit?.code;
  }

  /** Units to choose from; none where there is one at most. */
  get unitOptions(): readonly Coding[] {
    const units = unitsOf(this.node.definition);
    return units.length > 1 ? units : [];
  }

  unitOf(index: number): string | undefined {
    return (
      this.node.answers[index]?.value?.valueQuantity?.code ??
      this.#unit?.code ??
      unitsOf(this.node.definition)[0]?.code
    );
  }

  get options(): readonly AnswerOption[] {
    return this.kind === "boolean" ? this.#yesOrNo() : this.form.options(this.node).options;
  }

  /** Whether an answer in words is one too. */
  get open(): boolean {
    return this.form.options(this.node).open;
  }

  /** The best code found is meant, unless words are an answer too. */
  get meansFirst(): boolean {
    return this.node.definition.type === "choice";
  }

  /** The answer that is in words, of those that are not an option. */
  get wordsIndex(): number | undefined {
    const index = this.node.answers.findIndex(({ value }) => value?.valueString !== undefined);
    return index < 0 ? undefined : index;
  }

  /** Options that are chosen, by their place. */
  get chosenOptions(): ReadonlySet<number> {
    const chosen = new Set<number>();
    for (const [place, option] of this.options.entries()) {
      if (this.#slotOf(option.value) >= 0) chosen.add(place);
    }
    return chosen;
  }

  /** The option that one answer is. */
  optionOf(index: number): number | undefined {
    const value = this.node.answers[index]?.value;
    const place =
      value === undefined ? -1 : this.options.findIndex((option) => sameAnswer(option.value, value));
    return place < 0 ? undefined : place;
  }

  /** Answers of an item that is searched, as text. */
  get chosenTexts(): readonly { readonly index: number; readonly text: string }[] {
    const { node, form } = this;
    return node.answers.flatMap(({ value }, index) => {
      const text = codedText(value, form.displayText(node, index));
      return text === "" ? [] : [{ index, text }];
    });
  }

  get codeSearch(): CodeSearch {
    this.#search ??= new CodeSearch({
      search: (text) => this.#find(text),
      choose: (code) => this.#choose({ valueCoding: code }),
      words: (text) => this.#say(text),
      update: () => this.update(),
    });
    return this.#search;
  }

  /** A field says that something was typed, or that it was left. */
  typed(index: number, event: Event): void {
    if (event.type === "input") {
      this.form.typeText(this.node, index, typedIn(event), this.#unit);
      return;
    }
    this.visited = true;
    this.form.tidy(this.node, index);
    this.update();
  }

  onUnit(index: number): (event: Event) => void {
    return ({ target }) => {
      if (!(target instanceof HTMLSelectElement)) return;
      this.#unit = this.unitOptions[Number(target.value)];
      const text = this.textOf(index);
      if (text !== "") this.form.typeText(this.node, index, text, this.#unit);
    };
  }

  onToggle(place: number): () => void {
    return () => this.toggle(place);
  }

  onSelect(index: number): (event: Event) => void {
    return ({ target }) => {
      if (target instanceof HTMLSelectElement) this.put(index, this.options[Number(target.value)]?.value);
    };
  }

  onRemove(index: number): () => void {
    return () => {
      this.form.removeAnswer(this.node, index);
      this.update();
      this.focus();
    };
  }

  onAdd(): () => void {
    return () => {
      const slot = this.form.addAnswer(this.node);
      if (slot !== undefined) this.focus(this.node.answers.indexOf(slot));
    };
  }

  put(index: number, value: AnswerValue | undefined): void {
    this.form.setAnswer(this.node, index, value);
    this.update();
  }

  /** Chooses an option, or takes it back. */
  toggle(place: number): void {
    const value = this.options[place]?.value;
    if (value === undefined) return;
    this.form.toggle(this.node, value);
    this.update();
  }

  /** Takes the choice back. */
  clear(): void {
    const { form } = this;
    form.batch(() => {
      for (let left = this.node.answers.length; left > 0; left -= 1) form.removeAnswer(this.node, 0);
    });
    this.update();
  }

  /** The field is left with a text that nobody chose for: it stays, as words or as a problem. */
  leaveSearch(): void {
    const { text } = this.codeSearch;
    if (text.trim() !== "") this.#say(text);
  }

  /** The answer in words beside the choices: in place of a single choice, or one more of several. */
  sayOther(text: string): void {
    const index = this.wordsIndex ?? (this.repeats ? this.#room() : 0);
    if (index !== undefined) this.form.typeText(this.node, index, text);
  }

  /** A code was chosen by key: on to the next item, or to the next code of this one. */
  afterChoice(): void {
    if (this.repeats) this.focus();
    else this.context.advance(this.node);
  }

  #yesOrNo(): readonly AnswerOption[] {
    const text = this.words.of(questionnaireMessages);
    return [true, false].map((valueBoolean) => ({
      value: { valueBoolean },
      label: valueBoolean ? text.yes : text.no,
      prefix: undefined,
      exclusive: false,
      score: undefined,
    }));
  }

  #slotOf(value: AnswerValue): number {
    return this.node.answers.findIndex((slot) => slot.value !== undefined && sameAnswer(slot.value, value));
  }

  /** Puts an answer where there is room: an empty place, or a new one. */
  #choose(value: AnswerValue): void {
    const index = this.#room();
    if (index !== undefined) this.put(index, value);
  }

  #say(text: string): void {
    const index = this.#room();
    if (index === undefined) return;
    this.visited = true;
    this.codeSearch.forget();
    this.form.typeText(this.node, index, text);
    this.update();
  }

  #room(): number | undefined {
    const { answers } = this.node;
    const empty = answers.findIndex(({ value, typed }) => value === undefined && (typed ?? "") === "");
    if (empty >= 0) return empty;
    const slot = this.form.addAnswer(this.node);
    return slot === undefined ? undefined : this.node.answers.indexOf(slot);
  }

  async #find(text: string): Promise<Result<readonly FormCode[]>> {
    const { options } = this;
    const canonical = this.node.definition.item.answerValueSet;
    if (options.length === 0 && canonical !== undefined && this.context.lookup !== undefined)
      return this.context.lookup(canonical, text);
    const wanted = foldName(text);
    const found = options.flatMap(({ value: { valueCoding }, label }) => {
      const { code = "", system = "" } = valueCoding ?? {};
      return foldName(`${code} ${label}`).includes(wanted) ? [{ system, code, display: label }] : [];
    });
    return { ok: true, value: found.slice(0, FOUND) };
  }
}
