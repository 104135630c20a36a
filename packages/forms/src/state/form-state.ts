import { type Language, type Result, success } from "@cadre-care/domain/page";
import type { FormDefinition } from "../definition/compile-form.ts";
import { type FormProblemCode, formProblem } from "../messages/form-messages.ts";
import type { AnswerValue, Coding } from "../questionnaire/data-types.ts";
import type { QuestionnaireResponse, ResponseItem, ResponseStatus } from "../response/response.ts";
import { responseOf } from "../response/to-response.ts";
import { editableText, formatValue } from "../text/format-value.ts";
import { parseTyped } from "../text/parse-typed.ts";
import { translated } from "../text/translate.ts";
import { NodeBuilder, soleValue } from "./build-nodes.ts";
import { type AnswerSource, CHANGE, type FormIssue, type FormNode } from "./form-node.ts";
import { type OptionList, optionsOf } from "./options.ts";
import { Recalculation } from "./recalculation.ts";
import type { Slot, StateNode } from "./state-node.ts";
import { validateNode } from "./validate-node.ts";
import { ValueSets } from "./value-sets.ts";

/** An answer that is there before anybody types: shown as such until it is confirmed. */
export interface PrefilledAnswer {
  readonly linkId: string;
  readonly value: AnswerValue;
  readonly source: AnswerSource;
}

export interface FormOptions {
  /** A draft, or a response to look at or amend. Initial and prefilled values are not applied to it again. */
  readonly response?: QuestionnaireResponse;
  readonly prefilled?: readonly PrefilledAnswer[];
  /** FHIR resources by the name that launchContext gives them: patient, encounter, user and so on. */
  readonly launchContext?: Readonly<Record<string, unknown>>;
  /** ValueSets with an expansion, as JSON. */
  readonly valueSets?: readonly unknown[];
  readonly language?: Language;
}

/** An issue and the node that it is about; without a node it is about the form. */
export interface PlacedIssue extends FormIssue {
  readonly node?: FormNode;
}

/** The nodes that changed in one batch, each with its bits of `CHANGE`. */
export type FormListener = (changed: ReadonlyMap<FormNode, number>) => void;

const refuse = (code: FormProblemCode): Result<never> => ({ ok: false, problem: formProblem(code) });

/**
 * A form being filled. Nodes are objects that stay the same and change in place; who draws one subscribes to it and
 * is told after each batch. A change costs what depends on it, not the length of the form.
 */
export class FormState {
  readonly #instances: StateNode[][];
  readonly #byKey = new Map<string, StateNode>();
  readonly #builder: NodeBuilder;
  readonly #recalculation: Recalculation;
  readonly #valueSets: ValueSets;
  readonly #touched = new Set<StateNode>();
  readonly #listeners = new Set<FormListener>();
  readonly #optionLists = new Map<unknown, OptionList>();
  readonly #roots: StateNode[];
  #language: Language;
  #depth = 0;
  #issues: readonly PlacedIssue[] | undefined;

