import type { FormDefinition } from "../definition/compile-form.ts";
import type { QuestionnaireAnswerOption } from "../questionnaire/questionnaire.ts";

/** Value sets that are at hand: those contained in the form, and those given when it was started. */
export interface KnownValueSets {
  /** Takes a value set that arrived later. Whether it is one. */
  add(json: unknown): boolean;
  /** The codes of a value set named by `#id`, URL or `url|version`, or undefined where it is not at hand. */
  expansion(canonical: string, form: FormDefinition): readonly QuestionnaireAnswerOption[] | undefined;
}

type Expand = (given: readonly unknown[]) => KnownValueSets;

/** Before expanding is loaded no value set is at hand. */
let expand: Expand = () => ({ add: () => false, expansion: () => undefined });

/** From now on forms expand the value sets that they name. */
export const takeValueSets = (given: Expand): void => {
  expand = given;
};

export const knownValueSets: Expand = (given) => expand(given);
