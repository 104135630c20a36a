import type { Problem } from "@cadre-care/domain/page";
import { formProblem } from "../messages/form-messages.ts";
import type { QuestionnaireItem } from "../questionnaire/questionnaire.ts";
import { componentsOf } from "./components.ts";
import type { ItemDefinition, ItemHints } from "./item-definition.ts";
import { mentionedLinkIds } from "./mentioned-link-ids.ts";

/** Who is looked at again when an answer changes, and in which order. */
export interface Dependencies {
  /** By index of the item that changed: the items whose condition or calculation reads it. */
  readonly readers: ReadonlyMap<number, readonly ItemDefinition[]>;
  /** Items with an expression whose sources cannot be told from its text: looked at after every change. */
  readonly readAnything: readonly ItemDefinition[];
  /** By index of the item that changed: the items whose constraints read it. */
  readonly watchers: ReadonlyMap<number, readonly ItemDefinition[]>;
  readonly watchAnything: readonly ItemDefinition[];
  /** Items are evaluated by rising rank; nothing depends on a higher rank, except inside a circle. */
  readonly rank: (item: ItemDefinition) => number;
  /** Whether `reader` and what makes `source` appear depend on each other: then the raw answer counts. */
  readonly isCircular: (reader: ItemDefinition, source: ItemDefinition) => boolean;
  /** Items whose calculation depends on itself: they are entered by hand. */
  readonly uncalculated: ReadonlySet<ItemDefinition>;
  /** Advisory problems of the form itself, each with the items that it is about. */
  readonly problems: readonly { readonly problem: Problem; readonly item: ItemDefinition }[];
}

export const isConditional = ({ item, hints }: ItemDefinition): boolean =>
  (item.enableWhen?.length ?? 0) > 0 || hints.enableWhenExpression !== undefined;

const expressionsOf = ({ hints }: ItemDefinition): readonly (string | undefined)[] => [
  hints.enableWhenExpression?.expression,
  hints.calculated?.expression,
  hints.answerExpression?.expression,
];

export const isReactive = (item: QuestionnaireItem, hints: ItemHints): boolean =>
  (item.enableWhen?.length ?? 0) > 0 ||
  hints.enableWhenExpression !== undefined ||
  hints.calculated !== undefined ||
  hints.answerExpression !== undefined;

interface Sources {
  readonly items: readonly ItemDefinition[];
  readonly anything: boolean;
}

const sourcesOf = (reader: ItemDefinition, byLinkId: ReadonlyMap<string, ItemDefinition>): Sources => {
  const linkIds = new Set(reader.item.enableWhen?.map(({ question }) => question));
  let anything = false;
  for (const expression of expressionsOf(reader)) {
    if (expression === undefined) continue;
    const mentioned = mentionedLinkIds(expression, reader);
    if (!mentioned) anything = true;
    for (const linkId of mentioned ?? []) linkIds.add(linkId);
  }
  return { items: [...linkIds].flatMap((linkId) => byLinkId.get(linkId) ?? []), anything };
};

/** What decides whether and with what `source` is answered: itself if calculated, and the conditions above it. */
const decidersOf = (source: ItemDefinition): readonly ItemDefinition[] => {
  const deciders: ItemDefinition[] = [];
  if (source.isReactive) deciders.push(source);
  for (let above = source.parent; above; above = above.parent) {
    if (isConditional(above)) deciders.push(above);
  }
  return deciders;
};

/** Reads the conditions and calculations of a form into a graph, in time linear in them. */
export const readDependencies = (
  items: readonly ItemDefinition[],
  byLinkId: ReadonlyMap<string, ItemDefinition>,
): Dependencies => {
  const readers = new Map<number, ItemDefinition[]>();
  const edges = new Map<number, number[]>();
  const readAnything: ItemDefinition[] = [];
  const problems: { problem: Problem; item: ItemDefinition }[] = [];
  for (const reader of items) {
    for (const { question } of reader.item.enableWhen ?? []) {
      if (!byLinkId.has(question)) {
        const problem = formProblem("condition-question-unknown", reader.linkId, question);
        problems.push({ problem, item: reader });
      }
    }
    if (!reader.isReactive) continue;
    const sources = sourcesOf(reader, byLinkId);
    if (sources.anything) readAnything.push(reader);
    const targets: number[] = [];
    edges.set(reader.index, targets);
    for (const source of sources.items) {
      const known = readers.get(source.index);
      if (known) known.push(reader);
      else readers.set(source.index, [reader]);
      for (const decider of decidersOf(source)) targets.push(decider.index);
    }
  }
  const component = componentsOf(edges);
  const inSameCircle = (one: number, other: number): boolean => {
    const circle = component.get(one);
    return circle !== undefined && circle === component.get(other);
  };
  const isCircular = (reader: ItemDefinition, source: ItemDefinition): boolean =>
    decidersOf(source).some((decider) => inSameCircle(reader.index, decider.index));
  const uncalculated = circularCalculations(items, edges, component, problems);
  return {
    readers,
    readAnything,
    watchers: new Map(),
    watchAnything: [],
    rank: ({ index }) => component.get(index) ?? 0,
    isCircular,
    uncalculated,
    problems,
  };
};

const circularCalculations = (
  items: readonly ItemDefinition[],
  edges: ReadonlyMap<number, readonly number[]>,
  component: ReadonlyMap<number, number>,
  problems: { problem: Problem; item: ItemDefinition }[],
): ReadonlySet<ItemDefinition> => {
  const members = new Map<number, ItemDefinition[]>();
  for (const [index, circle] of component) {
    const item = items[index];
    if (item) members.set(circle, [...(members.get(circle) ?? []), item]);
  }
  const uncalculated = new Set<ItemDefinition>();
  for (const circle of members.values()) {
    const isCircle = circle.length > 1 || circle.some(({ index }) => edges.get(index)?.includes(index));
    const calculated = circle.filter(({ hints }) => hints.calculated).sort((a, b) => a.index - b.index);
    const [first] = calculated;
    if (!isCircle || !first) continue;
    for (const item of calculated) uncalculated.add(item);
    const names = calculated.map(({ item, linkId }) => item.text ?? linkId).join("; ");
    problems.push({ problem: formProblem("calculation-cycle", names), item: first });
  }
  return uncalculated;
};
