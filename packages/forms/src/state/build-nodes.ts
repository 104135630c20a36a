import type { FormDefinition } from "../definition/compile-form.ts";
import { URLS } from "../definition/extension-urls.ts";
import type { ItemDefinition } from "../definition/item-definition.ts";
import { formProblem } from "../messages/form-messages.ts";
import type { Extension } from "../questionnaire/data-types.ts";
import { ANSWER_VALUE } from "../questionnaire/shapes.ts";
import { soleValue } from "../questionnaire/sole-value.ts";
import type { ResponseAnswer, ResponseItem } from "../response/response.ts";
import { formatValue } from "../text/format-value.ts";
import { fittingValue } from "./answer-types.ts";
import type { AnswerSource } from "./form-node.ts";
import { Slot, StateNode } from "./state-node.ts";

const SOURCES: readonly AnswerSource[] = ["page", "roster", "form", "visit", "user", "initial", "calculated"];

const stringOf = (extensions: readonly Extension[] | undefined, url: string): string | undefined => {
  const extension = extensions?.find((candidate) => candidate.url === url);
  return extension?.valueString ?? extension?.valueCode;
};

const ITEM_OWN: ReadonlySet<string> = new Set(["linkId", "text", "answer", "item"]);
const ANSWER_OWN: ReadonlySet<string> = new Set([...Object.keys(ANSWER_VALUE), "extension", "item"]);

/** The elements that the engine does not speak of itself. */
const othersOf = (source: object, own: ReadonlySet<string>): object | undefined => {
  const others = Object.entries(source).filter(([name]) => !own.has(name));
  return others.length > 0 ? Object.fromEntries(others) : undefined;
};

/** Repeats that stand there empty because a form asks for them: of one group, and items in all of them. */
export const MOST_REPEATS = 100;
const MOST_SPARE = 5_000;

const NO_ITEMS: readonly ResponseItem[] = [];

const groupedByLinkId = (items: readonly ResponseItem[]): Map<string, ResponseItem[]> | undefined => {
  if (items.length === 0) return undefined;
  const groups = new Map<string, ResponseItem[]>();
  for (const item of items) {
    const same = groups.get(item.linkId);
    if (same) same.push(item);
    else groups.set(item.linkId, [item]);
  }
  return groups;
};

/** Makes nodes out of definitions, and out of a response where there is one. */
export class NodeBuilder {
  #serial = 0;
  /** Items of the response that the form does not have. */
  readonly leftOver: ResponseItem[] = [];

  constructor(
    readonly form: FormDefinition,
    readonly instances: StateNode[][],
    readonly byKey: Map<string, StateNode>,
    /** Told where a form asks for more repeats than are made. */
    readonly cut: (group: ItemDefinition) => void,
    /** Whether `initial` values apply: they do where no response is there yet. */
    public startsFresh: boolean,
  ) {}

  level(
    definitions: readonly ItemDefinition[],
    parent: StateNode | undefined,
    holder: Slot | undefined,
    items: readonly ResponseItem[] | undefined,
  ): StateNode[] {
    const given = groupedByLinkId(items ?? []);
    const nodes: StateNode[] = [];
    for (const definition of definitions) {
      const sources = given?.get(definition.linkId) ?? NO_ITEMS;
      given?.delete(definition.linkId);
      if (definition.type === "group" && (definition.repeats || sources.length > 1)) {
        const least = Math.max(1, sources.length);
        const wanted = Math.max(least, definition.hints.minOccurs ?? 0);
        for (let place = 0; place < wanted; place++) {
          if (
            place >= least &&
            (place >= MOST_REPEATS || this.byKey.size - this.form.items.length > MOST_SPARE)
          ) {
            this.cut(definition);
            break;
          }
          nodes.push(this.node(definition, parent, holder, sources.slice(place, place + 1)));
        }
      } else nodes.push(this.node(definition, parent, holder, sources));
    }
    for (const unknown of given?.values() ?? []) this.leftOver.push(...unknown);
    return nodes;
  }

  node(
    definition: ItemDefinition,
    parent: StateNode | undefined,
    holder: Slot | undefined,
    sources: readonly ResponseItem[],
  ): StateNode {
    const node = new StateNode(this.#key(definition, parent), definition, parent, holder);
    this.byKey.set(node.key, node);
    this.instances[definition.index]?.push(node);
    node.kept = sources[0] && othersOf(sources[0], ITEM_OWN);
    if (definition.type === "group") {
      const [source] = sources;
      node.members = this.level(definition.children, node, undefined, source?.item);
    } else if (definition.isQuestion) {
      for (const { answer, item: items } of sources) {
        for (const given of answer ?? (items ? [{ item: items }] : [])) {
          this.#fill(node, this.slot(node, given.item), given);
        }
      }
      if (node.answers.length === 0) this.#initial(node);
    }
    return node;
  }

  /** A further place for an answer, with the items under it. */
  slot(node: StateNode, items?: readonly ResponseItem[]): Slot {
    const slot = new Slot(++this.#serial);
    node.answers.push(slot);
    const { children } = node.definition;
    if (children.length > 0) slot.children = this.level(children, node, slot, items);
    return slot;
  }

  #fill(node: StateNode, slot: Slot, answer: ResponseAnswer): void {
    slot.value = fittingValue(answer, node.definition);
    // Beside a value it would be shown in its place: something else than what is submitted.
    slot.typed = slot.value ? undefined : stringOf(answer.extension, URLS.typedText);
    const source = stringOf(answer.extension, URLS.answerSource);
    slot.source = SOURCES.find((known) => known === source);
    const foreign = answer.extension?.filter(
      ({ url }) => url !== URLS.typedText && url !== URLS.answerSource,
    );
    const others = othersOf(answer, ANSWER_OWN);
    slot.kept = foreign?.length ? { ...others, extension: foreign } : others;
    const other = slot.value ? undefined : soleValue(answer);
    if (!other) return;
    slot.typed = formatValue(other, "vi");
    slot.problem = formProblem("answer-type-wrong");
  }

  #initial(node: StateNode): void {
    const { initial, answerOption } = node.definition.item;
    if (this.startsFresh && (initial || answerOption)) {
      const selected = answerOption?.filter(({ initialSelected }) => initialSelected);
      for (const given of initial ?? selected ?? []) {
        const value = fittingValue(given, node.definition);
        // A quantity that states only its unit is a hint of the unit, not an answer.
        if (!value || (value.valueQuantity && value.valueQuantity.value === undefined)) continue;
        const slot = this.slot(node);
        slot.value = value;
        slot.source = "initial";
        if (!node.definition.repeats) break;
      }
    }
    if (node.answers.length === 0) this.slot(node);
  }

  /** The linkId, and a number behind it where there may be more of the kind: one that makes it nobody else's linkId. */
  #key(definition: ItemDefinition, parent: StateNode | undefined): string {
    const { linkId, type, repeats } = definition;
    const isRepeated =
      (type === "group" && repeats) ||
      (parent &&
        (parent.key !== parent.definition.linkId ||
          (parent.definition.isQuestion && parent.definition.repeats)));
    let key = linkId;
    const isTaken = (): boolean => this.byKey.has(key) || (key !== linkId && this.form.byLinkId.has(key));
    for (let isNumbered = isRepeated; isNumbered || isTaken(); isNumbered = false) {
      key = `${linkId}:${++this.#serial}`;
    }
    return key;
  }
}
