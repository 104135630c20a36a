import { isShown } from "../read/find-elements.ts";
import { tidyText } from "../read/tidy-text.ts";
import { headerMeaning } from "./header-roles.ts";
import { isLabelText, nameOfControl, ownText, tiedLabel } from "./label-texts.ts";
import { readableControl, textOf } from "./text-place.ts";
import { elementsBelow } from "./walk-trees.ts";

/** A label with what stands behind it: one element, or several inputs that hold one thing in pieces. */
export interface FoundField {
  readonly label: string;
  readonly elements: readonly Element[];
}

const HIGHEST = 3;
const MOST_PIECES = 8;
/** Whatever holds more elements is a part of the page of its own. */
const LARGEST_PLACE = 40;
const NEVER = new Set(["script", "style", "template", "svg", "head", "option", "button"]);

const ENTERED = "input:not([type=hidden]), select, textarea";

const controlsIn = (element: Element): readonly Element[] =>
  (readableControl(element) === undefined
    ? [...element.querySelectorAll("input, select, textarea")]
    : [element]
  ).filter((control) => readableControl(control) !== undefined && isShown(control));

/** Whether another label stands here. A text of the label's own role is none: "Ưu tiên" may say "Cấp cứu". */
const holdsLabel = (element: Element, label: string): boolean => {
  const own = headerMeaning(label).roles.map(({ role }) => role);
  const inside = element.querySelectorAll("*");
  if (inside.length > LARGEST_PLACE) return true;
  return [element, ...inside].some((one) => {
    const text = ownText(one);
    const { roles } = headerMeaning(text);
    return isLabelText(text) && !(roles.length > 0 && roles.every(({ role }) => own.includes(role)));
  });
};

/** The deepest element that alone says all of this element's text. */
const innermost = (element: Element): Element => {
  const [only, ...more] = element.children;
  if (only === undefined || more.length > 0 || ownText(element) !== "") return element;
  return innermost(only);
};

/** What stands in one place: its inputs, or its text. */
const placeOf = (element: Element): readonly Element[] => {
  const controls = controlsIn(element);
  if (controls.length > 0) return controls.length <= MOST_PIECES ? controls : [];
  // A check box, a password: something is entered there, but no text.
  if (element.matches(ENTERED) || element.querySelector(ENTERED) !== null) return [];
  const inner = innermost(element);
  return NEVER.has(inner.localName) || !isShown(inner) ? [] : [inner];
};

const saysNothing = (elements: readonly Element[]): boolean =>
  elements.every((element) => readableControl(element) === undefined && tidyText(textOf(element)) === "");

/** A text that stands loose before a control: "Mã BN <input>". */
const looseLabel = (control: Element): string => {
  const before = control.previousSibling;
  return before?.nodeType === 3 ? tidyText(before.nodeValue ?? "") : "";
};

/** What follows a label: beside it, or beside what it stands in. Another label ends the search. */
const behind = (label: Element): readonly Element[] => {
  const inside = controlsIn(label);
  if (inside.length > 0) return inside.length <= MOST_PIECES ? inside : [];
  const children = [...label.children];
  if (children.length === 1 && children[0] !== undefined && /[:：]$/u.test(ownText(label)))
    return placeOf(children[0]);
  let empty: readonly Element[] = [];
  let at: Element | null = label;
  for (let level = 0; level < HIGHEST && at !== null; level += 1, at = at.parentElement) {
    for (let next = at.nextElementSibling; next !== null; next = next.nextElementSibling) {
      if (readableControl(next) === undefined && holdsLabel(next, ownText(label))) return empty;
      const found = placeOf(next);
      if (found.length > 0 && !saysNothing(found)) return piecesFrom(next, found);
      if (empty.length === 0) empty = found;
    }
    // Whatever else stands in the same place belongs to the same label only if the label came first.
    if (at.parentElement !== null && at.parentElement.firstElementChild !== at) return empty;
  }
  return empty;
};

/** Inputs beside the first one are pieces of the same thing: a card in six inputs (DOMAIN 7.3). */
const piecesFrom = (first: Element, found: readonly Element[]): readonly Element[] => {
  if (readableControl(first) !== "value") return found;
  const pieces: Element[] = [...found];
  for (
    let next = first.nextElementSibling;
    next !== null && readableControl(next) === "value";
    next = next.nextElementSibling
  )
    if (looseLabel(next) !== "" || tiedLabel(next) !== "") break;
    else if (isShown(next)) pieces.push(next);
  return pieces.length <= MOST_PIECES ? pieces : [];
};

/** Labels of a document with the controls or texts that they name, outside `lists`. Each element at most once. */
export const findFields = (document: Document, lists: readonly Element[]): readonly FoundField[] => {
  const inLists = new Set(lists);
  const skip = (element: Element): boolean => inLists.has(element) || NEVER.has(element.localName);
  const found: FoundField[] = [];
  const taken = new Set<Element>();
  const add = (label: string, elements: readonly Element[]): void => {
    if (elements.length === 0 || elements.some((element) => taken.has(element))) return;
    for (const element of elements) taken.add(element);
    found.push({ label, elements });
  };
  const all = [...elementsBelow(document, skip)].filter((element) => !skip(element));
  // What HTML itself ties together is surer than what stands side by side.
  for (const element of all) {
    const label = tiedLabel(element);
    if (label !== "" && isShown(element)) add(label, piecesFrom(element, [element]));
  }
  for (const element of all) {
    const label = readableControl(element) === undefined ? "" : looseLabel(element);
    if (isLabelText(label) && isShown(element)) add(label, piecesFrom(element, [element]));
  }
  for (const element of all) {
    const text = ownText(element);
    if (readableControl(element) === undefined && isLabelText(text) && isShown(element))
      add(text, behind(element));
  }
  for (const element of all)
    if (readableControl(element) !== undefined && !taken.has(element) && isShown(element)) {
      const name = nameOfControl(element);
      if (name !== "") add(name, [element]);
    }
  // Who it is often stands as a heading, without a label.
  for (const element of all)
    if (/^h[1-5]$/u.test(element.localName) && isShown(element) && !isLabelText(tidyText(textOf(element))))
      add("", [innermost(element)]);
  return found;
};
