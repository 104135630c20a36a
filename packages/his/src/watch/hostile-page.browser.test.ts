import { afterEach, beforeEach, expect, it } from "vitest";
import { painted, until } from "../testing/frames.ts";
import { person, profileOf, rowHtml, tableHtml, tablePage } from "../testing/profiles.ts";
import { RecordingObserver } from "../testing/recording-observer.ts";
import { watchPage } from "./watch-page.ts";

let abort: AbortController;
let observer: RecordingObserver;
beforeEach(() => {
  abort = new AbortController();
  observer = new RecordingObserver();
  document.body.innerHTML = tableHtml([person(0), person(1), person(2)]);
});
afterEach(() => {
  abort.abort();
  document.body.replaceChildren();
});

const start = async () => {
  watchPage({ document, profile: profileOf(tablePage), observer, signal: abort.signal });
  await until(() => observer.lists.length > 0);
};
const swap = (index: number) => {
  const row = document.querySelector("tbody > tr");
  if (row) row.outerHTML = rowHtml(person(index));
};

it("a frame that changes again and again is read a few times, then nothing is claimed until the next", async () => {
  await start();
  await painted(15);
  const before = observer.lists.length;
  let after = 0;
  swap(9);
  await new Promise<void>((resolve) => {
    let index = 10;
    const again = () => {
      swap(index);
      index += 1;
      if (index < 200) queueMicrotask(() => queueMicrotask(again));
      else {
        after = observer.lists.length;
        resolve();
      }
    };
    // In a frame that has been laid out and read, before it is painted.
    const page = new ResizeObserver(() => {
      page.disconnect();
      again();
    });
    page.observe(document.body);
  });
  expect(after - before).toBeLessThan(8);
  expect(observer.lastList?.rows).toEqual([]);
  await painted(2);
  expect(observer.names[0]).toBe(person(199).name);
});

it("rows that flicker by themselves are given up for a while", async () => {
  await start();
  const { signal } = abort;
  let index = 10;
  const flicker = () => {
    if (signal.aborted) return;
    swap(index);
    index += 1;
    requestAnimationFrame(flicker);
  };
  flicker();
  await until(() => observer.lastList?.faults.some(({ code }) => code === "gave-up") ?? false);
  expect(observer.lastList?.rows).toEqual([]);
  const readings = observer.lists.length;
  await painted(30);
  expect(observer.lists).toHaveLength(readings);
});

it("nothing is written into the page, and no event is stopped", async () => {
  const writes: MutationRecord[] = [];
  const log = new MutationObserver((records) => writes.push(...records));
  log.observe(document.documentElement, {
    subtree: true,
    childList: true,
    attributes: true,
    characterData: true,
  });
  await start();
  const click = new MouseEvent("click", { bubbles: true, cancelable: true });
  document.querySelector("td")?.dispatchEvent(click);
  await painted(5);
  log.disconnect();
  expect(
    writes.map(({ type, target, attributeName }) => `${type} ${target.nodeName} ${attributeName}`),
  ).toEqual([]);
  expect(click.defaultPrevented).toBe(false);
});

it("selectors that match nothing, thousands or no syntax are problems, not rows", async () => {
  const wide = { ...tablePage, id: "wide", rows: { selector: "*", count: { min: 0, max: 4 } } };
  const broken = { ...tablePage, id: "broken", rows: { selector: "tr[" } };
  const none = { ...tablePage, id: "none", rows: { selector: ".row", count: { min: 1, max: 9 } } };
  watchPage({ document, profile: profileOf(wide, broken, none), observer, signal: abort.signal });
  await until(() => observer.lists.length === 3);
  const said = new Map(
    observer.lists.map(({ page, rows, faults }) => [page, [rows.length, faults[0]?.code]]),
  );
  expect(said.get("wide")).toEqual([0, "rows-off"]);
  expect(said.get("broken")).toEqual([0, "selector-broken"]);
  expect(said.get("none")).toEqual([0, "rows-off"]);
});
