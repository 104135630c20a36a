import type { FormCode, Result } from "@cadre-care/domain";
import { foldName } from "@cadre-care/domain/page";
import {
  type AnswerOption,
  type AnswerValue,
  type Coding,
  type FormIssue,
  type FormNode,
  formatValue,
  unitsOf,
} from "@cadre-care/forms";
import { render } from "lit";
import type { LanguageController } from "../language/language-controller.ts";
import { CodeSearch } from "./controls/code-search.ts";
import { typedIn } from "./controls/control.ts";
import type { FormContext } from "./form-context.ts";
import { type ItemKind, itemKind, widthOf } from "./item-kind.ts";
import { itemTemplate, rowTemplate } from "./item-template.ts";
import { questionnaireMessages } from "./questionnaire.messages.ts";
import { sameAnswer } from "./same-answer.ts";
import { isUnconfirmed } from "./unconfirmed.ts";

/** Codes of a list at hand that are offered for one text. */
const FOUND = 50;

/**
 * One item on the screen: what its control shows, and what becomes of what the user does. It draws itself into its
 * element, alone, and only when the engine says that something about it changed.
 */
export class ItemView {
  readonly element: HTMLElement;
  readonly id: string;
  kind: ItemKind;
  /** The user has been here: its problems may be said. */
  visited = false;
  fileProblem: string | undefined;
  #search: CodeSearch | undefined;
  #unit: Coding | undefined;

  constructor(
    readonly context: FormContext,
    readonly node: FormNode,
    /** It stands in a table, as a row. */
    readonly row: number | undefined,
  ) {
    this.id = context.newId();
    this.kind = itemKind(node, context.form);
    this.element = document.createElement(row === undefined ? "div" : "tr");
  }

  /** Draws what is true now. */
  update(): void {
    const { element, node, kind } = this;
    element.hidden = !node.enabled;
    const width = widthOf(kind, kind === "radio" ? this.options.length : 2);
    const state = `${this.invalid ? " wrong" : ""}${this.unconfirmed ? " unconfirmed" : ""}`;
    const className = `item ${width}${state}`;
    if (element.className !== className) element.className = className;
    render(this.row === undefined ? itemTemplate(this) : rowTemplate(this, this.row), element);
  }

  /** The language or the options changed: it may need another control. */
  renew(): void {
    this.kind = itemKind(this.node, this.context.form);
    this.update();
  }

  get words(): LanguageController {
    return this.context.words;
  }

  get prefix(): string | undefined {
    return this.context.form.prefix(this.node);
  }

  get question(): string {
    return this.context.form.text(this.node);
  }

  get label(): string {
    return this.prefix === undefined ? this.question : `${this.prefix} ${this.question}`;
  }

  get required(): boolean {
    return this.node.definition.item.required === true;
  }

  get repeats(): boolean {
    return this.node.definition.repeats;
  }

  get readOnly(): boolean {
    return this.node.definition.item.readOnly === true;
  }

  get upright(): boolean {
    return this.node.definition.hints.choiceOrientation === "vertical";
  }

  get entryFormat(): string | undefined {
    return this.node.definition.hints.entryFormat;
  }

  get mimeTypes(): readonly string[] {
    return this.node.definition.hints.mimeTypes ?? [];
  }

  get maxFileSize(): number | undefined {
    const { maxSize } = this.node.definition.hints;
    return maxSize === undefined ? undefined : maxSize * 1_000_000;
  }

  /** Answers that were there before anybody typed, and that nobody confirmed. */
  get unconfirmed(): boolean {
    return isUnconfirmed(this.node);
  }

