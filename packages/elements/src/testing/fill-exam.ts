import { userEvent } from "vitest/browser";
import { settled } from "./settled.ts";

interface Filled {
  /** Keys pressed beside the characters of typed answers and with them. */
  readonly keys: number;
  readonly answers: number;
  readonly characters: number;
}

/** One answer as the keys that give it: a choice is one key, a typed one ends with Enter. */
const typed = (text: string): string => `${text}{Enter}`;
const ORGAN = [typed("Bình thường"), "2", typed("BS Lê Văn Sáng")];

/** The sample exam by keyboard, from its first field to the submit button. Prefilled answers are confirmed by one key. */
const PREFILLED = ["{Enter}", "{Enter}", typed("Hưu trí"), "{F2}{Enter}"];
const EXAM = [
  ...["k", "k", "c", "k", "k", "k"],
  ...["156", "61,5", "72", "130", "80"].map(typed),
  ...ORGAN,
  ...["Phổi trong", "3"].map((keys, index) => (index === 0 ? typed(keys) : keys)),
  typed("BS Lê Văn Sáng"),
  ...ORGAN,
  "I10{Enter}",
  "{Enter}",
  typed("Theo dõi huyết áp tại nhà"),
  typed("22/11/2026"),
];

const lengthOf = (keys: string): number => keys.replaceAll(/\{\w+\}/g, "·").length;
const charactersOf = (keys: string): number => keys.replaceAll(/\{\w+\}/g, "").length;

export const fillExam = async (
  checklist: HTMLElement & { readonly updateComplete: Promise<boolean> },
): Promise<Filled> => {
  checklist.shadowRoot?.querySelector<HTMLElement>(".body input")?.focus();
  let keys = 0;
  for (const answer of [...PREFILLED, ...EXAM]) {
    await userEvent.keyboard(answer);
    keys += lengthOf(answer);
    if (answer.startsWith("I10")) await settled(checklist);
  }
  await settled(checklist);
  const typedAnswers = [...PREFILLED, ...EXAM].filter((answer) => answer !== "{Enter}" && answer.length > 1);
  const characters = typedAnswers.reduce((sum, answer) => sum + charactersOf(answer), 0);
  return { keys, answers: PREFILLED.length + EXAM.length - 1, characters };
};
