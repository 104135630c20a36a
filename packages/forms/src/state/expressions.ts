import type { AnswerValue } from "../questionnaire/data-types.ts";
import type { FormIssue } from "./form-node.ts";
import type { OptionList } from "./options.ts";
import type { StateNode } from "./state-node.ts";

/** What FHIRPath adds to a form. It is there once it is loaded; a form without expressions never has it. */
export interface Expressions {
  /** Whether the enableWhenExpression holds; true where it has none or it fails. */
  isWanted(node: StateNode): boolean;
  /** The calculated answers, or undefined where there is no calculation or it fails. */
  calculated(node: StateNode): readonly AnswerValue[] | undefined;
  /** The answers of an initialExpression. */
  initial(node: StateNode): readonly AnswerValue[];
  /** The options of an answerExpression, or undefined where there is none. */
  optionsOf(node: StateNode): OptionList | undefined;
  /** Constraints that do not hold, and expressions that failed. */
  issuesOf(node: StateNode): readonly FormIssue[];
  /** Constraints of the form itself that do not hold. */
  formIssues(): readonly FormIssue[];
  /** Something changed on a node: what was computed from it before counts no longer. */
  forget(node: StateNode): void;
}
