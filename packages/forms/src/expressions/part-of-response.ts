import type { ItemDefinition } from "../definition/item-definition.ts";
import type { QuestionnaireResponse, ResponseAnswer, ResponseItem } from "../response/response.ts";
import type { StateNode } from "../state/state-node.ts";

/** The items that a part of the response has; all of them if undefined. */
export type Reach = ReadonlySet<ItemDefinition> | undefined;

/** Items and all above them: a path to an item leads through those. */
export const withAllAbove = (items: Iterable<ItemDefinition>): ReadonlySet<ItemDefinition> => {
  const reach = new Set<ItemDefinition>();
  for (const item of items) {
    for (let at: ItemDefinition | undefined = item; at && !reach.has(at); at = at.parent) reach.add(at);
  }
  return reach;
};

/** Items of the whole response that nothing changed since, by their nodes. */
export type KnownItems = WeakMap<StateNode, ResponseItem>;

const itemsOf = (nodes: readonly StateNode[], reach: Reach, known?: KnownItems): readonly ResponseItem[] => {
  const items: ResponseItem[] = [];
  for (const node of nodes) {
    if (!node.enabled || (reach && !reach.has(node.definition))) continue;
    const item = known?.get(node) ?? itemOf(node, reach, known);
    known?.set(node, item);
    if (item.answer || item.item) items.push(item);
  }
  return items;
};

/** One item as an expression sees it: shown and answered, no more. */
export const itemOf = (node: StateNode, reach: Reach, known?: KnownItems): ResponseItem => {
  const { linkId, type, item: source } = node.definition;
  const text = source.text === undefined ? {} : { text: source.text };
  if (type === "group") {
    const item = itemsOf(node.children, reach, known);
    return { linkId, ...text, ...(item.length > 0 && { item }) };
  }
  const answer: ResponseAnswer[] = [];
  for (const { value, children } of node.answers) {
    const item = itemsOf(children, reach, known);
    if (value || item.length > 0) answer.push({ ...value, ...(item.length > 0 && { item }) });
  }
  return { linkId, ...text, ...(answer.length > 0 && { answer }) };
};

/**
 * The response as an expression sees it. A part costs what the part holds, however long the form is; the whole, what
 * changed since it was made last.
 */
export const partOfResponse = (
  roots: readonly StateNode[],
  reach: Reach,
  known?: KnownItems,
): QuestionnaireResponse => {
  const item = itemsOf(roots, reach, known);
  return {
    resourceType: "QuestionnaireResponse",
    status: "in-progress",
    ...(item.length > 0 && { item }),
  };
};
