import type { Problem } from "@cadre-care/domain/page";
import type { ItemDefinition } from "../definition/item-definition.ts";
import type { AnswerValue } from "../questionnaire/data-types.ts";
import type { AnswerSlot, AnswerSource, FormIssue, FormNode, NodeListener } from "./form-node.ts";

const NO_ISSUES: readonly FormIssue[] = [];
const NO_CHILDREN: readonly StateNode[] = [];

export class Slot implements AnswerSlot {
  value: AnswerValue | undefined;
  typed: string | undefined;
  /** Why what was typed is no answer. */
  problem: Problem | undefined;
  /** Whether control characters were taken out of what was typed. */
  cleaned = false;
  source: AnswerSource | undefined;
  /** What else a response said of this answer: ids and extensions of others. It goes with the answer. */
  kept: object | undefined;
  children: StateNode[] = [];

  constructor(readonly key: number) {}

  /** Puts a value, or none, in place of whatever was there or typed. */
  set(value: AnswerValue | undefined): void {
    this.value = value;
    this.typed = undefined;
    this.problem = undefined;
    this.cleaned = false;
    this.kept = undefined;
  }

  /** Whether nobody would miss it: no value, no text, nothing answered below. */
  get isEmpty(): boolean {
    return this.value === undefined && (this.typed === undefined || this.typed.trim() === "");
  }
}

/** The changeable side of `FormNode`; only the engine holds it as such. */
export class StateNode implements FormNode {
  /** Its own conditions, whatever stands above. */
  condition = true;
  enabled = true;
  overridden = false;
  /** Whether its calculation cannot be had: a person enters it. */
  isByHand = false;
  /** Whether it was taken out of the form. */
  isGone = false;
  issues: readonly FormIssue[] = NO_ISSUES;
  readonly answers: Slot[] = [];
  /** What else a response said of this item. */
  kept: object | undefined;
  /** Of a group. Those of a question are in its slots. */
  members: StateNode[] | undefined;
  /** Bits of `CHANGE` since the listeners were last told. */
  changes = 0;
  #listeners: Set<NodeListener> | undefined;

  constructor(
    readonly key: string,
    readonly definition: ItemDefinition,
    readonly parent: StateNode | undefined,
    /** The answer of the parent under which it stands, where the parent is a question. */
    readonly holder: Slot | undefined,
  ) {}

  get children(): readonly StateNode[] {
    if (this.members) return this.members;
    const [only] = this.answers;
    if (!only || this.definition.children.length === 0) return NO_CHILDREN;
    return this.answers.length === 1 ? only.children : this.answers.flatMap(({ children }) => children);
  }

  get readOnly(): boolean {
    return this.definition.item.readOnly === true && !this.isByHand && !this.overridden;
  }

  /** Whether anybody would be told. */
  get isListened(): boolean {
    return this.#listeners !== undefined;
  }

  subscribe(listener: NodeListener): () => void {
    this.#listeners ??= new Set();
    this.#listeners.add(listener);
    return () => {
      this.#listeners?.delete(listener);
    };
  }

  tell(changes: number): void {
    if (this.#listeners) for (const listener of [...this.#listeners]) listener(this, changes);
  }

  /** Nobody is told any more. */
  dispose(): void {
    this.#listeners = undefined;
  }
}
