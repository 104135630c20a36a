import { shadowRootOf } from "../read/shadow-roots.ts";

/** How many elements of a page are looked at; a page of more is looked at as far as that. */
const MOST_ELEMENTS = 60_000;

/** Every element below `start`, shadow roots included, in document order. `skip`: what is not stepped into. */
export function* elementsBelow(
  start: ParentNode,
  skip: (element: Element) => boolean = () => false,
): Generator<Element> {
  const stack: Element[] = [...start.children].reverse();
  for (let seen = 0; seen < MOST_ELEMENTS; seen += 1) {
    const element = stack.pop();
    if (element === undefined) return;
    yield element;
    if (skip(element)) continue;
    const inside = shadowRootOf(element);
    for (const children of [element.children, inside?.children ?? []])
      for (let at = children.length - 1; at >= 0; at -= 1) {
        const child = children[at];
        if (child !== undefined) stack.push(child);
      }
  }
}
