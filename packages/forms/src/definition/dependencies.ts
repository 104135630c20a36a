import type { Problem } from "@cadre-care/domain/page";
import { formProblem } from "../messages/form-messages.ts";
import type { QuestionnaireItem } from "../questionnaire/questionnaire.ts";
import { componentsOf } from "./components.ts";
import type { ItemDefinition, ItemHints } from "./item-definition.ts";

/** Who reads what with expressions. They are looked into when FHIRPath is loaded: nothing is computed before. */
export interface ExpressionReaders {
  /** By item with an expression: the items that it reads. */
  readonly sources: ReadonlyMap<ItemDefinition, ReadonlySet<ItemDefinition>>;
  /** By index of the item that changed: the items with an expression that reads it, wherever they stand. */
  readonly computed: ReadonlyMap<number, readonly ItemDefinition[]>;
  /** Items with an expression whose sources cannot be told from its text: looked at after every change. */
  readonly readAnything: readonly ItemDefinition[];
  /** By index of the item that changed: the items whose constraints read it. */
  readonly watchers: ReadonlyMap<number, readonly ItemDefinition[]>;
  readonly watchAnything: readonly ItemDefinition[];
}

/** Who is looked at again when an answer changes, and in which order. */
export interface Dependencies extends ExpressionReaders {
  /** By index of the item that changed: the items whose enableWhen reads it, each in its own repeat. */
  readonly readers: ReadonlyMap<number, readonly ItemDefinition[]>;
  /** By index of an item that reads: the indices of what decides on what it reads. */
  readonly edges: ReadonlyMap<number, readonly number[]>;
  /** By index: the number of its circle of items that depend on each other, or of its own. */
  readonly component: ReadonlyMap<number, number>;
  /** Items are evaluated by rising rank; nothing depends on a higher rank, except inside a circle. Unknown sources: last. */
  readonly rank: (item: ItemDefinition) => number;
  /** Whether `reader` and what makes `source` appear depend on each other: then the raw answer counts. */
  readonly isCircular: (reader: ItemDefinition, source: ItemDefinition) => boolean;
  /** Items whose calculation depends on itself: they are entered by hand. */
  readonly uncalculated: ReadonlySet<ItemDefinition>;
  /** Advisory problems of the form itself, each with the items that it is about. */
  readonly problems: readonly FormProblem[];
}

/** Of items whose sources are not known: evaluated last. */
export const UNKNOWN_RANK = Number.MAX_SAFE_INTEGER;

export interface FormProblem {
  readonly problem: Problem;
  /** None where it is about the form as a whole. */
  readonly item: ItemDefinition | undefined;
}

const NO_EXPRESSIONS: ExpressionReaders = {
  sources: new Map(),
  computed: new Map(),
  readAnything: [],
  watchers: new Map(),
  watchAnything: [],
};

const isConditional = ({ item, hints }: Pick<ItemDefinition, "item" | "hints">): boolean =>
  (item.enableWhen?.length ?? 0) > 0 || hints.enableWhenExpression !== undefined;

export const isReactive = (item: QuestionnaireItem, hints: ItemHints): boolean =>
  isConditional({ item, hints }) || hints.calculated !== undefined || hints.answerExpression !== undefined;

/** What decides whether and with what `source` is answered: itself if calculated, and the conditions above it. */
const decidersOf = (source: ItemDefinition): readonly ItemDefinition[] => {
  const deciders: ItemDefinition[] = [];
  if (source.isReactive) deciders.push(source);
  for (let above = source.parent; above; above = above.parent) {
    if (isConditional(above)) deciders.push(above);
  }
  return deciders;
};

export const appendTo = <Key, Value>(lists: Map<Key, Value[]>, key: Key, value: Value): void => {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
};

/** Reads the conditions of a form into a graph, with its expressions once they are known, in time linear in them. */
export const readDependencies = (
  items: readonly ItemDefinition[],
  byLinkId: ReadonlyMap<string, ItemDefinition>,
  expressions: ExpressionReaders = NO_EXPRESSIONS,
): Dependencies => {
  const readers = new Map<number, ItemDefinition[]>();
  const edges = new Map<number, number[]>();
  const problems: FormProblem[] = [];
  for (const item of items) {
    if (!item.isReactive) continue;
    const sources = new Set<ItemDefinition>();
    for (const { question } of item.item.enableWhen ?? []) {
      const source = byLinkId.get(question);
      if (!source) {
        problems.push({ problem: formProblem("condition-question-unknown", item.linkId, question), item });
      } else if (!sources.has(source)) {
        sources.add(source);
        appendTo(readers, source.index, item);
      }
    }
    for (const source of expressions.sources.get(item) ?? []) sources.add(source);
    const deciders = [...sources].flatMap(decidersOf);
    edges.set(
      item.index,
      deciders.map(({ index }) => index),
    );
  }
  const component = componentsOf(edges);
  const last = new Set(expressions.readAnything);
  return {
    ...expressions,
    readers,
    edges,
    component,
    rank: (item) => (last.has(item) ? UNKNOWN_RANK : (component.get(item.index) ?? 0)),
    isCircular: (reader, source) => {
      const circle = component.get(reader.index);
      return (
        circle !== undefined && decidersOf(source).some((decider) => component.get(decider.index) === circle)
      );
    },
    uncalculated: new Set(),
    problems,
  };
};
