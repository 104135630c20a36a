import type { Part } from "../profile/source-schema.ts";
import { isHeader, type RowCells } from "./columns.ts";
import { countFits, findMany, searchFault } from "./find-elements.ts";
import type { ReadingFault } from "./reading-faults.ts";
import { tidyText } from "./tidy-text.ts";

const LONGEST = 1000;

/** A fault is kept apart from every text, so that no text of a page can pass for one. */
export class Fault {
  readonly fault: ReadingFault;
  constructor(fault: ReadingFault) {
    this.fault = fault;
  }
}

/** Where parts are looked up: a row with its cells, or a patient's root without. */
export interface PartScope {
  readonly element: Element;
  readonly cells?: RowCells | ReadingFault | undefined;
}

const isInput = (element: Element): element is HTMLInputElement => element.localName === "input";
const isTextArea = (element: Element): element is HTMLTextAreaElement => element.localName === "textarea";
const isSelect = (element: Element): element is HTMLSelectElement => element.localName === "select";

const ownText = (element: Element): string => {
  let text = "";
  for (const node of element.childNodes) if (node.nodeType === 3) text += node.nodeValue ?? "";
  return text;
};

const rawText = (element: Element, part: Part): string | Fault => {
  switch (part.from) {
    case "text":
      return element.textContent ?? "";
    case "own-text":
      return ownText(element);
    case "attribute":
      return element.getAttribute(part.attribute) ?? "";
    case "value":
      if (isInput(element) && element.type !== "password") return element.value;
      return isTextArea(element) ? element.value : new Fault("not-a-control");
    case "selected-option":
      if (!isSelect(element) || element.multiple) return new Fault("not-a-control");
      return element.selectedOptions[0]?.textContent ?? "";
  }
};

/** Below which a part is looked for: the cell under its header, or the whole. */
const baseOf = (part: Part, scope: PartScope): Element | Fault => {
  if (part.header === undefined) return scope.element;
  if (scope.cells === undefined || typeof scope.cells === "string")
    return new Fault(scope.cells ?? "header-missing");
  const cell = scope.cells.under(part.header);
  return typeof cell === "string" ? new Fault(cell) : cell;
};

const elementsOf = (part: Part, scope: PartScope): ArrayLike<Element> | Fault => {
  const base = baseOf(part, scope);
  if (base instanceof Fault) return base;
  if (part.selector === undefined) return [base];
  const found = findMany(base, part.selector);
  if (found === undefined) return new Fault(searchFault(part.selector));
  return countFits(found.length, part.count) ? found : new Fault("element-count-off");
};

/** The text of a part as the page holds it, not yet tidied; "" when there is none. Cheap: called for every row on screen. */
export const readRaw = (part: Part, scope: PartScope): string | Fault => {
  const elements = elementsOf(part, scope);
  if (elements instanceof Fault) return elements;
  const first = elements[0];
  if (first === undefined) return "";
  const text = rawText(first, part);
  if (text instanceof Fault) return text;
  if (text.length > LONGEST) return new Fault("text-too-long");
  for (let at = 1; at < elements.length; at += 1) {
    const other = elements[at];
    const otherText = other === undefined ? "" : rawText(other, part);
    if (otherText instanceof Fault) return otherText;
    if (tidyText(otherText) !== tidyText(text)) return new Fault("texts-differ");
  }
  return text;
};

/** Tidies a raw text and takes the stated part of it. */
export const refineSignal = (raw: string | Fault, part: Part): string | Fault => {
  if (raw instanceof Fault) return raw;
  const text = tidyText(raw);
  if (part.match === undefined || text === "") return text;
  const found = [...text.matchAll(new RegExp(part.match.pattern, "giu"))];
  const [only] = found;
  if (only === undefined || found.length > 1) return new Fault("pattern-off");
  return (only[part.match.group] ?? "").trim();
};

/** As `refineSignal`, of a field: a cell that repeats its column's header is empty. */
export const refine = (raw: string | Fault, part: Part): string | Fault =>
  part.header !== undefined && !(raw instanceof Fault) && isHeader(tidyText(raw), part.header)
    ? ""
    : refineSignal(raw, part);
