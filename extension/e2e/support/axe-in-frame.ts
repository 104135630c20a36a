import axe from "axe-core";
import type { Page } from "puppeteer-core";
import type { BrowserSession } from "../harness/browser-session.ts";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** What axe finds wrong in a frame of the extension, and how many rules it could check there. */
export const axeInFrame = async (
  session: BrowserSession,
  page: Page,
  path: string,
): Promise<{ readonly wrong: readonly string[]; readonly checked: number }> => {
  const frame = await session.extensionFrame(page, path);
  await frame.evaluate(`${axe.source}; undefined`);
  return frame.evaluate(async (tags) => {
    const { violations, passes } = await window.axe.run(document, { runOnly: tags });
    return {
      wrong: violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`),
      checked: passes.length,
    };
  }, TAGS);
};

declare global {
  interface Window {
    axe: typeof axe;
  }
}
