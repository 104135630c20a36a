import { compileForm } from "../definition/compile-form.ts";
import type { AnswerValue } from "../questionnaire/data-types.ts";
import { readQuestionnaire } from "../questionnaire/read-questionnaire.ts";
import type { QuestionnaireResponse } from "../response/response.ts";
import type { FormNode } from "../state/form-node.ts";
import { type FormState, startForm } from "../state/form-state.ts";
import { unitsOf } from "../text/parse-typed.ts";
import type { Place, ScriptedForm, Step } from "./questionnaires/index.ts";

const nodeAt = (form: FormState, { linkId, node = 0 }: Place): FormNode | undefined =>
  form.nodesOf(linkId)[node];

/** Day first, as it is typed in Vietnam. */
const dayFirst = (date: string): string => date.split("-").reverse().join("/");

/** What somebody types for the value; nothing for what is chosen from options. */
const typedFor = (value: AnswerValue): string | undefined => {
  const { valueString, valueInteger, valueDecimal, valueDate, valueUri, valueQuantity, valueReference } =
    value;
  if (valueDate !== undefined) return dayFirst(valueDate);
  const number = valueInteger ?? valueDecimal ?? valueQuantity?.value;
  if (number !== undefined) return String(number).replace(".", ",");
  return valueString ?? valueUri ?? valueReference?.display;
};

const isOption = (form: FormState, node: FormNode, value: AnswerValue): boolean =>
  form.options(node).options.some((option) => JSON.stringify(option.value) === JSON.stringify(value));

const give = (form: FormState, node: FormNode, index: number, value: AnswerValue): void => {
  while (node.answers.length <= index)
    if (!form.addAnswer(node)) throw new Error(`${node.key} takes no more`);
  const { type, item } = node.definition;
  const { options, open } = form.options(node);
  const chosen = isOption(form, node, value);
  if (item.answerOption && !chosen && !open)
    throw new Error(`${node.key} has ${options.length} options, not this`);
  const typed = chosen || type === "choice" ? undefined : typedFor(value);
  const unit = unitsOf(node.definition).find(({ code }) => code === value.valueQuantity?.code);
  const done =
    typed === undefined ? form.setAnswer(node, index, value) : form.typeText(node, index, typed, unit);
  if (!done.ok) throw new Error(`${node.key}: ${done.problem.message.en}`);
};

const untick = (form: FormState, node: FormNode, value: AnswerValue): void => {
  const ticked = node.answers.findIndex((slot) => JSON.stringify(slot.value) === JSON.stringify(value));
  if (ticked < 0) throw new Error(`${node.key} was not answered so`);
  form.removeAnswer(node, ticked);
};

const take = (form: FormState, step: Step): void => {
  const node = nodeAt(form, step);
  if (!node) throw new Error(`the form has no ${step.linkId}`);
  if ("add" in step) {
    if (!(node.definition.type === "group" ? form.addGroup(node) : form.addAnswer(node)))
      throw new Error(`no more of ${node.key}`);
  } else if (!node.enabled) throw new Error(`${node.key} is not asked for`);
  else if ("empty" in step) form.setAnswer(node, step.answer ?? 0, undefined);
  else if ("untick" in step) untick(form, node, step.untick);
  else give(form, node, step.answer ?? 0, step.give);
};

/** Fills the form as the elements do: text as it is typed in Vietnam, options as they are offered. */
export const fillWithEngine = async ({
  questionnaire,
  steps,
}: ScriptedForm): Promise<QuestionnaireResponse> => {
  const read = readQuestionnaire(questionnaire);
  if (!read.ok) throw new Error(read.problem.message.en);
  const form = startForm(compileForm(read.value));
  await form.ready;
  for (const step of steps) take(form, step);
  const response = form.toResponse("completed");
  form.dispose();
  return response;
};
