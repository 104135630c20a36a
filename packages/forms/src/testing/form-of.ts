import "../messages/english-now.ts";
import "../state/patterns-now.ts";
import "../state/value-sets-now.ts";
import { compileForm } from "../definition/compile-form.ts";
import type { QuestionnaireItem } from "../questionnaire/questionnaire.ts";
import { readQuestionnaire } from "../questionnaire/read-questionnaire.ts";
import { type FormState, startForm } from "../state/form-state.ts";
import type { FormOptions } from "../state/start.ts";

/** For tests: a form of these items, or the test fails with the problem that there is. */
export const formOf = (item: readonly QuestionnaireItem[], options?: FormOptions, more = {}): FormState => {
  const json = { resourceType: "Questionnaire", url: "https://board.example/q", version: "1", ...more, item };
  const questionnaire = readQuestionnaire(json);
  if (!questionnaire.ok) throw new Error(questionnaire.problem.message.en);
  return startForm(compileForm(questionnaire.value), options);
};

/** The codes of the issues of a node. */
export const codesOf = (form: FormState, key: string): readonly string[] =>
  form.node(key)?.issues.map(({ code }) => code) ?? ["no such node"];
