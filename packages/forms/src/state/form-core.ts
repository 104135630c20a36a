import type { FormDefinition } from "../definition/compile-form.ts";
import type { FormProblem } from "../definition/dependencies.ts";
import type { ItemDefinition } from "../definition/item-definition.ts";
import { type FormProblemCode, formProblem, type MessageValue } from "../messages/form-messages.ts";
import type { AnswerValue } from "../questionnaire/data-types.ts";
import type { QuestionnaireResponse } from "../response/response.ts";
import { isSameValue } from "./answer-types.ts";
import { MOST_REPEATS, NodeBuilder } from "./build-nodes.ts";
import type { Expressions } from "./expressions.ts";
import { CHANGE, type FormIssue, type FormNode } from "./form-node.ts";
import { type OptionList, optionsOf } from "./options.ts";
import { Recalculation } from "./recalculation.ts";
import type { Slot, StateNode } from "./state-node.ts";
import { validateNode } from "./validate-node.ts";
import type { ValueSets } from "./value-sets.ts";

/** The nodes that changed in one batch, each with its bits of `CHANGE`. */
export type FormListener = (changed: ReadonlyMap<FormNode, number>) => void;

/** An issue and the node that it is about; without a node it is about the form. */
export interface PlacedIssue extends FormIssue {
  readonly node?: FormNode;
}

/** What the parts of the engine share: the nodes, who is told of changes, and what has to be brought up to date. */
export class FormCore {
  readonly instances: StateNode[][];
  readonly byKey = new Map<string, StateNode>();
  readonly builder: NodeBuilder;
  readonly roots: StateNode[];
  readonly recalculation: Recalculation;
  readonly listeners = new Set<FormListener>();
  /** What showed while the form was filled, by code and item: each is said once. */
  readonly #reports = new Map<string, FormProblem>();
  isDisposed = false;
  #brokenRules: readonly PlacedIssue[] = [];
  readonly #touched = new Set<StateNode>();
  readonly #optionLists = new Map<ItemDefinition, OptionList>();
  #depth = 0;
  #issues: readonly PlacedIssue[] | undefined;

  constructor(
    readonly form: FormDefinition,
    readonly valueSets: ValueSets,
    public language: string,
    response: QuestionnaireResponse | undefined,
  ) {
    this.instances = form.items.map(() => []);
    this.builder = new NodeBuilder(
      form,
      this.instances,
      this.byKey,
      (group) => this.report("too-many-repeats", group, MOST_REPEATS),
      response === undefined,
    );
    this.recalculation = new Recalculation(this);
    this.roots = this.builder.level(form.roots, undefined, undefined, response?.item);
    this.builder.startsFresh = true;
  }

  get expressions(): Expressions | undefined {
    return this.recalculation.expressions;
  }

  own(at: FormNode | string): StateNode | undefined {
    const node = this.byKey.get(typeof at === "string" ? at : at.key);
    return typeof at === "string" || node === at ? node : undefined;
  }

  /** The list in which a node stands beside its siblings. */
  siblings({ parent, holder }: StateNode): StateNode[] {
    return holder?.children ?? parent?.members ?? this.roots;
  }

  options(node: FormNode): OptionList {
    const own = this.own(node);
    const computed = own && this.expressions?.optionsOf(own);
    if (computed) return computed;
    const known = this.#optionLists.get(node.definition);
    if (known) return known;
    const list = optionsOf(node.definition, this.form, this.valueSets, this.language);
    this.#optionLists.set(node.definition, list);
    return list;
  }

  lacksOptions({ definition }: FormNode): boolean {
    const { answerOption, answerValueSet } = definition.item;
    if (answerOption || answerValueSet === undefined) return false;
    return this.valueSets.expansion(answerValueSet, this.form) === undefined;
  }

  /** What the option list calls this answer, in the language of the form. */
  labelOf(node: FormNode, value: AnswerValue): string | undefined {
    const { answerOption, answerValueSet } = node.definition.item;
    if (!answerOption && answerValueSet === undefined) return undefined;
    return this.options(node).options.find((option) => isSameValue(option.value, value))?.label;
  }

