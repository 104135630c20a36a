import type { FormDefinition } from "../definition/compile-form.ts";
import { type Dependencies, UNKNOWN_RANK } from "../definition/dependencies.ts";
import type { ItemDefinition } from "../definition/item-definition.ts";
import type { FormProblemCode } from "../messages/form-messages.ts";
import type { AnswerValue } from "../questionnaire/data-types.ts";
import { isSameValue } from "./answer-types.ts";
import { isWanted } from "./enable-when.ts";
import type { Expressions } from "./expressions.ts";
import { type AnswerSource, CHANGE } from "./form-node.ts";
import { type Instances, nodesInScope } from "./scope.ts";
import type { Slot, StateNode } from "./state-node.ts";

/**
 * Calculations of unknown sources settle in as many rounds as there are of them, or never. Each round computes all of
 * them over the whole response: so many that depend on one another in the wrong order are taken for a circle.
 */
const MOST_ROUNDS = 60;
const SPARE_ROUNDS = 10;

export interface Recalculated {
  readonly form: FormDefinition;
  readonly dependencies: Dependencies;
  readonly instances: Instances;
  touch(node: StateNode, changes: number): void;
  changed(node: StateNode, changes: number): void;
  insert(node: StateNode): Slot;
  forget(nodes: readonly StateNode[]): void;
  report(code: FormProblemCode, item: ItemDefinition): void;
}

/** Brings up to date what depends on changed answers, and nothing else. */
export class Recalculation {
  readonly #dirty = new Set<StateNode>();
  /** The dirty nodes while they are evaluated, the next one last. */
  #queue: StateNode[] | undefined;
  readonly #core: Recalculated;
  /** Calculations that turned out to feed themselves. */
  readonly #uncalculated = new Set<ItemDefinition>();
  expressions: Expressions | undefined;
  /** Whether expressions are on their way: until then their conditions hide. */
  isWaiting = false;

  constructor(core: Recalculated) {
    this.#core = core;
  }

  /** An answer of this node came, went or changed, or counts no longer since the node is not shown. */
  answersChanged(node: StateNode): void {
    const { dependencies, instances } = this.#core;
    const { readers, computed, watchers, readAnything, watchAnything } = dependencies;
    const { index } = node.definition;
    this.expressions?.forget(node);
    for (const reader of readers.get(index) ?? []) {
      for (const dependent of nodesInScope(instances, reader, node)) this.mark(dependent);
    }
    for (const readersOfAll of [computed.get(index), readAnything]) {
      for (const reader of readersOfAll ?? []) {
        for (const dependent of instances[reader.index] ?? []) this.mark(dependent);
      }
    }
    for (const watchersOfAll of [watchers.get(index), watchAnything]) {
      for (const watcher of watchersOfAll ?? []) {
        for (const dependent of instances[watcher.index] ?? []) this.#core.touch(dependent, 0);
      }
    }
  }