  /** What is said of the item now: problems once it was visited or a submission was tried, advice at once. */
  get issues(): readonly FormIssue[] {
    const { issues } = this.node;
    if (issues.length === 0 || this.context.tried) return issues;
    return issues.filter(
      ({ severity, code }) => severity === "advisory" || (this.visited && code !== "required"),
    );
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

  textOf(index: number): string {
    return this.context.form.inputText(this.node, index);
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
    return this.kind === "boolean" ? this.#yesOrNo() : this.context.form.options(this.node).options;
  }

  /** Whether an answer in words is one too. */
  get open(): boolean {
    return this.context.form.options(this.node).open;
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

  /** Answers of an item that is searched, as text, with their codes where these mean something to people. */
  get chosenTexts(): readonly { readonly index: number; readonly text: string }[] {
    const coded = this.options.length === 0;
    return this.node.answers.flatMap(({ value, typed }, index) => {
      const text = value === undefined ? (typed ?? "") : formatValue(value, this.words.current);
      if (text === "") return [];
      const code = coded ? value?.valueCoding?.code : undefined;
      return [{ index, text: code === undefined || code === text ? text : `${code} · ${text}` }];
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

  readonly onInput =
    (index: number) =>
    (event: Event): void => {
      this.context.form.typeText(this.node, index, typedIn(event), this.#unit);
    };

  readonly onChange = (index: number) => (): void => {
    this.visited = true;
    this.context.form.tidy(this.node, index);
    this.update();
  };

  readonly onUnit =
    (index: number) =>
    ({ target }: Event): void => {
      if (!(target instanceof HTMLSelectElement)) return;
      this.#unit = this.unitOptions[Number(target.value)];
      const text = this.textOf(index);
      if (text !== "") this.context.form.typeText(this.node, index, text, this.#unit);
    };

  readonly onPick = (place: number) => (): void => this.pick(place);

  readonly onToggle = (place: number) => (): void => this.toggle(place);

  readonly onSelect =
    (index: number) =>
    ({ target }: Event): void => {
      if (target instanceof HTMLSelectElement) this.put(index, this.options[Number(target.value)]?.value);
    };

  readonly onRemove = (index: number) => (): void => {
    const { form } = this.context;
    form.removeAnswer(this.node, index);
    this.update();
    this.focus();
  };

  readonly onAdd = (): void => {
    const slot = this.context.form.addAnswer(this.node);
    if (slot !== undefined) this.focus(this.node.answers.indexOf(slot));
  };

  put(index: number, value: AnswerValue | undefined): void {
    this.context.form.setAnswer(this.node, index, value);
    this.update();
  }

  /** Chooses an option of a row; the chosen one is taken back. */
  pick(place: number): void {
    const value = this.options[place]?.value;
    if (value === undefined) return;
    this.put(0, this.chosenOptions.has(place) ? undefined : value);
  }

  /** Adds or takes away one of several. */
  toggle(place: number): void {
    const option = this.options[place];
    if (option === undefined) return;
    const { form } = this.context;
    const slot = this.#slotOf(option.value);
    if (slot >= 0) {
      form.removeAnswer(this.node, slot);
    } else {
      form.batch(() => {
        const exclusive =
          option.exclusive || this.options.some((one) => one.exclusive && this.#slotOf(one.value) >= 0);
        if (exclusive)
          for (let left = this.node.answers.length; left > 0; left -= 1) form.removeAnswer(this.node, 0);
        this.#choose(option.value);
      });
    }
    this.update();
  }

  /** Takes the choice back. */
  clear(): void {
    const { form } = this.context;
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
    if (index !== undefined) this.context.form.typeText(this.node, index, text);
  }

  /** A code was chosen by key: on to the next item, or to the next code of this one. */
  afterChoice(): void {
    if (this.repeats) this.focus();
    else this.context.advance(this.node);
  }

  sayOfFile(problem: string | undefined): void {
    this.fileProblem = problem;
    this.update();
  }

  /** Puts the focus on the control of one answer. */
  focus(index = 0): void {
    const control =
      this.element.querySelector<HTMLElement>("input[type=radio]:checked") ??
      this.element.querySelector<HTMLElement>(`#${this.idOf(index)}`) ??
      this.element.querySelector<HTMLElement>("input, select, textarea, button");
    control?.focus({ preventScroll: true });
    this.element.scrollIntoView({ block: "nearest" });
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
    this.context.form.typeText(this.node, index, text);
    this.update();
  }

  #room(): number | undefined {
    const { answers } = this.node;
    const empty = answers.findIndex(({ value, typed }) => value === undefined && (typed ?? "") === "");
    if (empty >= 0) return empty;
    const slot = this.context.form.addAnswer(this.node);
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