  constructor(
    readonly definition: FormDefinition,
    options: FormOptions = {},
  ) {
    this.#language = options.language ?? "vi";
    this.#valueSets = new ValueSets(options.valueSets ?? []);
    this.#instances = definition.items.map(() => []);
    this.#builder = new NodeBuilder(this.#instances, this.#byKey, options.response === undefined);
    this.#recalculation = new Recalculation(definition, this.#instances, this.#touch);
    this.#roots = this.#builder.level(definition.roots, undefined, undefined, options.response?.item);
    if (!options.response) this.#prefill(options.prefilled ?? []);
    this.#builder.startsFresh = true;
    for (const node of this.#byKey.values()) this.#reread(node);
    for (const node of this.#roots) this.#recalculation.added(node);
    this.#recalculation.run();
    for (const node of this.#byKey.values()) {
      node.issues = validateNode(node);
      node.changes = 0;
    }
    this.#touched.clear();
  }

  /** The top level, in the order of the form. */
  get roots(): readonly FormNode[] {
    return this.#roots;
  }

  /** The node with this key: the linkId, where nothing repeats. */
  node(key: string): FormNode | undefined {
    return this.#byKey.get(key);
  }

  /** All nodes of an item: more than one where it, or something above it, repeats. */
  nodesOf(linkId: string): readonly FormNode[] {
    const definition = this.definition.byLinkId.get(linkId);
    return definition ? (this.#instances[definition.index] ?? []) : [];
  }

  get language(): Language {
    return this.#language;
  }

  /** Switches texts, options and formats. Every node is told. */
  set language(language: Language) {
    if (language === this.#language) return;
    this.#language = language;
    this.#optionLists.clear();
    this.batch(() => {
      for (const node of this.#byKey.values()) this.#touch(node, CHANGE.language);
    });
  }

  /** The question or heading in the language of the form. */
  text(node: FormNode): string {
    const { text, _text } = node.definition.item;
    return translated(text, _text, this.#language) ?? "";
  }

  prefix(node: FormNode): string | undefined {
    const { prefix, _prefix } = node.definition.item;
    return translated(prefix, _prefix, this.#language);
  }

  get title(): string {
    const { title, _title } = this.definition.questionnaire;
    return translated(title, _title, this.#language) ?? "";
  }

  options(node: FormNode): OptionList {
    const known = this.#optionLists.get(node.definition);
    if (known) return known;
    const list = optionsOf(node.definition, this.definition, this.#valueSets, this.#language);
    this.#optionLists.set(node.definition, list);
    return list;
  }

  /** Takes a ValueSet that arrived after the form was opened. Whether it is one. */
  addValueSet(json: unknown): boolean {
    if (!this.#valueSets.add(json)) return false;
    this.#optionLists.clear();
    this.batch(() => {
      for (const node of this.#byKey.values()) {
        if (node.definition.item.answerValueSet !== undefined) this.#touch(node, CHANGE.options);
      }
    });
    return true;
  }

  /** What an input shows: what was typed, or else the value in the language of the form. */
  inputText(at: FormNode | string, index = 0): string {
    const slot = this.#own(at)?.answers[index];
    return slot?.typed ?? (slot?.value ? editableText(slot.value, this.#language) : "");
  }

  /** The answer as people read it, with its unit. */
  displayText(at: FormNode | string, index = 0): string {
    const slot = this.#own(at)?.answers[index];
    return slot?.value ? formatValue(slot.value, this.#language) : (slot?.typed ?? "");
  }

  /** Gives an answer, or takes it away with undefined. */
  setAnswer(at: FormNode | string, index: number, value: AnswerValue | undefined): Result<void> {
    return this.#change(at, index, (node, slot) => {
      slot.value = value && soleValue(value);
      slot.typed = undefined;
      slot.problem = undefined;
      slot.cleaned = false;
      this.#answered(node, slot);
    });
  }

  /** Takes text as it was typed or pasted. What cannot be read stays in the input, with an issue. */
  typeText(at: FormNode | string, index: number, raw: string, unit?: Coding): Result<void> {
    return this.#change(at, index, (node, slot) => {
      this.#read(node, slot, raw, unit);
      this.#answered(node, slot);
    });
  }

  /** Shows the value instead of what was typed, where it could be read: for when the input is left. */
  tidy(at: FormNode | string, index = 0): void {
    const node = this.#own(at);
    const slot = node?.answers[index];
    if (!node || slot?.typed === undefined || slot.problem) return;
    this.batch(() => {
      slot.typed = undefined;
      this.#touch(node, CHANGE.answers);
    });
  }

  /** A person has looked at what was filled in before, and it is right. */
  confirm(at: FormNode | string): void {
    const node = this.#own(at);
    if (!node) return;
    this.batch(() => {
      for (const slot of node.answers) if (slot.source !== "calculated") slot.source = undefined;
      this.#touch(node, CHANGE.answers);
    });
  }

  /** Whether another repeat of this group or answer of this question may be added. */
  canAdd(node: FormNode): boolean {
    const { repeats, hints, item } = node.definition;
    if (!repeats || item.readOnly) return false;
    return hints.maxOccurs === undefined || this.#count(node) < hints.maxOccurs;
  }

  /** Whether this repeat of a group, or one answer of a question, may be removed. */
  canRemove(node: FormNode): boolean {
    const { repeats, hints, item } = node.definition;
    return repeats && item.readOnly !== true && this.#count(node) > Math.max(1, hints.minOccurs ?? 0);
  }

  /** A further, empty answer at the end of a repeating question. Its slot, or undefined where none may be added. */
  addAnswer(at: FormNode | string): FormNode["answers"][number] | undefined {
    const node = this.#own(at);
    if (!node?.definition.isQuestion || !this.canAdd(node)) return undefined;
    return this.batch(() => {
      const slot = this.#builder.slot(node);
      for (const child of slot.children) this.#recalculation.added(child);
      this.#changed(node, CHANGE.children);
      return slot;
    });
  }

  /** Removes one answer with all under it; the last one is emptied instead. */
  removeAnswer(at: FormNode | string, index: number): void {
    const node = this.#own(at);
    const slot = node?.answers[index];
    if (!node || !slot || node.definition.item.readOnly) return;
    this.batch(() => {
      this.#forget(slot.children);
      node.answers.splice(index, 1);
      if (node.answers.length === 0) this.#builder.slot(node);
      for (const child of node.children) this.#recalculation.added(child);
      this.#changed(node, CHANGE.children);
    });
  }

  /** A further repeat of a group, after its last. Undefined where none may be added. */
  addGroup(at: FormNode | string): FormNode | undefined {
    const node = this.#own(at);
    if (node?.definition.type !== "group" || !this.canAdd(node)) return undefined;
    return this.batch(() => {
      const list = this.#listOf(node);
      const added = this.#builder.node(node.definition, node.parent, node.holder, []);
      const last = list.findLastIndex(({ definition }) => definition === node.definition);
      list.splice(last + 1, 0, added);
      this.#recalculation.added(added);
      this.#validateNew(added);
      this.#restructured(node.parent);
      return added;
    });
  }

  /** Removes a repeat of a group; the last one is made new instead. */
  removeGroup(at: FormNode | string): void {
    const node = this.#own(at);
    if (node?.definition.type !== "group" || !node.definition.repeats || node.definition.item.readOnly)
      return;
    this.batch(() => {
      const list = this.#listOf(node);
      const index = list.indexOf(node);
      this.#forget([node]);
      list.splice(index, 1);
      if (!list.some(({ definition }) => definition === node.definition)) {
        const fresh = this.#builder.node(node.definition, node.parent, node.holder, []);
        list.splice(index, 0, fresh);
        this.#recalculation.added(fresh);
        this.#validateNew(fresh);
      }
      this.#restructured(node.parent);
    });
  }

  /** Several changes as one: listeners are told once, at the end. */
  batch<Value>(change: () => Value): Value {
    this.#depth++;
    try {
      return change();
    } finally {
      this.#depth--;
      if (this.#depth === 0) this.#flush();
    }
  }

  /** Told once after each batch. Returns what ends it. A change of structure at the top level has an empty map. */
  subscribe(listener: FormListener): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  /** All issues in the order of the form: those of the form itself first. */
  get issues(): readonly PlacedIssue[] {
    this.#issues ??= this.#collectIssues();
    return this.#issues;
  }

  /** Items of the response that the form does not have. Drafts keep them. */
  get leftOver(): readonly ResponseItem[] {
    return this.#builder.leftOver;
  }

  toResponse(status: ResponseStatus): QuestionnaireResponse {
    return responseOf(this.definition, this.#roots, this.leftOver, status);
  }

  /** Nobody is told of anything any more. */
  dispose(): void {
    this.#listeners.clear();
    for (const node of this.#byKey.values()) node.dispose();
  }

  #own(at: FormNode | string): StateNode | undefined {
    return this.#byKey.get(typeof at === "string" ? at : at.key);
  }

  #count(node: FormNode): number {
    if (node.definition.type !== "group") return node.answers.length;
    const own = this.#own(node);
    return own ? this.#listOf(own).filter(({ definition }) => definition === node.definition).length : 0;
  }

  #listOf({ parent, holder }: StateNode): StateNode[] {
    return holder?.children ?? parent?.members ?? this.#roots;
  }

  readonly #touch = (node: StateNode, changes: number): void => {
    node.changes |= changes;
    this.#touched.add(node);
  };

  #change(at: FormNode | string, index: number, change: (node: StateNode, slot: Slot) => void): Result<void> {
    const node = this.#own(at);
    if (!node?.definition.isQuestion) return refuse("item-has-no-answers");
    if (node.definition.item.readOnly) return refuse("item-read-only");
    const slot = node.answers[index];
    if (!slot) return refuse("answer-not-there");
    this.batch(() => change(node, slot));
    return success(undefined);
  }

  #answered(node: StateNode, slot: Slot): void {
    slot.source = undefined;
    this.#changed(node, CHANGE.answers);
  }

  #changed(node: StateNode, changes: number): void {
    this.#touch(node, changes);
    this.#recalculation.answersChanged(node);
    for (let above = node.parent; above; above = above.parent) {
      if (above.definition.item.required) this.#touch(above, 0);
    }
  }

  #restructured(parent: StateNode | undefined): void {
    if (parent) this.#changed(parent, CHANGE.children);
  }

  #read(node: StateNode, slot: Slot, raw: string, unit?: Coding): void {
    const { result, text, cleaned } = parseTyped(raw, node.definition, unit);
    slot.typed = text;
    slot.value = result.ok ? result.value : undefined;
    slot.problem = result.ok ? undefined : result.problem;
    slot.cleaned = cleaned;
  }

  /** Typed text that a draft kept is read again, so that its issue is there again. */
  #reread(node: StateNode): void {
    for (const slot of node.answers) {
      if (slot.typed !== undefined && slot.value === undefined) this.#read(node, slot, slot.typed);
    }
  }

  #prefill(prefilled: readonly PrefilledAnswer[]): void {
    for (const { linkId, value, source } of prefilled) {
      const definition = this.definition.byLinkId.get(linkId);
      const node = definition && this.#instances[definition.index]?.[0];
      if (!node?.definition.isQuestion) continue;
      const empty = node.answers.find(({ isEmpty, source: from }) => isEmpty || from === "initial");
      const slot = empty ?? (node.definition.repeats ? this.#builder.slot(node) : undefined);
      if (!slot) continue;
      slot.value = soleValue(value);
      slot.source = source;
    }
  }

  #forget(nodes: readonly StateNode[]): void {
    for (const node of nodes) {
      this.#recalculation.answersChanged(node);
      this.#forget(node.children);
      this.#byKey.delete(node.key);
      const same = this.#instances[node.definition.index];
      same?.splice(same.indexOf(node), 1);
      this.#touched.delete(node);
    }
    this.#issues = undefined;
  }

  #validateNew(node: StateNode): void {
    this.#touch(node, 0);
    for (const child of node.children) this.#validateNew(child);
  }

