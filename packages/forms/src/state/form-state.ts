import type { Result } from "@cadre-care/domain/page";
import type { FormDefinition } from "../definition/compile-form.ts";
import type { FormProblem } from "../definition/dependencies.ts";
import type { AnswerValue, Coding } from "../questionnaire/data-types.ts";
import type { QuestionnaireResponse, ResponseItem, ResponseStatus } from "../response/response.ts";
import { responseOf } from "../response/to-response.ts";
import { editableText, formatValue } from "../text/format-value.ts";
import { translated } from "../text/translate.ts";
import { confirm, insertAnswer, removeAnswer, setAnswer, tidy, toggle, typeText } from "./edit-answers.ts";
import { addGroup, canAdd, canRemove, removeGroup } from "./edit-repeats.ts";
import { FormCore, type FormListener, type PlacedIssue } from "./form-core.ts";
import { type AnswerSlot, CHANGE, type FormNode } from "./form-node.ts";
import type { OptionList } from "./options.ts";
import { begin, type FormOptions } from "./start.ts";
import { ValueSets } from "./value-sets.ts";

/**
 * A form being filled. Nodes are objects that stay the same and change in place; who draws one subscribes to it and
 * is told after each batch. A change costs what depends on it, not the length of the form.
 */
export class FormState {
  readonly #core: FormCore;
  /** Settles when patterns are checked and expressions computed; at once in a form without either. It never rejects. */
  readonly ready: Promise<void>;

  readonly #from: QuestionnaireResponse | undefined;

