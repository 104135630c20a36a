import type { Count } from "../profile/source-schema.ts";

/** What a selector finds below `scope`; undefined when the browser does not understand it. */
export const findElements = (scope: ParentNode, selector: string): Element[] | undefined => {
  try {
    return [...scope.querySelectorAll(selector)];
  } catch {
    return undefined;
  }
};

export const matchesSelector = (element: Element, selector: string): boolean => {
  try {
    return element.matches(selector);
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
