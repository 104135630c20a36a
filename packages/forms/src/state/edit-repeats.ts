import type { FormCore } from "./form-core.ts";
import { CHANGE, type FormNode } from "./form-node.ts";
import type { StateNode } from "./state-node.ts";

const countOf = (core: FormCore, node: FormNode): number => {
  if (node.definition.type !== "group") return node.answers.length;
  const own = core.own(node);
  return own ? core.siblings(own).filter(({ definition }) => definition === node.definition).length : 0;
};

export const canAdd = (core: FormCore, node: FormNode): boolean => {
  const { repeats, hints } = node.definition;
  if (!repeats || node.readOnly) return false;
  return hints.maxOccurs === undefined || countOf(core, node) < hints.maxOccurs;
};

export const canRemove = (core: FormCore, node: FormNode): boolean => {
  const { repeats, hints } = node.definition;
  return repeats && !node.readOnly && countOf(core, node) > Math.max(1, hints.minOccurs ?? 0);
};

const restructured = (core: FormCore, parent: StateNode | undefined): void => {
  if (parent) core.changed(parent, CHANGE.children);
};

export const addGroup = (core: FormCore, at: FormNode | string): FormNode | undefined => {
  const node = core.own(at);
  if (node?.definition.type !== "group" || !canAdd(core, node)) return undefined;
  return core.batch(() => {
    const list = core.siblings(node);
    const added = core.builder.node(node.definition, node.parent, node.holder, []);
    list.splice(list.findLastIndex(({ definition }) => definition === node.definition) + 1, 0, added);
    core.added(added);
    restructured(core, node.parent);
    return added;
  });
};

export const removeGroup = (core: FormCore, at: FormNode | string): void => {
  const node = core.own(at);
  if (node?.definition.type !== "group" || !node.definition.repeats || node.readOnly) return;
  core.batch(() => {
    const list = core.siblings(node);
    const index = list.indexOf(node);
    core.forget([node]);
    list.splice(index, 1);
    if (!list.some(({ definition }) => definition === node.definition)) {
      const fresh = core.builder.node(node.definition, node.parent, node.holder, []);
      list.splice(index, 0, fresh);
      core.added(fresh);
    }
    restructured(core, node.parent);
  });
};
