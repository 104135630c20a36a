import type { SiteProfile } from "../src/page.ts";
import { watchPage } from "../src/page.ts";

/** Milliseconds of main-thread time, lower quartiles. */
export interface Measured {
  readonly rows: number;
  readonly load: number;
  readonly scan: number;
  readonly bare: number;
  readonly scroll: number;
  readonly rerender: number;
  readonly read: number;
}

const SAMPLES = 100;

/** Sums the time that callbacks of the watcher take; only what was registered through these wrappers counts. */
let spent = 0;
const timed =
  <Arguments extends unknown[]>(callback: (...values: Arguments) => void) =>
  (...values: Arguments): void => {
    const start = performance.now();
    callback(...values);
    spent += performance.now() - start;
  };

/** The lower quartile: other programs on the machine only ever add time. */
const typical = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 2] ?? 0;

const frame = (): Promise<void> =>
  new Promise((resolve) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        port1.close();
        resolve();
      };
      port2.postMessage(null);
    });
  });

/** Replaces the ways in which the watcher is called, for as long as `act` runs. */
const instrumented = (act: () => void): void => {
  const {
    requestAnimationFrame: frames,
    setTimeout: timeout,
    MutationObserver: Mutations,
    ResizeObserver: Resizes,
  } = window;
  const listen = EventTarget.prototype.addEventListener;
  window.requestAnimationFrame = (callback) => frames.call(window, timed(callback));
  window.MutationObserver = class extends Mutations {
    constructor(callback: MutationCallback) {
      super(timed(callback));
    }
  };
  window.ResizeObserver = class extends Resizes {
    constructor(callback: ResizeObserverCallback) {
      super(timed(callback));
    }
  };
  EventTarget.prototype.addEventListener = function (
    this: EventTarget,
    type: string,
    callback: EventListenerOrEventListenerObject | null,
    options?: boolean | AddEventListenerOptions,
  ) {
    listen.call(this, type, typeof callback === "function" ? timed(callback) : callback, options);
  };
  timed(act)();
  window.MutationObserver = Mutations;
  window.ResizeObserver = Resizes;
  window.setTimeout = timeout;
  EventTarget.prototype.addEventListener = listen;
};

const rowHtml = (index: number): string =>
  `<tr><td></td><td>Nguyễn Văn ${index}</td><td>0${1 + (index % 9)}/0${1 + (index % 9)}/19${50 + (index % 40)}</td><td>${index % 2 ? "Nam" : "Nữ"}</td><td>0030${String(index).padStart(8, "0")}</td><td>HC400${String(index).padStart(10, "0")}</td><td>P.10${index % 9}</td><td>Chờ khám</td></tr>`.replace(
    /Văn \d+/,
    `Văn ${String.fromCharCode(65 + (index % 26))}${String.fromCharCode(97 + (index % 25))}`,
  );

const element = (selector: string): HTMLElement => {
  const found = document.querySelector<HTMLElement>(selector);
  if (found === null) throw new Error(`no ${selector}`);
  return found;
};

/** The least that anybody must do who marks rows: read the cells and the rectangles of the rows on screen. */
const bareRead = (from: number, count: number): number => {
  const rows = element("tbody").children;
  let characters = 0;
  for (let index = from; index < from + count; index += 1) {
    const row = rows[index];
    if (row === undefined) break;
    const { top, height } = row.getBoundingClientRect();
    characters += top + height;
    for (const cell of row.children) characters += cell.textContent?.length ?? 0;
  }
  return characters;
};

/** Runs the bench on a plain table of so many rows in this document. */
export const measure = async (count: number, profile: SiteProfile): Promise<Measured> => {
  const html = Array.from({ length: count }, (_, index) => rowHtml(index)).join("");
  document.body.innerHTML = `<div id="list"><div id="scroller" style="height:600px;overflow:auto;position:relative"><table style="border-collapse:collapse"><thead><tr><th style="width:30px">Ưu tiên</th><th>Họ tên</th><th>Ngày sinh</th><th>Giới</th><th>CCCD</th><th>BHYT</th><th>Phòng</th><th>Trạng thái</th></tr></thead><tbody>${html}</tbody></table></div></div>`;
  document.body.offsetHeight;
  const abort = new AbortController();
  let read = 0;
  let readings = 0;
  spent = 0;
  const frames = window.requestAnimationFrame;
  instrumented(() =>
    watchPage({
      document,
      profile,
      signal: abort.signal,
      observer: {
        list: ({ rows }) => {
          read = rows.length;
          readings += 1;
        },
        listGone: () => undefined,
        patient: () => undefined,
        patientGone: () => undefined,
        page: () => undefined,
      },
    }),
  );
  const plainFrame = async (): Promise<void> => {
    const counted = window.requestAnimationFrame;
    window.requestAnimationFrame = frames;
    const done = frame();
    window.requestAnimationFrame = counted;
    await done;
  };
  await plainFrame();
  await plainFrame();
  const load = spent;
  if (readings === 0) throw new Error("the list was not read");
  const sample = async (times: number, act: (index: number) => void): Promise<number> => {
    const values: number[] = [];
    for (let index = 0; index < times; index += 1) {
      spent = 0;
      act(index);
      document.body.offsetHeight;
      await plainFrame();
      await plainFrame();
      values.push(spent);
    }
    return typical(values);
  };
  const cell = element("tbody > tr:nth-child(3) > td:nth-child(7)");
  const bareTimes: number[] = [];
  const scan = await sample(count > 5000 ? 20 : SAMPLES, (index) => {
    cell.textContent = `P.${index}`;
    document.body.offsetHeight;
    const start = performance.now();
    bareRead(0, read);
    bareTimes.push(performance.now() - start);
  });
  const scroller = element("#scroller");
  const longest = Math.max(1, scroller.scrollHeight - scroller.clientHeight);
  const scroll = await sample(count > 5000 ? 40 : SAMPLES, (index) => {
    scroller.scrollTop = (index * 240) % longest;
  });
  const body = element("tbody");
  const rerender = await sample(count > 5000 ? 5 : 15, () => {
    body.innerHTML = html;
  });
  abort.abort();
  return { rows: count, load, scan, bare: typical(bareTimes), scroll, rerender, read };
};
