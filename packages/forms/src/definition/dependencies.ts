import type { Problem } from "@cadre-care/domain/page";
import { formProblem } from "../messages/form-messages.ts";
import type { Expression } from "../questionnaire/data-types.ts";
import type { QuestionnaireItem } from "../questionnaire/questionnaire.ts";
import { componentsOf } from "./components.ts";
import { expressionReads, type VariableReads } from "./expression-reads.ts";
import type { ItemDefinition, ItemHints } from "./item-definition.ts";
import { NO_HINTS } from "./read-hints.ts";

/** Who is looked at again when an answer changes, and in which order. */
export interface Dependencies {
  /** By index of the item that changed: the items whose enableWhen reads it, each in its own repeat. */
  readonly readers: ReadonlyMap<number, readonly ItemDefinition[]>;
  /** By index of the item that changed: the items with an expression that reads it, wherever they stand. */
  readonly computed: ReadonlyMap<number, readonly ItemDefinition[]>;
  /** Items with an expression whose sources cannot be told from its text: looked at after every change. */
  readonly readAnything: readonly ItemDefinition[];
  /** By index of the item that changed: the items whose constraints read it. */
  readonly watchers: ReadonlyMap<number, readonly ItemDefinition[]>;
  readonly watchAnything: readonly ItemDefinition[];
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

const isConditional = ({ item, hints }: ItemDefinition): boolean =>
  (item.enableWhen?.length ?? 0) > 0 || hints.enableWhenExpression !== undefined;

const computedBy = ({ hints }: ItemDefinition): readonly Expression[] =>
  [hints.enableWhenExpression, hints.calculated, hints.answerExpression].filter((each) => each !== undefined);

export const isReactive = (item: QuestionnaireItem, hints: ItemHints): boolean =>
  (item.enableWhen?.length ?? 0) > 0 ||
  hints.enableWhenExpression !== undefined ||
  hints.calculated !== undefined ||
  hints.answerExpression !== undefined;

/** What decides whether and with what `source` is answered: itself if calculated, and the conditions above it. */
const decidersOf = (source: ItemDefinition): readonly ItemDefinition[] => {
  const deciders: ItemDefinition[] = [];
  if (source.isReactive) deciders.push(source);
  for (let above = source.parent; above; above = above.parent) {
    if (isConditional(above)) deciders.push(above);
  }
  return deciders;
};

const appendTo = <Key, Value>(lists: Map<Key, Value[]>, key: Key, value: Value): void => {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
};

/** Reads the conditions and calculations of a form into a graph, in time linear in them. */
export const readDependencies = (
  items: readonly ItemDefinition[],
  byLinkId: ReadonlyMap<string, ItemDefinition>,
  form: Readonly<ItemHints>,
): Dependencies => {
  const readers = new Map<number, ItemDefinition[]>();
  const computed = new Map<number, ItemDefinition[]>();
  const watchers = new Map<number, ItemDefinition[]>();
  const readAnything: ItemDefinition[] = [];
  const watchAnything: ItemDefinition[] = [];
  const edges = new Map<number, number[]>();
  const problems: FormProblem[] = [];
  const known: VariableReads = new Map();
  const checkLanguage = ({ language }: Expression, name: string, item?: ItemDefinition): void => {
    if (language === undefined || language === "text/fhirpath") return;
    problems.push({ problem: formProblem("expression-language-unsupported", name, language), item });
  };
  for (const variable of form.variables ?? []) checkLanguage(variable, `%${variable.name}`);
  for (const item of items) {
    const { index, isReactive: isReader, hints } = item;
    // Most items of most forms: nothing below would find anything in them.
    if (!isReader && hints === NO_HINTS) continue;
    for (const { expression } of hints.constraints ?? []) {
      const reads = expressionReads(expression, item, byLinkId, form, known);
      if (reads.anything) watchAnything.push(item);
      for (const source of reads.items) appendTo(watchers, source.index, item);
    }
    for (const expression of [...(hints.variables ?? []), ...computedBy(item)]) {
      checkLanguage(expression, item.item.text ?? item.linkId, item);
    }
    if (!isReader) continue;
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
    for (const { expression } of computedBy(item)) {
      const reads = expressionReads(expression ?? "", item, byLinkId, form, known);
      if (reads.anything) readAnything.push(item);
      for (const source of reads.items) {
        sources.add(source);
        appendTo(computed, source.index, item);
      }
    }
    const deciders = [...sources].flatMap(decidersOf);
    edges.set(
      index,
      deciders.map((decider) => decider.index),
    );
  }
  const component = componentsOf(edges);
  const last = new Set(readAnything);
  const isCircular = (reader: ItemDefinition, source: ItemDefinition): boolean => {
    const circle = component.get(reader.index);
    return (
      circle !== undefined && decidersOf(source).some((decider) => component.get(decider.index) === circle)
    );
  };
  return {
    readers,
    computed,
    readAnything,
    watchers,
    watchAnything,
    rank: (item) => (last.has(item) ? UNKNOWN_RANK : (component.get(item.index) ?? 0)),
    isCircular,
    uncalculated: circularCalculations(items, edges, component, problems),
    problems,
  };
};

const circularCalculations = (
  items: readonly ItemDefinition[],
  edges: ReadonlyMap<number, readonly number[]>,
  component: ReadonlyMap<number, number>,
  problems: FormProblem[],
): ReadonlySet<ItemDefinition> => {
  const members = new Map<number, ItemDefinition[]>();
  for (const [index, circle] of component) {
    const item = items[index];
    if (item) appendTo(members, circle, item);
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
