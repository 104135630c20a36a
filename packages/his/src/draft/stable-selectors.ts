import { findElements } from "../read/find-elements.ts";

/** What a click, a sort or a scroll turns on and off says nothing about what an element is. */
const PASSING =
  /^(odd|even|active|selected|hover|focus|focused|open|opened|shown?|hidden|visible|disabled|current|highlight(ed)?|checked|loading|last|first|sort.*|ui-state-.*|(is|has|was)-.*|ng-(dirty|pristine|touched|untouched|valid|invalid|empty|not-empty).*|v-.*|.*-(active|selected|hover|focus|odd|even|open))$/iu;
const PLAIN = /^[a-z][\w-]*$/iu;

/** Digits in the middle of a name were made by a build or a session, and are others tomorrow. */
const isGenerated = (name: string): boolean =>
  /\d{3,}/u.test(name) ||
  name
    .split(/[-_]/u)
    .some((piece) => piece.length >= 5 && /[a-z]/iu.test(piece) && (piece.match(/\d/gu)?.length ?? 0) >= 2);

export const isStableName = (name: string): boolean =>
  PLAIN.test(name) && name.length <= 60 && !isGenerated(name) && !PASSING.test(name);

const ATTRIBUTES = [
  "name",
  "role",
  "data-field",
  "data-testid",
  "data-label",
  "col-id",
  "formcontrolname",
  "ng-model",
  "v-model",
];

/** The column that a grid names in an attribute: `grid_HOTEN` ends in what the hospital's software calls it (DOMAIN 7.1). */
const SUFFIXED = "aria-describedby";

const quoted = (value: string): string => `"${value.replace(/["\\]/gu, "\\$&")}"`;

/** Simple selectors of one element, the most lasting first; its tag is the last. */
export const simpleSelectors = (element: Element): readonly string[] => {
  const found: string[] = [];
  if (isStableName(element.id)) found.push(`#${element.id}`);
  const suffix = /_[A-Z][A-Z0-9_]*$/iu.exec(element.getAttribute(SUFFIXED) ?? "")?.[0];
  if (suffix !== undefined) found.push(`[${SUFFIXED}$=${quoted(suffix)}]`);
  for (const attribute of ATTRIBUTES) {
    const value = element.getAttribute(attribute);
    if (value !== null && value !== "" && value.length <= 60 && !isGenerated(value))
      found.push(`${element.localName}[${attribute}=${quoted(value)}]`);
  }
  for (const name of element.classList) if (isStableName(name)) found.push(`${element.localName}.${name}`);
  found.push(element.localName);
  return found;
};

const finds = (scope: ParentNode, selector: string, elements: readonly Element[]): boolean => {
  const found = findElements(scope, selector);
  return (
    found !== undefined &&
    found.length === elements.length &&
    found.every((element, at) => element === elements[at])
  );
};

const childrenAround = (element: Element): Iterable<Element> => {
  const parent = element.parentNode;
  return parent !== null && "children" in parent && parent.children instanceof HTMLCollection
    ? parent.children
    : [];
};

/** The element among its siblings. At the top of a shadow tree, which `:scope` does not name, it is who has no parent. */
const nth = (element: Element): string => {
  const twins = [...childrenAround(element)].filter((twin) => twin.localName === element.localName);
  const place =
    twins.length < 2 ? element.localName : `${element.localName}:nth-of-type(${twins.indexOf(element) + 1})`;
  return element.parentElement === null && element.parentNode instanceof ShadowRoot
    ? `${place}:not(* > *)`
    : place;
};

/** A selector that finds this element alone within `scope`, which holds it in the same tree. */
export const selectorOf = (element: Element, scope: ParentNode): string => {
  const alone = simpleSelectors(element).find((selector) => finds(scope, selector, [element]));
  if (alone !== undefined) return alone;
  let tail = nth(element);
  for (let above = element.parentElement; above !== null && above !== scope; above = above.parentElement) {
    for (const start of simpleSelectors(above)) {
      const near = simpleSelectors(element)
        .map((simple) => `${start} ${simple}`)
        .find((selector) => finds(scope, selector, [element]));
      if (near !== undefined) return near;
      if (finds(scope, `${start} > ${tail}`, [element])) return `${start} > ${tail}`;
    }
    tail = `${nth(above)} > ${tail}`;
  }
  return scope instanceof Element ? `:scope > ${tail}` : tail;
};

/** As `selectorOf`, with `>>>` into every shadow root on the way from `scope`. */
export const deepSelectorOf = (element: Element, scope: Element | Document): string => {
  const tree = element.getRootNode();
  return scope.contains(element) || !(tree instanceof ShadowRoot)
    ? selectorOf(element, scope)
    : `${deepSelectorOf(tree.host, scope)} >>> ${selectorOf(element, tree)}`;
};

/** The same from the document. */
export const documentSelectorOf = (element: Element): string =>
  deepSelectorOf(element, element.ownerDocument);

/** What all these elements share, most lasting first; the tag is always among it. */
const shared = (elements: readonly Element[]): readonly string[] => {
  const [first, ...rest] = elements;
  if (first === undefined) return [];
  const others = rest.map((element) => new Set(simpleSelectors(element)));
  return simpleSelectors(first).filter((selector) => others.every((set) => set.has(selector)));
};

/** A selector that finds exactly these elements, in this order, within `scope`; undefined when nothing tells them apart. */
export const selectorOfAll = (elements: readonly Element[], scope: Element): string | undefined => {
  const own = shared(elements);
  const parents = new Set(elements.map((element) => element.parentElement));
  const [parent] = parents;
  const above =
    parents.size !== 1 || parent === null || parent === undefined
      ? []
      : parent === scope
        ? [":scope"]
        : [...simpleSelectors(parent), selectorOf(parent, scope)];
  const below = above.flatMap((start) => [...own, "*"].map((simple) => `${start} > ${simple}`));
  // Where the first one is a header made like all others, nothing but its place tells it apart.
  const tries = [...own, ...below, ...below.map((simple) => `${simple}:not(:first-child)`)];
  return tries.find((selector) => selector.length <= 400 && finds(scope, selector, elements));
};
