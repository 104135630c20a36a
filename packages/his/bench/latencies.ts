import type { SiteProfile } from "../src/page.ts";
import { plainFrame } from "./frames.ts";
import { cccdOf, drawTable, element } from "./table-page.ts";
import { watchAmongOthers } from "./watched-page.ts";

/** When in a frame the page changes a row. */
const MOMENTS = {
  task: (act: () => void) => act(),
  frame: (act: () => void) => requestAnimationFrame(act),
  layout: (act: () => void) => {
    const observer = new ResizeObserver(() => {
      observer.disconnect();
      act();
    });
    observer.observe(element("#scroller"));
  },
};
const SAMPLES = 20;

/**
 * In how many painted frames a row still said something else than the reading, for changes at each moment of a frame:
 * 0 where it was read before it was painted.
 */
export const latencies = async (profile: SiteProfile): Promise<readonly number[]> => {
  drawTable(1000);
  const watched = watchAmongOthers(profile);
  await plainFrame();
  const cell = element("tbody > tr:nth-child(3) > td:nth-child(5)");
  const late: number[] = [];
  for (let turn = 0; turn < SAMPLES; turn += 1)
    for (const at of Object.values(MOMENTS)) {
      const before = watched.readings();
      let painted = -1;
      let changed = false;
      at(() => {
        cell.textContent = cccdOf(5000 + late.length);
        changed = true;
      });
      while (!changed || watched.readings() === before) {
        await plainFrame();
        if (changed) painted += 1;
      }
      late.push(Math.max(0, painted));
    }
  watched.stop();
  return late;
};