  /** To be evaluated when the batch ends. */
  mark(node: StateNode): void {
    if (this.#dirty.has(node)) return;
    this.#dirty.add(node);
    if (this.#queue) this.#insert(node, this.#queue);
  }

  /** New nodes, and whoever reads them. */
  added(node: StateNode): void {
    this.mark(node);
    this.answersChanged(node);
    for (const child of node.children) this.added(child);
  }

  /** A node that is about to go, still in its place. */
  removed(node: StateNode): void {
    this.answersChanged(node);
    this.#dirty.delete(node);
  }

  /** Evaluates by rising rank, so that each node finds what it reads up to date and is looked at once. */
  run(): void {
    const queue = [...this.#dirty].sort((a, b) => this.#rank(b) - this.#rank(a));
    this.#queue = queue;
    const { readAnything } = this.#core.dependencies;
    const unknown = readAnything.reduce(
      (sum, { index }) => sum + (this.#core.instances[index]?.length ?? 0),
      0,
    );
    const most = Math.min(unknown + SPARE_ROUNDS, MOST_ROUNDS);
    const rounds = new Map<StateNode, number>();
    for (let node = queue.pop(); node; node = queue.pop()) {
      if (!this.#dirty.delete(node) || node.isGone) continue;
      const round = (rounds.get(node) ?? 0) + 1;
      rounds.set(node, round);
      // What reads calculations of unknown sources is looked at after each of them, in each of their rounds.
      if (round > (this.#rank(node) === UNKNOWN_RANK ? most : most * (unknown + 1))) this.#giveUp(node);
      this.#evaluate(node);
    }
    this.#queue = undefined;
  }

  #rank({ definition }: StateNode): number {
    return this.#core.dependencies.rank(definition);
  }

  #evaluate(node: StateNode): void {
    const { hints } = node.definition;
    node.condition = isWanted(node, this.#core) && this.#isExpressionWanted(node);
    this.#inherit(node);
    if (hints.calculated && !node.overridden) this.#calculate(node);
    if (hints.answerExpression && this.expressions) this.#core.touch(node, CHANGE.options);
  }

  /** What cannot be calculated is entered by hand, and what was calculated before is not left to stand for it. */
  #calculate(node: StateNode): void {
    const { definition } = node;
    const isCircular =
      this.#core.dependencies.uncalculated.has(definition) || this.#uncalculated.has(definition);
    const values = isCircular ? undefined : this.expressions?.calculated(node);
    const isByHand = values === undefined && !this.isWaiting;
    // Where the library could not be loaded, what a draft brought is true until something changes.
    const isStale = isByHand && (node.isByHand || this.expressions !== undefined);
    this.#core.touch(node, isByHand === node.isByHand ? 0 : CHANGE.answers);
    node.isByHand = isByHand;
    if (values) this.assign(node, values, "calculated");
    else if (isStale && node.answers.some(({ source }) => source === "calculated")) this.assign(node, []);
  }

  #isExpressionWanted(node: StateNode): boolean {
    if (!node.definition.hints.enableWhenExpression || this.#uncalculated.has(node.definition)) return true;
    return this.expressions ? this.expressions.isWanted(node) : !this.isWaiting;
  }

  /** Puts values that no person gave in place of all that is there. */
  assign(node: StateNode, values: readonly AnswerValue[], source?: AnswerSource): void {
    const wanted = node.definition.repeats ? values : values.slice(0, 1);
    const { answers } = node;
    const isSame =
      answers.length === Math.max(1, wanted.length) &&
      answers.every(({ value }, place) => isSameValue(value, wanted[place]));
    if (isSame) {
      for (const slot of answers) if (slot.value) slot.source = source;
      return;
    }
    while (answers.length < wanted.length) this.#core.insert(node);
    const gone = answers.splice(Math.max(1, wanted.length));
    for (const slot of gone) this.#core.forget(slot.children);
    for (const [place, slot] of answers.entries()) {
      const value = wanted[place];
      slot.set(value);
      slot.source = value && source;
    }
    this.#core.changed(node, gone.length > 0 ? CHANGE.answers | CHANGE.children : CHANGE.answers);
  }

  /** Once, where nothing is answered: what an initialExpression gives. */
  initialise(node: StateNode): void {
    if (!node.definition.hints.initialExpression || node.answers.some(({ isEmpty }) => !isEmpty)) return;
    if (this.expressions) this.assign(node, this.expressions.initial(node), "initial");
  }

  #inherit(node: StateNode): void {
    const enabled = node.condition && (node.parent?.enabled ?? true);
    if (enabled === node.enabled) return;
    node.enabled = enabled;
    this.#core.changed(node, CHANGE.enabled);
    for (const child of node.children) this.#inherit(child);
  }

  #giveUp(node: StateNode): void {
    const { definition } = node;
    const { calculated, enableWhenExpression } = definition.hints;
    if (this.#uncalculated.has(definition) || !(calculated || enableWhenExpression)) return;
    this.#uncalculated.add(definition);
    this.#core.report("calculation-cycle", definition);
  }

  /** Keeps the queue in falling order of rank. */
  #insert(node: StateNode, queue: StateNode[]): void {
    const rank = this.#rank(node);
    let [from, to] = [0, queue.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      const other = queue[middle];
      if (other && this.#rank(other) > rank) from = middle + 1;
      else to = middle;
    }
    queue.splice(from, 0, node);
  }
}
