import type { ListPage } from "../profile/page-schema.ts";
import type { ListRows } from "./list-rows.ts";

/** Selectors of one element alone, or of a row's own child: what stands around the row does not decide what they find. */
const ALONE = /^(?::scope\s*>\s*)?[^\s>+~:,|]+$/u;
/** From how many moved containers on nothing is remembered: looking for rows in each would cost more than reading. */
const MOST_CONTAINERS = 20;

const isElement = (node: Node): node is Element => node.nodeType === 1;

/** Whether what a row says follows from the row's own content, and no change of it goes without a mutation. */
const isSelfContained = (page: ListPage): boolean => {
  const { identifiers, name, birthDate, sex } = page.fields;
  const fields = [...identifiers, name, birthDate, sex].flatMap((field) => field?.parts ?? []);
  const signals = page.emergency.flatMap((signal) => (signal.when === "present" ? [] : [signal.part]));
  const parts = [...fields, ...signals];
  const selectors = [
    page.columns?.cells,
    ...parts.map((part) => part.selector),
    ...page.emergency.map((signal) => (signal.when === "present" ? signal.selector : undefined)),
  ];
  return (
    parts.every(({ from }) => from !== "value" && from !== "selected-option") &&
    selectors.every((selector) => selector === undefined || ALONE.test(selector))
  );
};

/**
 * What was read from rows that no mutation has touched since. A row that was out of the document in between is
 * forgotten, since nobody sees what happens to it there.
 */
export class RowMemory<Said> {
  readonly #said = new Map<Element, Said>();
  readonly #usable: boolean;

  constructor(page: ListPage) {
    this.#usable = isSelfContained(page);
  }

  get(row: Element): Said | undefined {
    return this.#said.get(row);
  }

  set(row: Element, said: Said): void {
    if (this.#usable) this.#said.set(row, said);
  }

  clear(): void {
    this.#said.clear();
  }

  /** Keeps no element that is none of the list's rows any more. */
  keepOnly(rows: ListRows): void {
    for (const row of this.#said.keys()) if (!rows.stillHas(row)) this.#said.delete(row);
  }

  /** Forgets what these mutations may have changed in a list, whose rows all stand below `root`. */
  touch(records: readonly MutationRecord[], root: Element): void {
    let containers = 0;
    let last: Node | undefined;
    for (const record of records) {
      if (this.#said.size === 0) return;
      if (record.target !== last) this.#forgetAround(record.target, root);
      last = record.target;
      if (record.type !== "childList") continue;
      for (const nodes of [record.addedNodes, record.removedNodes])
        for (const node of nodes) {
          if (!isElement(node) || this.#said.delete(node) || node.firstElementChild === null) continue;
          containers += 1;
          if (containers > MOST_CONTAINERS) this.#said.clear();
          for (const row of this.#said.keys()) if (node.contains(row)) this.#said.delete(row);
        }
    }
  }

  #forgetAround(target: Node, root: Element): void {
    for (let node: Node | null = target; node !== null && node !== root; node = node.parentNode)
      if (isElement(node)) this.#said.delete(node);
  }
}
