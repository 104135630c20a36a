import type { Count } from "../profile/source-schema.ts";
import { shadowRootOf } from "./shadow-roots.ts";

/** Steps from an element into its shadow root. */
const INTO = ">>>";

/** At most so many elements of one step are asked for a shadow root: asking costs, and each root is watched from then on. */
const MOST_HOSTS = 500;

const findThrough = (scope: ParentNode, path: readonly string[]): Element[] | undefined => {
  let scopes = [scope];
  for (const [step, selector] of path.entries()) {
    const found = scopes.flatMap((one) => [...one.querySelectorAll(selector)]);
    if (step === path.length - 1) return found;
    if (found.length > MOST_HOSTS) return undefined;
    scopes = found.flatMap((host) => shadowRootOf(host) ?? []);
  }
  return undefined;
};

/**
 * What a selector finds below `scope`, and in shadow roots that it names; undefined where that cannot be said, and
 * `searchFault` tells why.
 */
export const findElements = (scope: ParentNode, selector: string): Element[] | undefined => {
  const found = findMany(scope, selector);
  return found && Array.from(found);
};

/** As `findElements`, where there may be thousands: none is looked at before it is asked for. */
export const findMany = (scope: ParentNode, selector: string): ArrayLike<Element> | undefined => {
  try {
    if (selector.includes(INTO)) return findThrough(scope, selector.split(INTO));
    return scope.querySelectorAll(selector);
  } catch {
    return undefined;
  }
};

/** Why `findElements` cannot say what a selector finds: it is malformed, or leads through too many shadow roots. */
export const searchFault = (selector: string): "selector-broken" | "element-count-off" => {
  const nowhere = document.createDocumentFragment();
  try {
    for (const step of selector.split(INTO)) nowhere.querySelector(step);
    return "element-count-off";
  } catch {
    return "selector-broken";
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
