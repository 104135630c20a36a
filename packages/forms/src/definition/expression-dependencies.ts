import { formProblem } from "../messages/form-messages.ts";
import type { Expression } from "../questionnaire/data-types.ts";
import type { FormDefinition } from "./compile-form.ts";
import {
  appendTo,
  type Dependencies,
  type ExpressionReaders,
  type FormProblem,
  readDependencies,
} from "./dependencies.ts";
import { expressionReads, type VariableReads } from "./expression-reads.ts";
import type { ItemDefinition } from "./item-definition.ts";

const computedBy = ({ hints }: ItemDefinition): readonly Expression[] =>
  [hints.enableWhenExpression, hints.calculated, hints.answerExpression].filter((each) => each !== undefined);

const readersOf = ({ items, byLinkId, hints: form }: FormDefinition): ExpressionReaders => {
  const sources = new Map<ItemDefinition, Set<ItemDefinition>>();
  const computed = new Map<number, ItemDefinition[]>();
  const watchers = new Map<number, ItemDefinition[]>();
  const readAnything: ItemDefinition[] = [];
  const watchAnything: ItemDefinition[] = [];
  const known: VariableReads = new Map();
  for (const item of items) {
    for (const { expression } of item.hints.constraints ?? []) {
      const reads = expressionReads(expression, item, byLinkId, form, known);
      if (reads.anything) watchAnything.push(item);
      for (const source of reads.items) appendTo(watchers, source.index, item);
    }
    for (const { expression } of computedBy(item)) {
      const reads = expressionReads(expression ?? "", item, byLinkId, form, known);
      if (reads.anything) readAnything.push(item);
      const read = sources.get(item) ?? new Set();
      sources.set(item, read);
      for (const source of reads.items) {
        read.add(source);
        appendTo(computed, source.index, item);
      }
    }
  }
  return { sources, computed, readAnything, watchers, watchAnything };
};

const languageProblems = ({ items, hints }: FormDefinition): readonly FormProblem[] => {
  const problemsOf = (expressions: readonly Expression[], name: string, item?: ItemDefinition) =>
    expressions.flatMap(({ language }): readonly FormProblem[] =>
      language === undefined || language === "text/fhirpath"
        ? []
        : [{ problem: formProblem("expression-language-unsupported", name, language), item }],
    );
  return [
    ...(hints.variables ?? []).flatMap((variable) => problemsOf([variable], `%${variable.name}`)),
    ...items.flatMap((item) =>
      problemsOf([...(item.hints.variables ?? []), ...computedBy(item)], item.item.text ?? item.linkId, item),
    ),
  ];
};

/** The circles of items that depend on each other in which something is calculated: those calculations. */
const circularCalculations = (
  { items }: FormDefinition,
  { edges, component }: Dependencies,
): readonly (readonly ItemDefinition[])[] => {
  const members = new Map<number, ItemDefinition[]>();
  for (const [index, circle] of component) {
    const item = items[index];
    if (item) appendTo(members, circle, item);
  }
  return [...members.values()]
    .filter(
      (circle) => circle.length > 1 || circle.some(({ index }) => edges.get(index)?.includes(index) === true),
    )
    .map((circle) => circle.filter(({ hints }) => hints.calculated).sort((a, b) => a.index - b.index))
    .filter(({ length }) => length > 0);
};

const known = new WeakMap<FormDefinition, Dependencies>();

/** What depends on what with the expressions of a form too: found out once for each form, when expressions are loaded. */
export const expressionDependencies = (form: FormDefinition): Dependencies => {
  const before = known.get(form);
  if (before) return before;
  const plain = readDependencies(form.items, form.byLinkId, readersOf(form));
  const circles = circularCalculations(form, plain);
  const dependencies: Dependencies = {
    ...plain,
    uncalculated: new Set(circles.flat()),
    problems: [
      ...plain.problems,
      ...languageProblems(form),
      ...circles.map((circle) => ({
        problem: formProblem(
          "calculation-cycle",
          circle.map(({ item, linkId }) => item.text ?? linkId).join("; "),
        ),
        item: circle[0],
      })),
    ],
  };
  known.set(form, dependencies);
  return dependencies;
};
