import "../state/value-sets-now.ts";
import { compileForm } from "../definition/compile-form.ts";
import type { AnswerValue } from "../questionnaire/data-types.ts";
import { readQuestionnaire } from "../questionnaire/read-questionnaire.ts";
import type { FormNode } from "../state/form-node.ts";
import { type FormState, startForm } from "../state/form-state.ts";

export type Answers = Readonly<Record<string, AnswerValue | readonly AnswerValue[]>>;

const PLAUSIBLE: Readonly<Record<string, AnswerValue>> = {
  boolean: { valueBoolean: false },
  date: { valueDate: "2026-11-22" },
  "open-choice": { valueString: "Nội dung mẫu" },
  string: { valueString: "Nội dung mẫu" },
  text: { valueString: "Nội dung mẫu" },
};

const plausible = (state: FormState, node: FormNode): AnswerValue | undefined => {
  if (node.definition.type === "choice") return state.options(node).options[0]?.value;
  return PLAUSIBLE[node.definition.type];
};

/** What still must be answered, top to bottom; answers may make more appear. */
const open = (nodes: readonly FormNode[]): readonly FormNode[] =>
  nodes.flatMap((node) => {
    const { required, readOnly } = node.definition.item;
    const isOpen =
      node.enabled &&
      required === true &&
      readOnly !== true &&
      node.answers.every((one) => one.value === undefined);
    return [...(isOpen && node.definition.isQuestion ? [node] : []), ...open(node.children)];
  });

/** A form filled as a doctor would: the answers given, then whatever else is required, with something plausible. */
export const filledForm = async (
  questionnaire: unknown,
  valueSets: readonly unknown[],
  answers: Answers,
): Promise<FormState> => {
  const read = readQuestionnaire(questionnaire);
  if (!read.ok) throw new Error(read.problem.code);
  const state = startForm(compileForm(read.value), { valueSets });
  for (const [linkId, given] of Object.entries(answers))
    for (const [index, value] of [given].flat().entries()) {
      if (index > 0) state.addAnswer(linkId);
      const set = state.setAnswer(linkId, index, value);
      if (!set.ok) throw new Error(`${linkId}: ${set.problem.code}`);
    }
  for (let left = open(state.roots); left.length > 0; left = open(state.roots)) {
    let filled = 0;
    for (const node of left) {
      const value = plausible(state, node);
      if (value && state.setAnswer(node, 0, value).ok) filled += 1;
    }
    if (filled === 0) throw new Error(`unanswered: ${left.map(({ key }) => key).join(", ")}`);
  }
  await state.ready;
  return state;
};
