import type { AnswerValue, Extension } from "../../questionnaire/data-types.ts";
import type {
  ContainedResource,
  Questionnaire,
  QuestionnaireItem,
} from "../../questionnaire/questionnaire.ts";

/** Where a step happens. Repeats are counted from 0 in the order of the form; at most one of the two is not 0. */
export interface Place {
  readonly linkId: string;
  /** Which repeat of the item, where it or a group above it repeats. */
  readonly node?: number;
  /** Which answer of a repeating question. */
  readonly answer?: number;
}

/** What somebody does to the form: gives an answer in words of FHIR, takes one back, or asks for a further repeat. */
export type Step =
  | (Place & { readonly give: AnswerValue })
  | (Place & { readonly empty: true })
  | (Place & { readonly untick: AnswerValue })
  | (Place & { readonly add: true });

/** A Questionnaire that shows one idea, and how it is filled in. */
export interface ScriptedForm {
  /** Kebab-case, unique. */
  readonly name: string;
  /** What is looked at, for people. */
  readonly idea: string;
  readonly questionnaire: Questionnaire;
  readonly steps: readonly Step[];
}

interface ScriptedFormParts {
  readonly name: string;
  readonly idea: string;
  readonly version?: string;
  readonly contained?: readonly ContainedResource[];
  readonly extension?: readonly Extension[];
  readonly item: readonly QuestionnaireItem[];
  readonly steps: readonly Step[];
}

export const scriptedForm = ({ name, idea, item, steps, ...more }: ScriptedFormParts): ScriptedForm => ({
  name,
  idea,
  questionnaire: {
    resourceType: "Questionnaire",
    url: `https://board.example/fhir/Questionnaire/${name}`,
    status: "active",
    title: idea,
    ...more,
    item,
  },
  steps,
});
