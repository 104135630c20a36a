import { type Result, success } from "@cadre-care/domain/page";
import { type FormProblemCode, refuse } from "../messages/form-messages.ts";
import type { AnswerValue, Coding } from "../questionnaire/data-types.ts";
import { parseTyped, unitsOf } from "../text/parse-typed.ts";
import { fittingValue, isSameValue } from "./answer-types.ts";
import type { FormCore } from "./form-core.ts";
import { CHANGE, type FormNode } from "./form-node.ts";
import type { Slot, StateNode } from "./state-node.ts";

const unitOf = ({ definition }: StateNode, { value }: Slot): Coding | undefined =>
  unitsOf(definition).find(({ code }) => code !== undefined && code === value?.valueQuantity?.code);

/** Reads typed text into a slot. What cannot be read stays there as text, with the problem. */
export const readTyped = (node: StateNode, slot: Slot, raw: string, unit?: Coding): void => {
  // The number changes, the unit stays: 126 mg/dL does not become 127 mmol/L.
  const { result, text, cleaned } = parseTyped(raw, node.definition, unit ?? unitOf(node, slot));
  slot.set(result.ok ? result.value : undefined);
  slot.typed = text;
  slot.cleaned = cleaned;
  if (!result.ok) slot.problem = result.problem;
};

/** An answer was given or taken away by a person: what was calculated beside it is theirs too. */
const answered = (core: FormCore, node: StateNode, changes: number): void => {
  if (node.definition.hints.calculated) {
    node.overridden = node.answers.some(({ isEmpty }) => !isEmpty);
    if (node.overridden) {
      for (const slot of node.answers) if (slot.source === "calculated") slot.source = undefined;
    }
    // Emptied, it is calculated again.
    else core.recalculation.mark(node);
  }
  core.changed(node, changes);
};

const change = (
  core: FormCore,
  at: FormNode | string,
  index: number,
  make: (node: StateNode, slot: Slot) => FormProblemCode | undefined,
): Result<void> => {
  const node = core.own(at);
  if (!node?.definition.isQuestion) return refuse("item-has-no-answers");
  if (node.readOnly) return refuse("item-read-only");
  const slot = node.answers[index];
  if (!slot) return refuse("answer-not-there");
  return core.batch(() => {
    const wrong = make(node, slot);
    if (wrong) return refuse(wrong);
    slot.source = undefined;
    answered(core, node, CHANGE.answers);
    return success(undefined);
  });
};

export const setAnswer = (
  core: FormCore,
  at: FormNode | string,
  index: number,
  value: AnswerValue | undefined,
): Result<void> =>
  change(core, at, index, ({ definition }, slot) => {
    const fitting = value && fittingValue(value, definition);
    if (value && !fitting) return "answer-type-wrong";
    slot.set(fitting);
    return undefined;
  });

export const typeText = (
  core: FormCore,
  at: FormNode | string,
  index: number,
  raw: string,
  unit: Coding | undefined,
): Result<void> =>
  change(core, at, index, (node, slot) => {
    readTyped(node, slot, raw, unit);
    return undefined;
  });

export const tidy = (core: FormCore, at: FormNode | string, index: number): void => {
  const node = core.own(at);
  const slot = node?.answers[index];
  if (!node || slot?.typed === undefined || slot.problem) return;
  core.batch(() => {
    slot.typed = undefined;
    core.touch(node, CHANGE.answers);
  });
};

export const confirm = (core: FormCore, at: FormNode | string): void => {
  const node = core.own(at);
  if (!node) return;
  core.batch(() => {
    for (const slot of node.answers) if (slot.source !== "calculated") slot.source = undefined;
    core.touch(node, CHANGE.answers);
  });
};

/**
 * Chooses or unchooses an option. In a question that repeats, an exclusive option puts out all others, and any other
 * puts out an exclusive one; in one that does not, the option takes the place of what was chosen.
 */
export const toggle = (core: FormCore, at: FormNode | string, value: AnswerValue): Result<void> => {
  const node = core.own(at);
  if (!node?.definition.isQuestion) return refuse("item-has-no-answers");
  if (node.readOnly) return refuse("item-read-only");
  if (!fittingValue(value, node.definition)) return refuse("answer-type-wrong");
  const place = node.answers.findIndex((slot) => isSameValue(slot.value, value));
  return core.batch(() => {
    if (place >= 0) {
      if (node.definition.repeats) removeAnswer(core, node, place);
      else setAnswer(core, node, place, undefined);
      return success(undefined);
    }
    if (!node.definition.repeats) return setAnswer(core, node, 0, value);
    const { options } = core.options(node);
    const isExclusive = (other: AnswerValue | undefined): boolean =>
      options.some((option) => option.exclusive && isSameValue(option.value, other));
    for (let index = node.answers.length - 1; index >= 0; index--) {
      const other = node.answers[index]?.value;
      if (other && (isExclusive(value) || isExclusive(other))) removeAnswer(core, node, index);
    }
    const free = node.answers.findIndex(({ isEmpty }) => isEmpty);
    if (free < 0) insertAnswer(core, node);
    return setAnswer(core, node, free < 0 ? node.answers.length - 1 : free, value);
  });
};

export const insertAnswer = (core: FormCore, node: StateNode): Slot =>
  core.batch(() => {
    const slot = core.insert(node);
    core.changed(node, CHANGE.children);
    return slot;
  });

export const removeAnswer = (core: FormCore, at: FormNode | string, index: number): void => {
  const node = core.own(at);
  const slot = node?.answers[index];
  if (!node || !slot || node.readOnly) return;
  core.batch(() => {
    core.forget(slot.children);
    node.answers.splice(index, 1);
    if (node.answers.length === 0) insertAnswer(core, node);
    answered(core, node, CHANGE.children | CHANGE.answers);
  });
};
