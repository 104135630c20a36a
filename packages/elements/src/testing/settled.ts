import axe from "axe-core";
import { expect } from "vitest";

/** Waits until nothing more is drawn: answers of a service arrive between two renderings. */
export const settled = async (element: { readonly updateComplete: Promise<boolean> }): Promise<void> => {
  for (let turn = 0; turn < 5; turn += 1) {
    await element.updateComplete;
    await new Promise((resolve) => setTimeout(resolve));
  }
};

/** No violation of WCAG 2.2 A and AA, and something was checked: axe before the first rendering passes by seeing nothing. */
export const expectAccessible = async (element: HTMLElement): Promise<void> => {
  const { violations, passes } = await axe.run(element, {
    runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    rules: { region: { enabled: false } },
  });
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ")}`)).toEqual([]);
  expect(passes.length).toBeGreaterThan(0);
};

const root = (element: Element): ShadowRoot => {
  if (element.shadowRoot === null) throw new Error(`${element.localName} has no shadow root`);
  return element.shadowRoot;
};

/** Everything that a person reads in the element, with single spaces. */
export const textOf = (element: Element): string => {
  const walker = document.createTreeWalker(root(element), NodeFilter.SHOW_TEXT);
  const words: string[] = [];
  while (walker.nextNode()) words.push(walker.currentNode.textContent ?? "");
  return words.join(" ").replaceAll(/\s+/g, " ").trim();
};

export const find = <Kind extends Element>(
  element: Element,
  selector: string,
  kind: new () => Kind,
): Kind => {
  const found = root(element).querySelector(selector);
  if (!(found instanceof kind)) throw new Error(`no ${selector} in ${element.localName}`);
  return found;
};

export const count = (element: Element, selector: string): number =>
  root(element).querySelectorAll(selector).length;

/** Buttons that may be pressed now, by their words. */
export const buttons = (element: Element): readonly string[] =>
  [...root(element).querySelectorAll("button")].map((button) =>
    (button.getAttribute("aria-label") ?? button.textContent ?? "").replaceAll(/\s+/g, " ").trim(),
  );

export const button = (element: Element, label: string): HTMLButtonElement => {
  const found = [...root(element).querySelectorAll("button")].find(
    (candidate) =>
      (candidate.getAttribute("aria-label") ?? candidate.textContent ?? "").replaceAll(/\s+/g, " ").trim() ===
      label,
  );
  if (found === undefined) throw new Error(`no button "${label}" in ${element.localName}`);
  return found;
};
