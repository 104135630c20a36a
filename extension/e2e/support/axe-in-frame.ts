import axe from "axe-core";
import type { Frame, Page } from "puppeteer-core";
import type { BrowserSession } from "../harness/browser-session.ts";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** What axe finds wrong, and in how many rules it found nothing wrong. */
export interface Accessibility {
  readonly wrong: readonly string[];
  readonly checked: number;
}

/** `more`: tags of rules besides those of WCAG 2.2 A and AA. */
export const axeIn = async (frame: Frame, more: readonly string[] = []): Promise<Accessibility> => {
  await frame.evaluate(`${axe.source}; undefined`);
  return frame.evaluate(
    async (tags) => {
      const { violations, passes } = await window.axe.run(document, { runOnly: tags });
      return {
        wrong: violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`),
        checked: passes.length,
      };
    },
    [...TAGS, ...more],
  );
};

/** In a frame of the extension inside a page. */
export const axeInFrame = async (session: BrowserSession, page: Page, path: string): Promise<Accessibility> =>
  axeIn(await session.extensionFrame(page, path));

declare global {
  interface Window {
    axe: typeof axe;
  }
}
