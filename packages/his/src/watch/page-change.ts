import { matchesSelector } from "../read/find-elements.ts";
import type { ListRows } from "../read/list-rows.ts";
import { holds } from "../read/shadow-roots.ts";

/** From how many records or nodes on a change is not looked at in detail. */
const HUGE = 1000;
const DETAILED = 200;

/** What happened to the page since the last read. */
export interface PageChange {
  readonly records: readonly MutationRecord[];
  /** Too much to look at record by record: everything is read again. */
  readonly huge: boolean;
}

export const NO_CHANGE: PageChange = { records: [], huge: false };

/** Collects mutation records between two reads, in bounded memory. */
export class ChangeCollector {
  #records: MutationRecord[] = [];
  #nodes = 0;
  #huge = true;

  add(records: readonly MutationRecord[]): void {
    if (this.#huge) return;
    for (const record of records) {
      this.#nodes += 1;
      if (record.type === "childList") this.#nodes += record.addedNodes.length + record.removedNodes.length;
      if (this.#nodes <= HUGE) continue;
      this.addEverything();
      return;
    }
    this.#records.push(...records);
  }

  addEverything(): void {
    this.#huge = true;
    this.#records = [];
  }

  take(): PageChange {
    const change = { records: this.#records, huge: this.#huge };
    this.#records = [];
    this.#nodes = 0;
    this.#huge = false;
    return change;
  }
}

/** Whether a change is looked at as a whole, not record by record. */
export const tooMuch = ({ huge, records }: PageChange): boolean => huge || records.length > DETAILED;

/** Whether a change can matter to what stands in these elements: it is in one, around one, or took one away. */
export const touches = (change: PageChange, elements: readonly Element[]): boolean => {
  if (tooMuch(change)) return true;
  if (elements.some((element) => !element.isConnected)) return true;
  let last: Node | undefined;
  for (const { target } of change.records) {
    // A page that takes a list apart and builds it again says so node by node.
    if (target === last) continue;
    last = target;
    for (const element of elements) if (holds(element, target) || holds(target, element)) return true;
  }
  return false;
};

/** Selectors that answer otherwise when a text changes. */
const OF_TEXTS = /:(?:empty|dir|placeholder|valid|invalid|user)/u;

/** Whether a change was one of texts alone, after which selectors find what they found before, unless they `readText`. */
export const keepsSelected = (change: PageChange, readText: boolean): boolean =>
  !readText && !tooMuch(change) && isOfTexts(change);

/** Asked for each list of a page; a change stays what it is. */
const textual = new WeakMap<PageChange, boolean>();

const isOfTexts = (change: PageChange): boolean => {
  let answer = textual.get(change);
  if (answer === undefined) {
    answer = change.records.every(isOfText);
    textual.set(change, answer);
  }
  return answer;
};

/** Whether one of these selectors may find something else when a text changes. */
export const selectsByText = (selectors: string): boolean => OF_TEXTS.test(selectors);

/** The text of a style sheet is none to read. */
const isOfText = ({ type, target, addedNodes, removedNodes }: MutationRecord): boolean => {
  if (type === "attributes") return false;
  const element = isElement(target) ? target : target.parentElement;
  if (element?.localName === "style") return false;
  return type === "characterData" || (areTexts(addedNodes) && areTexts(removedNodes));
};

const areTexts = (nodes: NodeList): boolean => {
  for (const { nodeType } of nodes) if (nodeType !== 3) return false;
  return true;
};

/** Whether the set of rows may be another one now. Changes inside a known row that stays a row do not count. */
export const rowsMayDiffer = (change: PageChange, rows: ListRows, selector: string): boolean => {
  if (tooMuch(change)) return true;
  if (keepsSelected(change, selectsByText(selector))) return false;
  const dependsOnSiblings = /[+~]|:has\(|:nth|:first|:last|:only|:empty/u.test(selector);
  const dependsOnStyle = selector.includes("style");
  return change.records.some(({ type, target, attributeName }) => {
    if (type === "characterData") return false;
    const element = isElement(target) ? target : undefined;
    if (type === "attributes") {
      if (attributeName === "style" && !dependsOnStyle) return false;
      if (dependsOnSiblings || element === undefined) return true;
      return (
        matchesSelector(element, selector) !== rows.has(element) ||
        (!rows.has(element) && !inRow(element, rows))
      );
    }
    return dependsOnSiblings || !inRow(target, rows);
  });
};

const isElement = (node: Node): node is Element => node.nodeType === 1;

const inRow = (node: Node, rows: ListRows): boolean => {
  let element = isElement(node) ? node : node.parentElement;
  if (rows.standsOutside(element)) return false;
  for (let depth = 0; element !== null && depth < 30; depth += 1) {
    if (rows.has(element)) return true;
    element = element.parentElement;
  }
  return false;
};
