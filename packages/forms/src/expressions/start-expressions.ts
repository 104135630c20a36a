import { isSameValue } from "../state/answer-types.ts";
import type { Expressions } from "../state/expressions.ts";
import type { FormCore } from "../state/form-core.ts";
import type { FormOptions } from "../state/start.ts";
import type { StateNode } from "../state/state-node.ts";
import { FhirPathExpressions } from "./fhirpath-expressions.ts";

/** Answers that a response brought to a calculation, not all of them as calculated: perhaps a person's own. */
const isPerhapsOwn = ({ definition: { hints }, answers }: StateNode): boolean =>
  hints.calculated !== undefined &&
  answers.some(({ isEmpty, source }) => !isEmpty && source !== "calculated");

/** What a calculation would not give was somebody's own; asked when all conditions are up to date, as they were then. */
const keepOverrides = (core: FormCore, expressions: Expressions): void => {
  const perhaps = [...core.byKey.values()].filter(isPerhapsOwn);
  for (const node of perhaps) node.overridden = true;
  core.settle();
  core.batch(() => {
    for (const node of perhaps) {
      const values = expressions.calculated(node);
      const { answers, definition } = node;
      node.overridden =
        values === undefined ||
        (!definition.item.readOnly &&
          !(
            answers.length === Math.max(1, definition.repeats ? values.length : 1) &&
            answers.every(({ value }, place) => isSameValue(value, values[place]))
          ));
      core.recalculation.mark(node);
    }
  });
};

/** Computes what a form has to compute, from now on. Loaded with FHIRPath when a form uses an expression, and only then. */
export const startExpressions = (core: FormCore, { launchContext = {}, response }: FormOptions): void => {
  const expressions = new FhirPathExpressions(core, launchContext);
  core.recalculation.expressions = expressions;
  if (response) keepOverrides(core, expressions);
  else core.settle((node) => core.recalculation.initialise(node));
};
