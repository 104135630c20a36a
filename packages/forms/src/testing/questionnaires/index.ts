import { booleans } from "./booleans.ts";
import { controls, exclusiveOption, openChoices, optionKinds, severalOptions } from "./choices.ts";
import { behaviours, hiddenAgain, laterDates, numberConditions, otherConditions } from "./conditions.ts";
import { dates, partialDates, times } from "./dates.ts";
import { calculation, conditionExpressions, initialExpressions, scores, variables } from "./expressions.ts";
import { initialValues, readOnlyAndHidden } from "./initial-values.ts";
import { childWithoutAnswer, itemsUnderAnswers, nestedGroups } from "./nesting.ts";
import { numbers, outsideLimits } from "./numbers.ts";
import { oneUnit, quantities } from "./quantities.ts";
import { attachments, references } from "./rare-types.ts";
import { repeatedGroups, repeatedQuestions } from "./repeats.ts";
import type { ScriptedForm } from "./scripted-form.ts";
import { addresses, texts } from "./texts.ts";
import { translations } from "./translations.ts";
import { composedValueSet, containedValueSet } from "./value-sets.ts";

export type { Place, ScriptedForm, Step } from "./scripted-form.ts";

/** Questionnaires of our own, one idea each, in the order of the conformance table. */
export const SCRIPTED_FORMS: readonly ScriptedForm[] = [
  booleans,
  numbers,
  outsideLimits,
  texts,
  addresses,
  dates,
  partialDates,
  times,
  controls,
  severalOptions,
  exclusiveOption,
  openChoices,
  optionKinds,
  containedValueSet,
  composedValueSet,
  quantities,
  oneUnit,
  attachments,
  references,
  nestedGroups,
  itemsUnderAnswers,
  childWithoutAnswer,
  repeatedQuestions,
  repeatedGroups,
  initialValues,
  readOnlyAndHidden,
  numberConditions,
  otherConditions,
  laterDates,
  behaviours,
  hiddenAgain,
  calculation,
  variables,
  initialExpressions,
  conditionExpressions,
  scores,
  translations,
];
