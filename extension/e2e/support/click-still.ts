import { setTimeout as pause } from "node:timers/promises";
import type { ElementHandle } from "puppeteer-core";
import { eventually } from "../harness/browser-session.ts";

/**
 * Clicks what `find` gives with a real mouse, once it stands still: as a hand would. What gives way to its next drawing before the mouse
 * is there has not been clicked (the driver throws before it presses), and the hand tries again.
 */
export const clickStill = async (
  what: string,
  find: () => Promise<ElementHandle<Element> | null | undefined>,
): Promise<void> => {
  let before = "";
  await eventually(`${what} stands still and is clicked`, async () => {
    const found = await find();
    const box = JSON.stringify(await found?.boundingBox());
    const still = found !== null && found !== undefined && box === before;
    before = box;
    if (still) await found.click();
    else await pause(100);
    return still;
  });
};
