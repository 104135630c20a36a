import type { Problem } from "@cadre-care/domain/page";
import { formProblem } from "../messages/form-messages.ts";
import { isSameValue } from "./answer-types.ts";
import type { Expressions } from "./expressions.ts";
import type { FormIssue, FormNode } from "./form-node.ts";
import type { OptionList } from "./options.ts";
import { patterns } from "./patterns.ts";
import type { Slot, StateNode } from "./state-node.ts";
import { valueProblem } from "./validate-value.ts";

const NONE: readonly FormIssue[] = [];

export interface Validation {
  readonly expressions: Expressions | undefined;
  options(node: FormNode): OptionList;
  /** Whether its options cannot be had now. */
  lacksOptions(node: FormNode): boolean;
}

const blocking = ({ code, message }: Problem, answer?: number): FormIssue => ({
  code,
  message,
  severity: "blocking",
  ...(answer !== undefined && { answer }),
});
const advisory = (problem: Problem, answer?: number): FormIssue => ({
  ...blocking(problem, answer),
  severity: "advisory",
});

/** Whether anything is answered in it: itself or, for a group, any item inside that is shown. */
const isAnswered = (node: StateNode): boolean =>
  node.enabled && (node.answers.some(({ value }) => value !== undefined) || node.children.some(isAnswered));

const countIssue = (node: StateNode): FormIssue | undefined => {
  const { item, hints, type, repeats } = node.definition;
  if (type === "display") return undefined;
  if (type === "group") {
    const isNeeded = item.required || (hints.minOccurs ?? 0) > 0;
    return isNeeded && !isAnswered(node) ? blocking(formProblem("required")) : undefined;
  }
  const count = node.answers.filter(({ value }) => value !== undefined).length;
  const least = hints.minOccurs ?? 0;
  const most = repeats ? hints.maxOccurs : 1;
  if (count === 0 && (item.required || least > 0)) return blocking(formProblem("required"));
  if (count < least && (count > 0 || item.required)) return blocking(formProblem("too-few", least));
  return most !== undefined && count > most ? blocking(formProblem("too-many", most)) : undefined;
};

const slotIssue = (slot: Slot, place: number, node: StateNode): FormIssue | undefined => {
  if (slot.problem) return blocking(slot.problem, place);
  const problem = slot.value && valueProblem(slot.value, node.definition);
  if (problem) return blocking(problem, place);
  return slot.cleaned ? advisory(formProblem("text-cleaned"), place) : undefined;
};

const optionIssues = (node: StateNode, validation: Validation): readonly FormIssue[] => {
  if (validation.lacksOptions(node)) return [advisory(formProblem("options-unavailable"))];
  const chosen = node.answers.flatMap(({ value }, place) => (value ? [{ value, place }] : []));
  // The list is made when it is needed: a form of 5,000 questions starts without their labels.
  if (chosen.length === 0) return NONE;
  const { options, open } = validation.options(node);
  if (options.length === 0) return NONE;
  const issues: FormIssue[] = [];
  for (const { value, place } of chosen) {
    const option = options.find((candidate) => isSameValue(candidate.value, value));
    if (option?.exclusive && chosen.length > 1) {
      issues.push(blocking(formProblem("option-exclusive", option.label), place));
    }
    const isOwnWords = open && (value.valueString !== undefined || value.valueCoding?.code === undefined);
    if (!option && !isOwnWords) issues.push(blocking(formProblem("not-an-option"), place));
  }
  return issues;
};

/** The issues of one node, from what it holds and what the form says of it. None where it is not shown. */
export const validateNode = (node: StateNode, validation: Validation): readonly FormIssue[] => {
  if (!node.enabled) return NONE;
  const { type, hints, item, linkId } = node.definition;
  const issues: FormIssue[] = [];
  const count = countIssue(node);
  if (count) issues.push(count);
  for (let place = 0; place < node.answers.length; place++) {
    const slot = node.answers[place];
    const issue = slot && slotIssue(slot, place, node);
    if (issue) issues.push(issue);
  }
  if (type === "choice" || type === "open-choice") issues.push(...optionIssues(node, validation));
  const patternOf = patterns();
  if (hints.regex !== undefined && patternOf && !patternOf(hints.regex)) {
    issues.push(advisory(formProblem("pattern-unusable", item.text ?? linkId)));
  }
  if (validation.expressions) issues.push(...validation.expressions.issuesOf(node));
  if (issues.length === 0) return NONE;
  // Nobody can mend what nobody sees.
  return node.definition.isHidden ? issues.map((issue) => ({ ...issue, severity: "advisory" })) : issues;
};
