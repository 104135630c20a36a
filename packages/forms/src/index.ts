export { compileForm, type FormDefinition } from "./definition/compile-form.ts";
export type { FormProblem } from "./definition/dependencies.ts";
export type { ItemDefinition, ItemHints } from "./definition/item-definition.ts";
export { type ExtractionContext, extractObservations } from "./extract/extract-observations.ts";
export type { ExtractedObservation } from "./extract/observation.ts";
export type * from "./questionnaire/data-types.ts";
export type * from "./questionnaire/questionnaire.ts";
export { readQuestionnaire } from "./questionnaire/read-questionnaire.ts";
export { readResponse } from "./response/read-response.ts";
export type * from "./response/response.ts";
export type { FormListener, PlacedIssue } from "./state/form-core.ts";
export {
  type AnswerSlot,
  type AnswerSource,
  CHANGE,
  type FormIssue,
  type FormNode,
  type NodeListener,
} from "./state/form-node.ts";
export { FormState, startForm } from "./state/form-state.ts";
export type { AnswerOption, OptionList } from "./state/options.ts";
export type { FormOptions, PrefilledAnswer } from "./state/start.ts";
export { formatValue } from "./text/format-value.ts";
export { unitsOf } from "./text/parse-typed.ts";
