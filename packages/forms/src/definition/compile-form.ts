import type { AnswerValueName } from "../questionnaire/data-types.ts";
import type { ItemType, Questionnaire, QuestionnaireItem } from "../questionnaire/questionnaire.ts";
import { type Dependencies, isReactive, readDependencies } from "./dependencies.ts";
import type { ItemDefinition, ItemHints } from "./item-definition.ts";
import { readHints } from "./read-hints.ts";

/** A Questionnaire made ready once: any number of forms may be started from it. */
export interface FormDefinition {
  readonly questionnaire: Questionnaire;
  /** `url|version`, as a response names it. */
  readonly canonical: string | undefined;
  /** The top level. */
  readonly roots: readonly ItemDefinition[];
  /** All items in document order. */
  readonly items: readonly ItemDefinition[];
  readonly byLinkId: ReadonlyMap<string, ItemDefinition>;
  /** What the extensions of the Questionnaire itself say: variables, constraints. */
  readonly hints: Readonly<ItemHints>;
  /** Of conditions; those of expressions are known once these are loaded. */
  readonly dependencies: Dependencies;
  /** Whether FHIRPath is needed to fill it. */
  readonly usesExpressions: boolean;
}

const VALUE_NAMES: Readonly<Record<ItemType, AnswerValueName | undefined>> = {
  group: undefined,
  display: undefined,
  boolean: "valueBoolean",
  decimal: "valueDecimal",
  integer: "valueInteger",
  date: "valueDate",
  dateTime: "valueDateTime",
  time: "valueTime",
  string: "valueString",
  text: "valueString",
  url: "valueUri",
  choice: "valueCoding",
  "open-choice": "valueCoding",
  attachment: "valueAttachment",
  reference: "valueReference",
  quantity: "valueQuantity",
};

const hasExpression = (hints: Readonly<ItemHints>): boolean =>
  hints.calculated !== undefined ||
  hints.initialExpression !== undefined ||
  hints.enableWhenExpression !== undefined ||
  hints.answerExpression !== undefined ||
  hints.variables !== undefined ||
  hints.constraints !== undefined;

/** Indexes a Questionnaire that `readQuestionnaire` accepted, in time linear in its items. */
export const compileForm = (questionnaire: Questionnaire): FormDefinition => {
  const items: ItemDefinition[] = [];
  const byLinkId = new Map<string, ItemDefinition>();
  const compile = (
    sources: readonly QuestionnaireItem[] | undefined,
    parent: ItemDefinition | undefined,
    into: ItemDefinition[],
  ): void => {
    for (const item of sources ?? []) {
      const children: ItemDefinition[] = [];
      const hints = readHints(item.extension);
      const definition: ItemDefinition = {
        item,
        linkId: item.linkId,
        type: item.type,
        index: items.length,
        depth: parent ? parent.depth + 1 : 0,
        parent,
        children,
        isQuestion: item.type !== "group" && item.type !== "display",
        repeats: item.repeats === true && item.type !== "display",
        isHidden: hints.hidden === true || parent?.isHidden === true,
        isReactive: isReactive(item, hints),
        hints,
        valueName: VALUE_NAMES[item.type],
      };
      items.push(definition);
      byLinkId.set(item.linkId, definition);
      into.push(definition);
      compile(item.item, definition, children);
    }
  };
  const roots: ItemDefinition[] = [];
  compile(questionnaire.item, undefined, roots);
  const { url, version } = questionnaire;
  const hints = readHints(questionnaire.extension);
  return {
    questionnaire,
    canonical: url === undefined || version === undefined ? url : `${url}|${version}`,
    roots,
    items,
    byLinkId,
    hints,
    usesExpressions: hasExpression(hints) || items.some((item) => hasExpression(item.hints)),
    dependencies: readDependencies(items, byLinkId),
  };
};
