import type { Page } from "puppeteer-core";

declare global {
  interface Window {
    __keys?: string[];
  }
}

/** Records every key that the page's own documents hear of from now on. */
export const listenForKeys = async (page: Page): Promise<void> => {
  const origin = new URL(page.url()).origin;
  for (const frame of page.frames().filter((one) => one.url().startsWith(origin)))
    await frame.evaluate(() => {
      window.__keys = [];
      for (const type of ["keydown", "keypress", "keyup", "beforeinput", "input", "paste", "submit"])
        window.addEventListener(
          type,
          (event) => window.__keys?.push(event instanceof KeyboardEvent ? event.key : event.type),
          true,
        );
    });
};

export const keysSeenByPage = async (page: Page): Promise<readonly string[]> => {
  const keys: string[] = [];
  for (const frame of page.frames())
    keys.push(...(await frame.evaluate(() => window.__keys ?? []).catch(() => [])));
  return keys;
};
