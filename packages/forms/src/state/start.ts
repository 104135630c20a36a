import { isAnswerValue } from "../questionnaire/shapes.ts";
import type { QuestionnaireResponse } from "../response/response.ts";
import { fittingValue, isSameValue } from "./answer-types.ts";
import { readTyped } from "./edit-answers.ts";
import type { Expressions } from "./expressions.ts";
import type { FormCore } from "./form-core.ts";
import type { AnswerSource } from "./form-node.ts";
import { patterns, takePatterns } from "./patterns.ts";
import type { StateNode } from "./state-node.ts";

/** An answer that is there before anybody types: shown as such until it is confirmed. */
export interface PrefilledAnswer {
  readonly linkId: string;
  /** `{ valueString: … }` and so on. What does not fit the question is left out. */
  readonly value: object;
  readonly source: AnswerSource;
}

export interface FormOptions {
  /** A draft, or a response to look at or amend. Initial and prefilled values are not applied to it again. */
  readonly response?: QuestionnaireResponse;
  readonly prefilled?: readonly PrefilledAnswer[];
  /** FHIR resources by the name that launchContext gives them: patient, encounter, user and so on. */
  readonly launchContext?: Readonly<Record<string, unknown>>;
  /** ValueSets with an expansion, as JSON. */
  readonly valueSets?: readonly unknown[];
  readonly language?: string;
  /** Expressions wait for this: for the first screen to be painted, say. Their library is large. */
  readonly computeAfter?: Promise<unknown>;
}

const prefill = (core: FormCore, prefilled: readonly PrefilledAnswer[]): void => {
  for (const { linkId, value, source } of prefilled) {
    const definition = core.form.byLinkId.get(linkId);
    const node = definition && core.instances[definition.index]?.[0];
    const fitting = definition && isAnswerValue(value) ? fittingValue(value, definition) : undefined;
    if (!node || !fitting) continue;
    const free = node.answers.find(({ isEmpty, source: from }) => isEmpty || from === "initial");
    const slot = free ?? (definition.repeats ? core.insert(node) : undefined);
    slot?.set(fitting);
    if (slot) slot.source = source;
  }
};

/** Typed text that a draft kept is read again, so that its issue is there again. */
const reread = (core: FormCore): void => {
  for (const node of core.byKey.values()) {
    for (const slot of node.answers) {
      const { typed, source, value, problem } = slot;
      if (typed === undefined || value || problem) continue;
      readTyped(node, slot, typed);
      slot.source = source;
    }
  }
};

/** Whoever needs an expression is looked at, now that there are expressions or there will be none. */
const settle = (core: FormCore, before: (node: StateNode) => void): void => {
  core.recalculation.isWaiting = false;
  core.batch(() => {
    for (const node of core.byKey.values()) {
      const { hints, isReactive } = node.definition;
      before(node);
      if (isReactive) core.recalculation.mark(node);
      if (hints.constraints) core.touch(node, 0);
    }
  });
};

/** Answers that a response brought to a calculation, not all of them as calculated: perhaps a person's own. */
const isPerhapsOwn = ({ definition: { hints }, answers }: StateNode): boolean =>
  hints.calculated !== undefined &&
  answers.some(({ isEmpty, source }) => !isEmpty && source !== "calculated");

/** What a calculation would not give was somebody's own; asked when all conditions are up to date, as they were then. */
const keepOverrides = (core: FormCore, expressions: Expressions): void => {
  const perhaps = [...core.byKey.values()].filter(isPerhapsOwn);
  for (const node of perhaps) node.overridden = true;
  settle(core, () => undefined);
  core.batch(() => {
    for (const node of perhaps) {
      const values = expressions.calculated(node);
      const { answers, definition } = node;
      node.overridden =
        values === undefined ||
        (!definition.item.readOnly &&
          !(
            answers.length === Math.max(1, definition.repeats ? values.length : 1) &&
            answers.every(({ value }, place) => isSameValue(value, values[place]))
          ));
      core.recalculation.mark(node);
    }
  });
};

const load = async (core: FormCore, options: FormOptions): Promise<void> => {
  try {
    await options.computeAfter;
    const { FhirPathExpressions } = await import("../expressions/fhirpath-expressions.ts");
    if (core.isDisposed) return;
    const expressions = new FhirPathExpressions(core, options.launchContext ?? {});
    core.recalculation.expressions = expressions;
    if (options.response) keepOverrides(core, expressions);
    else settle(core, (node) => core.recalculation.initialise(node));
  } catch {
    core.report("expressions-unavailable");
    settle(core, () => undefined);
  }
};

/** Values are checked against patterns from when the check is here, those that were there before too. */
const loadPatterns = async (core: FormCore): Promise<void> => {
  if (patterns() || core.form.items.every(({ hints }) => hints.regex === undefined)) return;
  try {
    const { patternOf } = await import("./linear-pattern.ts");
    takePatterns(patternOf);
  } catch {
    core.report("patterns-unavailable");
  }
  if (core.isDisposed) return;
  core.batch(() => {
    for (const node of core.byKey.values())
      if (node.definition.hints.regex !== undefined) core.touch(node, 0);
  });
};

/** Brings a form from its nodes to a state that is up to date. The promise ends when patterns are checked and expressions computed. */
export const begin = (core: FormCore, options: FormOptions): Promise<void> => {
  if (!options.response) prefill(core, options.prefilled ?? []);
  else reread(core);
  const { leftOver } = core.builder;
  if (leftOver.length > 0) {
    const linkIds = [...new Set(leftOver.map(({ linkId }) => linkId))].join(", ");
    core.report("response-items-unknown", undefined, linkIds);
  }
  core.recalculation.isWaiting = core.form.usesExpressions;
  core.batch(() => {
    for (const node of core.byKey.values()) {
      core.touch(node, 0);
      if (node.definition.isReactive) core.recalculation.mark(node);
    }
  });
  const checked = loadPatterns(core);
  return core.form.usesExpressions ? load(core, options).then(() => checked) : checked;
};
