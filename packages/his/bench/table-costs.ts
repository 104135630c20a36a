import type { SiteProfile } from "../src/page.ts";
import { plainFrame, typical } from "./frames.ts";
import { type MarkJsWay, markJsTime } from "./mark-js-time.ts";
import { cccdOf, drawTable, element, rowsHtml } from "./table-page.ts";
import { takeSpent } from "./timed-callbacks.ts";
import { watchAmongOthers } from "./watched-page.ts";

/** Milliseconds of main-thread time, lower quartiles. `markJs`: what mark.js took to mark every row, each way of calling it. */
export interface TableCosts {
  readonly load: number;
  readonly scan: number;
  readonly bare: number;
  readonly scroll: number;
  readonly rerender: number;
  readonly read: number;
  readonly markJs?: Readonly<Record<MarkJsWay, number>>;
}

/** Of each size as many: what runs the twentieth time is not yet as fast as what runs the hundredth. */
const SAMPLES = 100;
/** mark.js takes most of a minute for 10,000 rows. */
const MOST_FOR_MARK_JS = 1000;

/** The least that anybody must do who marks rows: read the cells and the rectangles of the rows on screen. */
const bareRead = (count: number): number => {
  const rows = element("tbody").children;
  let characters = 0;
  for (let index = 0; index < count; index += 1) {
    const row = rows[index];
    if (row === undefined) break;
    const { top, height } = row.getBoundingClientRect();
    characters += top + height;
    for (const cell of row.children) characters += cell.textContent?.length ?? 0;
  }
  return characters;
};

const markEveryRow = (count: number, way: MarkJsWay): number => {
  const words = Array.from({ length: count }, (_, index) => cccdOf(index));
  const { ms, marks } = markJsTime(element("#list"), words, way);
  if (marks !== count) throw new Error(`mark.js made ${marks} marks for ${count} rows`);
  return ms;
};

const sample = async (times: number, act: (index: number) => void): Promise<number> => {
  const values: number[] = [];
  for (let index = 0; index < times; index += 1) {
    takeSpent();
    act(index);
    document.body.offsetHeight;
    await plainFrame();
    await plainFrame();
    values.push(takeSpent());
  }
  return typical(values);
};

/** Watches a plain table of so many rows in this document while it is changed, scrolled and drawn anew. */
export const tableCosts = async (count: number, profile: SiteProfile): Promise<TableCosts> => {
  drawTable(count);
  const loads: number[] = [];
  for (let turn = 0; turn < 5; turn += 1) {
    const watched = watchAmongOthers(profile);
    await plainFrame();
    await plainFrame();
    loads.push(takeSpent());
    if (watched.rows() === 0) throw new Error("the list was not read");
    watched.stop();
  }
  const watched = watchAmongOthers(profile);
  await plainFrame();
  await plainFrame();
  const read = watched.rows();
  const cell = element("tbody > tr:nth-child(3) > td:nth-child(7)");
  const bareTimes: number[] = [];
  const scan = await sample(SAMPLES, (index) => {
    cell.textContent = `P.${index}`;
    document.body.offsetHeight;
    const start = performance.now();
    bareRead(read);
    bareTimes.push(performance.now() - start);
  });
  const scroller = element("#scroller");
  const longest = Math.max(1, scroller.scrollHeight - scroller.clientHeight);
  const scroll = await sample(SAMPLES, (index) => {
    scroller.scrollTop = (index * 240) % longest;
  });
  const body = element("tbody");
  const html = rowsHtml(count);
  const rerender = await sample(count > 5000 ? 5 : 15, () => {
    body.innerHTML = html;
  });
  watched.stop();
  const markJs =
    count > MOST_FOR_MARK_JS
      ? undefined
      : { words: markEveryRow(count, "words"), expression: markEveryRow(count, "expression") };
  return {
    load: typical(loads),
    scan,
    bare: typical(bareTimes),
    scroll,
    rerender,
    read,
    ...(markJs === undefined ? {} : { markJs }),
  };
};
