import type { Count } from "../profile/source-schema.ts";
import { shadowRootOf } from "./shadow-roots.ts";

/** Steps from an element into its shadow root. */
const INTO = ">>>";

const findThrough = (scope: ParentNode, [first = "", ...rest]: readonly string[]): Element[] => {
  const found = [...scope.querySelectorAll(first)];
  if (rest.length === 0) return found;
  return found.flatMap((host) => {
    const root = shadowRootOf(host);
    return root === null ? [] : findThrough(root, rest);
  });
};

/** What a selector finds below `scope`, and in shadow roots that it names; undefined when it is malformed. */
export const findElements = (scope: ParentNode, selector: string): Element[] | undefined => {
  try {
    if (selector.includes(INTO)) return findThrough(scope, selector.split(INTO));
    return [...scope.querySelectorAll(selector)];
  } catch {
    return undefined;
  }
};

/** Whether an element is what the selector ends in; the shadow roots on the way to it are not looked at. */
export const matchesSelector = (element: Element, selector: string): boolean => {
  try {
    return element.matches(selector.includes(INTO) ? (selector.split(INTO).at(-1) ?? "") : selector);
  } catch {
    return false;
  }
};

/** Whether a number of elements is what the profile states; exactly one where it states nothing. */
export const countFits = (found: number, stated: Count | undefined): boolean =>
  stated === undefined ? found === 1 : found >= stated.min && found <= stated.max;

/** Whether the element is rendered at all: a template, a closed dialog or a hidden tab shows nobody anything. */
export const isShown = (element: Element): boolean =>
  element.isConnected && element.checkVisibility({ visibilityProperty: true });
