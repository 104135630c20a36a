import type { FormDefinition } from "../definition/compile-form.ts";
import { isWanted } from "./enable-when.ts";
import { CHANGE } from "./form-node.ts";
import { type Instances, nodesInScope } from "./scope.ts";
import type { StateNode } from "./state-node.ts";

/** Brings up to date what depends on changed answers, and nothing else. */
export class Recalculation {
  readonly #dirty = new Set<StateNode>();

  constructor(
    readonly form: FormDefinition,
    readonly instances: Instances,
    readonly touch: (node: StateNode, changes: number) => void,
  ) {}

  /** An answer of this node came, went or changed, or counts no longer since the node is not shown. */
  answersChanged(node: StateNode): void {
    for (const reader of this.form.dependencies.readers.get(node.definition.index) ?? []) {
      for (const dependent of nodesInScope(this.instances, reader, node)) this.#dirty.add(dependent);
    }
  }

  /** New nodes, and whoever reads them. */
  added(node: StateNode): void {
    this.#dirty.add(node);
    this.answersChanged(node);
    for (const child of node.children) this.added(child);
  }

  run(): void {
    const { rank } = this.form.dependencies;
    while (this.#dirty.size > 0) {
      const wave = [...this.#dirty].sort((a, b) => rank(a.definition) - rank(b.definition));
      for (const node of wave) {
        if (this.#dirty.delete(node)) this.#evaluate(node);
      }
    }
  }

  #evaluate(node: StateNode): void {
    node.condition = isWanted(node, this.form, this.instances);
    this.#inherit(node);
  }

  #inherit(node: StateNode): void {
    const enabled = node.condition && (node.parent?.enabled ?? true);
    if (enabled === node.enabled) return;
    node.enabled = enabled;
    this.touch(node, CHANGE.enabled);
    this.answersChanged(node);
    for (const child of node.children) this.#inherit(child);
  }
}
