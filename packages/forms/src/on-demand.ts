/**
 * The package for pages that load its rarer parts when they need them, as our elements do: problems have English once
 * `loadEnglish` was called, and a form with patterns (regex) checks them once it is `ready`,
 * and a form that is started after `loadValueSets` expands its value sets. Everything is there from the start in the package's main entry.
 */
export { compileForm, type FormDefinition } from "./definition/compile-form.ts";
export type { FormProblem } from "./definition/dependencies.ts";
export type { ItemDefinition, ItemHints } from "./definition/item-definition.ts";
export { type ExtractionContext, extractObservations } from "./extract/extract-observations.ts";
export type { ExtractedObservation } from "./extract/observation.ts";

import { speakEnglish } from "./messages/form-messages.ts";
import { takeValueSets } from "./state/known-value-sets.ts";

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

/** For forms that name a value set: until then none is at hand. */
export const loadValueSets = async (): Promise<void> => {
  const { ValueSets } = await import("./state/value-sets.ts");
  takeValueSets((given) => new ValueSets(given));
};

/** English of the problems. */
export const loadEnglish = async (): Promise<void> => {
  const { english } = await import("./messages/form-messages.english.ts");
  speakEnglish(english);
};
