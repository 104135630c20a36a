import type { FhirJson, OpenedForm } from "@cadre-care/domain";
import { expect } from "vitest";
import { commands } from "vitest/browser";
import { openedForm } from "./sample-forms.ts";
import { expectAccessible, find, settled } from "./settled.ts";

/** The forms that the board really issues, large as they are. */
export const boardForms = await commands.boardForms();
export type BoardForm = (typeof boardForms)[number];

export const boardForm = (id: string): BoardForm => {
  const found = boardForms.find((form) => form.id === id);
  if (found === undefined) throw new Error(`the board issues no ${id}`);
  return found;
};

/** The same as a service opens it: empty, or with a draft. */
export const openedBoardForm = (
  { kind, questionnaire, valueSets }: BoardForm,
  response?: FhirJson,
): OpenedForm => ({
  ...openedForm,
  kind,
  questionnaire,
  valueSets,
  prefilled: [],
  ...(response === undefined ? {} : { response }),
});

/** A side panel; and twice as large letters in a window of 1,280 px, half of which is the panel's. */
const SIZES = [
  ["360px", "16px"],
  ["640px", "32px"],
] as const;

/**
 * What is out of sight has no layout of its own (`content-visibility`), and the foot that stays in sight covers whatever
 * happens to be scrolled under it: axe would measure guesses and chance.
 */
const inSight = new CSSStyleSheet();
inSight.replaceSync(`
  * { content-visibility: visible !important; }
  .foot, .outline { position: static !important; }
`);

/** Accessible, and nothing out of the panel's side, in both sizes. */
export const expectAccessibleInPanels = async (
  element: HTMLElement & { readonly updateComplete: Promise<boolean> },
): Promise<void> => {
  const sheets = element.shadowRoot?.adoptedStyleSheets;
  if (sheets?.includes(inSight) === false) sheets.push(inSight);
  try {
    for (const [width, letters] of SIZES) {
      document.documentElement.style.fontSize = letters;
      element.style.inlineSize = width;
      await settled(element);
      const frame = find(element, ".frame", HTMLElement);
      const wide = [...frame.querySelectorAll<HTMLElement>(".section, .foot, .outline")].filter(
        (part) => part.scrollWidth > part.clientWidth,
      );
      expect(wide.map((part) => `${width} ${part.className}: ${part.textContent?.slice(0, 80)}`)).toEqual([]);
      expect(frame.scrollWidth, width).toBeLessThanOrEqual(frame.clientWidth);
      await expectAccessible(element);
    }
  } finally {
    document.documentElement.style.removeProperty("font-size");
  }
};

/** What has the focus lies under nothing (WCAG 2.4.11): not under the foot, which stays in sight. */
export const expectFocusInSight = (element: HTMLElement): void => {
  const focused = element.shadowRoot?.activeElement;
  if (!(focused instanceof HTMLElement)) throw new Error("nothing has the focus");
  const { x, y, width, height } = focused.getBoundingClientRect();
  expect(element.shadowRoot?.elementFromPoint(x + width / 2, y + height / 2)).toBe(focused);
};