  forgetOptions(): void {
    this.#optionLists.clear();
  }

  readonly touch = (node: StateNode, changes: number): void => {
    if (node.isGone) return;
    node.changes |= changes;
    this.#touched.add(node);
  };

  /** The answers of a node changed: whoever depends on them is looked at again when the batch ends. */
  changed(node: StateNode, changes: number): void {
    this.touch(node, changes);
    this.recalculation.answersChanged(node);
    for (let above = node.parent; above; above = above.parent) {
      if (above.definition.item.required || above.definition.hints.constraints) this.touch(above, 0);
    }
  }

  added(node: StateNode): void {
    this.recalculation.added(node);
    this.#begin(node);
  }

  /** A further place for an answer, with what is nested under it. */
  insert(node: StateNode): Slot {
    const slot = this.builder.slot(node);
    for (const child of slot.children) this.added(child);
    this.touch(node, CHANGE.children);
    return slot;
  }

  /** Takes nodes out of the form, with all under them. */
  forget(nodes: readonly StateNode[]): void {
    for (const node of nodes) {
      this.recalculation.removed(node);
      this.forget(node.children);
      this.byKey.delete(node.key);
      node.isGone = true;
      const same = this.instances[node.definition.index];
      same?.splice(same.indexOf(node), 1);
      this.#touched.delete(node);
    }
    this.#issues = undefined;
  }

  batch<Value>(change: () => Value): Value {
    this.#depth++;
    try {
      return change();
    } finally {
      if (this.#depth === 1) this.#update();
      this.#depth--;
      if (this.#depth === 0) this.#tell();
    }
  }

  get problems(): readonly FormProblem[] {
    return [...this.form.dependencies.problems, ...this.#reports.values()];
  }

  get issues(): readonly PlacedIssue[] {
    this.#issues ??= this.#collectIssues();
    return this.#issues;
  }

  /** Says something of the form as a whole, or of an item wherever it stands, by its name. */
  report(code: FormProblemCode, item?: ItemDefinition, ...values: readonly MessageValue[]): void {
    const names = item ? [item.item.text ?? item.linkId] : [];
    this.#reports.set(`${code} ${item?.index}`, { problem: formProblem(code, ...names, ...values), item });
    this.#issues = undefined;
  }

  #begin(node: StateNode): void {
    this.touch(node, 0);
    this.recalculation.initialise(node);
    for (const child of node.children) this.#begin(child);
  }

  #update(): void {
    this.recalculation.run();
    for (const node of this.#touched) {
      const issues = validateNode(node, this);
      if (issues.length === 0 && node.issues.length === 0) continue;
      node.issues = issues;
      node.changes |= CHANGE.issues;
      this.#issues = undefined;
    }
    if (this.expressions && this.form.hints.constraints) {
      this.#brokenRules = this.expressions.formIssues();
      this.#issues = undefined;
    }
  }

  #tell(): void {
    const changed = new Map<FormNode, number>();
    const told: [StateNode, number][] = [];
    for (const node of this.#touched) {
      if (node.changes === 0) continue;
      changed.set(node, node.changes);
      if (node.isListened) told.push([node, node.changes]);
      node.changes = 0;
    }
    this.#touched.clear();
    for (const [node, changes] of told) node.tell(changes);
    for (const listener of [...this.listeners]) listener(changed);
  }

  #collectIssues(): readonly PlacedIssue[] {
    const issues: PlacedIssue[] = [...this.#brokenRules];
    for (const { problem, item } of this.problems) {
      const node = item && this.instances[item.index]?.[0];
      issues.push({ ...problem, severity: "advisory", ...(node && { node }) });
    }
    const collect = (nodes: readonly StateNode[]): void => {
      for (const node of nodes) {
        for (const issue of node.issues) issues.push({ ...issue, node });
        collect(node.children);
      }
    };
    collect(this.roots);
    return issues;
  }
}