  constructor(
    readonly definition: FormDefinition,
    options: FormOptions = {},
  ) {
    this.#from = options.response;
    const valueSets = new ValueSets(options.valueSets ?? []);
    this.#core = new FormCore(definition, valueSets, options.language ?? "vi", options.response);
    this.ready = begin(this.#core, options);
  }

  /** The top level, in the order of the form. */
  get roots(): readonly FormNode[] {
    return this.#core.roots;
  }

  /** The node with this key: the linkId, where nothing repeats. */
  node(key: string): FormNode | undefined {
    return this.#core.byKey.get(key);
  }

  /** All nodes of an item: more than one where it, or something above it, repeats. */
  nodesOf(linkId: string): readonly FormNode[] {
    const definition = this.definition.byLinkId.get(linkId);
    return definition ? (this.#core.instances[definition.index] ?? []) : [];
  }

  get language(): string {
    return this.#core.language;
  }

  /** Switches texts, options and formats. Every node is told. */
  set language(language: string) {
    if (language === this.#core.language) return;
    this.#core.language = language;
    this.#core.forgetOptions();
    this.batch(() => {
      for (const node of this.#core.byKey.values()) this.#core.touch(node, CHANGE.language);
    });
  }

  /** The question or heading in the language of the form. */
  text(node: FormNode): string {
    const { text, _text } = node.definition.item;
    return translated(text, _text, this.language) ?? "";
  }

  prefix(node: FormNode): string | undefined {
    const { prefix, _prefix } = node.definition.item;
    return translated(prefix, _prefix, this.language);
  }

  get title(): string {
    const { title, _title } = this.definition.questionnaire;
    return translated(title, _title, this.language) ?? "";
  }

  options(node: FormNode): OptionList {
    return this.#core.options(node);
  }

  /** Takes a ValueSet that arrived after the form was opened. Whether it is one. */
  addValueSet(json: unknown): boolean {
    if (!this.#core.valueSets.add(json)) return false;
    this.#core.forgetOptions();
    this.batch(() => {
      for (const node of this.#core.byKey.values()) {
        if (node.definition.item.answerValueSet !== undefined) this.#core.touch(node, CHANGE.options);
      }
    });
    return true;
  }

  /** What an input shows: what was typed, or else the value in the language of the form. */
  inputText(at: FormNode | string, index = 0): string {
    const slot = this.#core.own(at)?.answers[index];
    return slot?.typed ?? (slot?.value ? editableText(slot.value, this.language) : "");
  }

  /** The answer as people read it, with its unit. */
  displayText(at: FormNode | string, index = 0): string {
    const node = this.#core.own(at);
    const slot = node?.answers[index];
    return node && slot?.value
      ? (this.#core.labelOf(node, slot.value) ?? formatValue(slot.value, this.language))
      : (slot?.typed ?? "");
  }

  /** Gives an answer, or takes it away with undefined. */
  setAnswer(at: FormNode | string, index: number, value: AnswerValue | undefined): Result<void> {
    return setAnswer(this.#core, at, index, value);
  }

  /** Takes text as it was typed or pasted. What cannot be read stays in the input, with an issue. */
  typeText(at: FormNode | string, index: number, raw: string, unit?: Coding): Result<void> {
    return typeText(this.#core, at, index, raw, unit);
  }

  /** Chooses an option or unchooses it, minding options that exclude others. */
  toggle(at: FormNode | string, value: AnswerValue): Result<void> {
    return toggle(this.#core, at, value);
  }

  /** Shows the value instead of what was typed, where it could be read: for when the input is left. */
  tidy(at: FormNode | string, index = 0): void {
    tidy(this.#core, at, index);
  }

  /** A person has looked at what was filled in before, and it is right. */
  confirm(at: FormNode | string): void {
    confirm(this.#core, at);
  }

  /** Whether another repeat of this group or answer of this question may be added. */
  canAdd(node: FormNode): boolean {
    return canAdd(this.#core, node);
  }

  /** Whether this repeat of a group, or one answer of a question, may be removed. */
  canRemove(node: FormNode): boolean {
    return canRemove(this.#core, node);
  }

  /** A further, empty answer at the end of a repeating question. Undefined where none may be added. */
  addAnswer(at: FormNode | string): AnswerSlot | undefined {
    const node = this.#core.own(at);
    return node?.definition.isQuestion && canAdd(this.#core, node)
      ? insertAnswer(this.#core, node)
      : undefined;
  }

  /** Removes one answer with all under it; the last one is emptied instead. */
  removeAnswer(at: FormNode | string, index: number): void {
    removeAnswer(this.#core, at, index);
  }

  /** A further repeat of a group, after its last. Undefined where none may be added. */
  addGroup(at: FormNode | string): FormNode | undefined {
    return addGroup(this.#core, at);
  }

  /** Removes a repeat of a group; the last one is made new instead. */
  removeGroup(at: FormNode | string): void {
    removeGroup(this.#core, at);
  }

  /** Several changes as one: listeners are told once, at the end. */
  batch<Value>(change: () => Value): Value {
    return this.#core.batch(change);
  }

  /** Told once after each batch, of structure at the top level too (with no node for it). Returns what ends it. */
  subscribe(listener: FormListener): () => void {
    this.#core.listeners.add(listener);
    return () => {
      this.#core.listeners.delete(listener);
    };
  }

  /** All issues in the order of the form: those of the form itself first. */
  get issues(): readonly PlacedIssue[] {
    return this.#core.issues;
  }

  /** What is wrong with the form itself, found when it was read or while it is filled. They are among the issues too. */
  get problems(): readonly FormProblem[] {
    return this.#core.problems;
  }

  /** Items of the response that the form does not have. Drafts keep them. */
  get leftOver(): readonly ResponseItem[] {
    return this.#core.builder.leftOver;
  }

  toResponse(status: ResponseStatus): QuestionnaireResponse {
    return responseOf(this.definition, this.#core.roots, this.leftOver, status, this.#from);
  }

  /** Nobody is told of anything any more. */
  dispose(): void {
    this.#core.isDisposed = true;
    this.#core.listeners.clear();
    for (const node of this.#core.byKey.values()) node.dispose();
  }
}

/** Starts a form: empty, prefilled, or from a draft. */
export const startForm = (definition: FormDefinition, options: FormOptions = {}): FormState =>
  new FormState(definition, options);
