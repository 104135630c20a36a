import type { ItemDefinition } from "../definition/item-definition.ts";
import type { Slot, StateNode } from "./state-node.ts";

/** All nodes of each item, by the index of its definition. */
export type Instances = readonly (readonly StateNode[])[];

const isAtOrAbove = (one: ItemDefinition, other: ItemDefinition): boolean => {
  for (let at: ItemDefinition | undefined = other; at; at = at.parent) if (at === one) return true;
  return false;
};

const pathBetween = (above: ItemDefinition, below: ItemDefinition): readonly ItemDefinition[] => {
  const path: ItemDefinition[] = [];
  for (let at: ItemDefinition | undefined = below; at && at !== above; at = at.parent) path.unshift(at);
  return path;
};

/**
 * The nodes of `target` that `from` means: those under the nearest repeat that both stand in. It works both ways:
 * `from` is among the nodes that each of the found ones means.
 */
export const nodesInScope = (
  instances: Instances,
  target: ItemDefinition,
  from: StateNode,
): readonly StateNode[] => {
  const all = instances[target.index] ?? [];
  if (all.length <= 1) return all;
  let slot: Slot | undefined;
  for (let at: StateNode | undefined = from; at; slot = at.holder, at = at.parent) {
    if (!isAtOrAbove(at.definition, target)) continue;
    const start = slot ? slot.children : at.children;
    const [first, ...rest] = pathBetween(at.definition, target);
    if (!first) return [at];
    let found = start.filter(({ definition }) => definition === first);
    for (const step of rest) {
      found = found.flatMap(({ children }) => children.filter(({ definition }) => definition === step));
    }
    return found;
  }
  return all;
};
