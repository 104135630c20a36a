import type { FormDefinition } from "../definition/compile-form.ts";
import type { Dependencies } from "../definition/dependencies.ts";
import type { AnswerValue } from "../questionnaire/data-types.ts";
import type { EnableOperator, EnableWhen } from "../questionnaire/questionnaire.ts";
import { compareDates, compareQuantities, isSameCoding, type Order } from "./compare-values.ts";
import { type Instances, nodesInScope } from "./scope.ts";
import type { StateNode } from "./state-node.ts";

/** Where conditions look for the answers that they ask of. */
export interface Conditioned {
  readonly form: FormDefinition;
  readonly dependencies: Dependencies;
  readonly instances: Instances;
}

const compareText = (one: string, other: string): Order => (one === other ? 0 : one < other ? -1 : 1);

const orderOf = (answer: AnswerValue, condition: EnableWhen): Order => {
  const { answerBoolean, answerCoding, answerQuantity, answerReference, answerString, answerTime } =
    condition;
  const number = condition.answerDecimal ?? condition.answerInteger;
  const date = condition.answerDate ?? condition.answerDateTime;
  if (answerBoolean !== undefined) return answer.valueBoolean === answerBoolean ? 0 : undefined;
  if (number !== undefined) {
    const value = answer.valueDecimal ?? answer.valueInteger;
    return value === undefined ? undefined : value - number;
  }
  if (date !== undefined) {
    const value = answer.valueDate ?? answer.valueDateTime;
    return value === undefined ? undefined : compareDates(value, date);
  }
  if (answerTime !== undefined) {
    return answer.valueTime === undefined ? undefined : compareText(answer.valueTime, answerTime);
  }
  if (answerString !== undefined) {
    const value = answer.valueString ?? answer.valueUri;
    return value === undefined ? undefined : compareText(value, answerString);
  }
  if (answerCoding)
    return answer.valueCoding && isSameCoding(answer.valueCoding, answerCoding) ? 0 : undefined;
  if (answerQuantity)
    return answer.valueQuantity ? compareQuantities(answer.valueQuantity, answerQuantity) : undefined;
  if (answerReference) return answer.valueReference?.reference === answerReference.reference ? 0 : undefined;
  return undefined;
};

/** One answer against one condition: as R4 has it, any answer that fits is enough, for `!=` too. */
const HOLDS: Readonly<Record<Exclude<EnableOperator, "exists">, (order: Order) => boolean>> = {
  "=": (order) => order === 0,
  "!=": (order) => order !== 0,
  ">": (order) => order !== undefined && order > 0,
  "<": (order) => order !== undefined && order < 0,
  ">=": (order) => order !== undefined && order >= 0,
  "<=": (order) => order !== undefined && order <= 0,
};

/** Whether a condition holds. An item that is not shown counts as unanswered, except inside a circle of conditions. */
const holds = (
  node: StateNode,
  condition: EnableWhen,
  { form, dependencies, instances }: Conditioned,
): boolean => {
  const source = form.byLinkId.get(condition.question);
  if (!source) return false;
  const isRaw = dependencies.isCircular(node.definition, source);
  const { operator } = condition;
  let isAnswered = false;
  for (const { enabled, answers } of nodesInScope(instances, source, node)) {
    if (!enabled && !isRaw) continue;
    for (const { value } of answers) {
      if (value === undefined) continue;
      isAnswered = true;
      if (operator !== "exists" && HOLDS[operator](orderOf(value, condition))) return true;
    }
  }
  return operator === "exists" && isAnswered === (condition.answerBoolean ?? true);
};

/** Whether the enableWhen conditions of an item hold, all or any of them as `enableBehavior` says. */
export const isWanted = (node: StateNode, conditioned: Conditioned): boolean => {
  const { enableWhen, enableBehavior } = node.definition.item;
  if (!enableWhen || enableWhen.length === 0) return true;
  const test = (condition: EnableWhen): boolean => holds(node, condition, conditioned);
  return enableBehavior === "any" ? enableWhen.some(test) : enableWhen.every(test);
};