  #flush(): void {
    this.#depth++;
    this.#recalculation.run();
    for (const node of this.#touched) {
      const issues = validateNode(node);
      if (issues.length === 0 && node.issues.length === 0) continue;
      node.issues = issues;
      node.changes |= CHANGE.issues;
      this.#issues = undefined;
    }
    this.#depth--;
    const changed = new Map<FormNode, number>();
    for (const node of this.#touched) {
      if (node.changes !== 0) changed.set(node, node.changes);
      node.changes = 0;
    }
    this.#touched.clear();
    for (const [node, changes] of changed) this.#own(node)?.tell(changes);
    for (const listener of [...this.#listeners]) listener(changed);
  }

  #collectIssues(): readonly PlacedIssue[] {
    const issues: PlacedIssue[] = [];
    for (const { problem, item } of this.definition.dependencies.problems) {
      const node = this.#instances[item.index]?.[0];
      issues.push({ ...problem, severity: "advisory", ...(node && { node }) });
    }
    const collect = (nodes: readonly StateNode[]): void => {
      for (const node of nodes) {
        for (const issue of node.issues) issues.push({ ...issue, node });
        collect(node.children);
      }
    };
    collect(this.#roots);
    return issues;
  }
}

/** Starts a form: empty, prefilled, or from a draft. */
export const startForm = (definition: FormDefinition, options: FormOptions = {}): FormState =>
  new FormState(definition, options);
