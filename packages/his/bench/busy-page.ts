import type { SiteProfile } from "../src/page.ts";
import { plainFrame } from "./frames.ts";
import { drawTable, element, rowsHtml } from "./table-page.ts";
import { takeSpent } from "./timed-callbacks.ts";
import { type WatchedPage, watchAmongOthers } from "./watched-page.ts";

const SECONDS = 3;

/** Changes cells on screen so many times a second. Answers in milliseconds of the watcher's time per second. */
export const mutationCost = async (perSecond: number, profile: SiteProfile): Promise<number> => {
  drawTable(1000);
  const watched = watchAmongOthers(profile);
  await plainFrame();
  const cells = [...document.querySelectorAll("tbody > tr:nth-child(-n+20) > td:nth-child(7)")];
  takeSpent();
  const start = performance.now();
  let made = 0;
  for (let passed = 0; passed < SECONDS * 1000; passed = performance.now() - start) {
    for (; made < (passed / 1000) * perSecond; made += 1) {
      const cell = cells[made % cells.length];
      if (cell) cell.textContent = `P.${made}`;
    }
    await plainFrame();
  }
  const seconds = (performance.now() - start) / 1000;
  watched.stop();
  return takeSpent() / seconds;
};

let redrawn: WatchedPage | undefined;
let people = 0;

/** Draws a list of 200 anew so many times, always with people whom it has not shown before. */
export const redraw = async (times: number, profile: SiteProfile): Promise<void> => {
  if (redrawn === undefined) {
    drawTable(200);
    redrawn = watchAmongOthers(profile);
  }
  const body = element("tbody");
  for (let turn = 0; turn < times; turn += 1) {
    people += 200;
    body.innerHTML = rowsHtml(200, people);
    await plainFrame();
  }
};
