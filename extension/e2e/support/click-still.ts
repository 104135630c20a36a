import { setTimeout as pause } from "node:timers/promises";
import type { ElementHandle } from "puppeteer-core";
import { eventually } from "../harness/browser-session.ts";

/** What comes into sight in a long form gets its layout then, and moves what is below it. */
const bringIntoSight = async (found: ElementHandle<Element>): Promise<void> => {
  if (!(await found.isIntersectingViewport({ threshold: 1 }))) await found.scrollIntoView();
};

/**
 * Clicks what `find` gives with a real mouse, once it stands still in sight: as a hand would. What gives way to its next drawing before the mouse
 * is there has not been clicked (the driver throws before it presses), and the hand tries again.
 */
export const clickStill = async (
  what: string,
  find: () => Promise<ElementHandle<Element> | null | undefined>,
): Promise<void> => {
  let before = "";
  await eventually(`${what} stands still and is clicked`, async () => {
    const found = await find();
    if (found) await bringIntoSight(found);
    const box = JSON.stringify(await found?.boundingBox());
    const still = found !== null && found !== undefined && box === before;
    before = box;
    if (still) await found.click();
    else await pause(100);
    return still;
  });
};
