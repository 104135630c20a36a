import type { FormDefinition } from "../definition/compile-form.ts";
import { URLS } from "../definition/extension-urls.ts";
import type { Extension } from "../questionnaire/data-types.ts";
import type { Slot, StateNode } from "../state/state-node.ts";
import type { QuestionnaireResponse, ResponseAnswer, ResponseItem, ResponseStatus } from "./response.ts";

const draftExtensions = (slot: Slot): readonly Extension[] => {
  const extensions: Extension[] = [];
  if (slot.problem && slot.typed !== undefined) {
    extensions.push({ url: URLS.typedText, valueString: slot.typed });
  }
  if (slot.source !== undefined) extensions.push({ url: URLS.answerSource, valueCode: slot.source });
  return extensions;
};

const answersOf = (node: StateNode, isDraft: boolean): readonly ResponseAnswer[] =>
  node.answers.flatMap((slot) => {
    const item = itemsOf(slot.children, isDraft);
    const kept: { readonly extension?: readonly Extension[] } = slot.kept ?? {};
    const extension = [...(isDraft ? draftExtensions(slot) : []), ...(kept.extension ?? [])];
    if (slot.value === undefined && item.length === 0 && extension.length === 0) return [];
    return [
      {
        ...kept,
        ...(extension.length > 0 && { extension }),
        ...slot.value,
        ...(item.length > 0 && { item }),
      },
    ];
  });

const itemsOf = (nodes: readonly StateNode[], isDraft: boolean): readonly ResponseItem[] => {
  const items: ResponseItem[] = [];
  for (const node of nodes) {
    const { type, linkId, item: definition } = node.definition;
    if (type === "display" || !(node.enabled || isDraft)) continue;
    const answer = type === "group" ? [] : answersOf(node, isDraft);
    const item = type === "group" ? itemsOf(node.children, isDraft) : [];
    if (answer.length === 0 && item.length === 0) continue;
    items.push({
      ...node.kept,
      linkId,
      ...(definition.text !== undefined && { text: definition.text }),
      ...(answer.length > 0 && { answer }),
      ...(item.length > 0 && { item }),
    });
  }
  return items;
};

/**
 * The form as a QuestionnaireResponse. `in-progress` keeps all: answers of items that are not shown now, text that
 * could not be read, where unconfirmed answers came from. Any other status has what is shown and answered, no more.
 * What else the response said from which the form was started (subject, author and so on) stays as it was.
 */
export const responseOf = (
  { canonical }: FormDefinition,
  roots: readonly StateNode[],
  leftOver: readonly ResponseItem[],
  status: ResponseStatus,
  from: QuestionnaireResponse | undefined,
): QuestionnaireResponse => {
  const isDraft = status === "in-progress";
  const items = [...itemsOf(roots, isDraft), ...(isDraft ? leftOver : [])];
  const { item: _, ...others } = from ?? {};
  return {
    ...(canonical !== undefined && { questionnaire: canonical }),
    ...others,
    resourceType: "QuestionnaireResponse",
    status,
    ...(items.length > 0 && { item: items }),
  };
};
