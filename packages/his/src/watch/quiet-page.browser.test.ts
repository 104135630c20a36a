import { afterEach, beforeEach, describe, expect, it, type Mock, vi } from "vitest";
import { painted, until } from "../testing/frames.ts";
import { person, profileOf, rowHtml, tableHtml, tablePage } from "../testing/profiles.ts";
import { RecordingObserver } from "../testing/recording-observer.ts";
import { watchPage } from "./watch-page.ts";

let abort: AbortController;
let observer: RecordingObserver;
const get = (selector: string): HTMLElement => {
  const element = document.querySelector<HTMLElement>(selector);
  if (element === null) throw new Error(`no ${selector}`);
  return element;
};

/** A list that has been read, and has not changed for so long that nobody waits for its frames. */
beforeEach(async () => {
  abort = new AbortController();
  observer = new RecordingObserver();
  document.body.innerHTML = tableHtml([person(0), person(1), person(2)]);
  watchPage({ document, profile: profileOf(tablePage), observer, signal: abort.signal });
  await until(() => observer.lists.length > 0);
  await painted(15);
});
afterEach(() => {
  abort.abort();
  document.body.replaceChildren();
  vi.restoreAllMocks();
});

it("a change is not measured before the browser has laid it out", async () => {
  const measured = [
    vi.spyOn(Element.prototype, "getBoundingClientRect"),
    vi.spyOn(Element.prototype, "checkVisibility"),
    vi.spyOn(window, "getComputedStyle"),
  ];
  get("tbody > tr > td:nth-child(2)").textContent = person(7).name;
  // Observers of mutations are told before this task ends.
  await new Promise<void>((resolve) => queueMicrotask(() => queueMicrotask(resolve)));
  for (const spy of measured) expect(spy).not.toHaveBeenCalled();
  await painted();
  expect(observer.names[0]).toBe(person(7).name);
});

it("nor is one that comes right after a paint", async () => {
  const { port1, port2 } = new MessageChannel();
  let measured: readonly Mock[] = [];
  await new Promise<void>((resolve) => {
    port1.onmessage = () => {
      measured = [
        vi.spyOn(Element.prototype, "getBoundingClientRect"),
        vi.spyOn(Element.prototype, "checkVisibility"),
        vi.spyOn(window, "getComputedStyle"),
      ];
      get("tbody > tr > td:nth-child(2)").textContent = person(8).name;
      queueMicrotask(() => queueMicrotask(resolve));
    };
    requestAnimationFrame(() => port2.postMessage(null));
    get("tbody > tr > td:nth-child(2)").textContent = person(7).name;
  });
  expect(observer.names[0]).toBe(person(7).name);
  for (const spy of measured) expect(spy).not.toHaveBeenCalled();
  await painted();
  expect(observer.names[0]).toBe(person(8).name);
  port1.close();
});

it.each([
  ["a text", () => get("tbody > tr > td:nth-child(2)").replaceChildren(person(8).name)],
  [
    "the content of a text node",
    () => get("tbody > tr > td:nth-child(2)").firstChild?.replaceWith(person(8).name),
  ],
  ["all rows", () => get("tbody").replaceChildren(...[...get("tbody").children].reverse())],
  ["a row's height", () => get("tbody > tr").setAttribute("style", "height: 70px")],
])("what the page changes between layout and paint is read before that paint: %s", async (_what, change) => {
  const generation = observer.lastList?.generation ?? 0;
  const errors = vi.fn();
  window.addEventListener("error", errors, { signal: abort.signal });
  const page = new ResizeObserver(() => {
    page.disconnect();
    change();
  });
  page.observe(get("#scroller"));
  await painted();
  expect(observer.lastList?.generation).toBeGreaterThan(generation);
  expect(errors).not.toHaveBeenCalled();
});

describe("a page that watches a cell and changes what lies above it between layout and paint", () => {
  /** Tells the page's own observer of a cell, in a frame in which nothing else happens. */
  const whenCellIsLaidOut = async (change: () => void): Promise<void> => {
    const page = new ResizeObserver(() => {
      page.disconnect();
      change();
    });
    page.observe(get("tbody > tr > td:nth-child(2)"));
    await painted();
  };
  const style = (css: string): void => {
    const sheet = document.createElement("style");
    sheet.textContent = css;
    document.head.append(sheet);
    abort.signal.addEventListener("abort", () => sheet.remove());
  };
  /** Names in the rows' order, and the rows' places in the list. */
  const shown = () =>
    [...document.querySelectorAll<HTMLTableRowElement>("tbody > tr")].map((row) => [
      row.cells[1]?.textContent,
      row.getBoundingClientRect().top - get("#scroller").getBoundingClientRect().top,
    ]);
  const said = () => observer.standing.map(({ identity, top }) => [identity.name, top]);

  it.each([
    ["reorders the rows", () => get("tbody").replaceChildren(...[...get("tbody").children].reverse())],
    [
      "puts other rows in another body",
      () => {
        const body = document.createElement("tbody");
        body.innerHTML = [5, 6, 7, 8].map((index) => rowHtml(person(index))).join("");
        get("tbody").replaceWith(body);
      },
    ],
    ["adds a row", () => get("tbody").insertAdjacentHTML("afterbegin", rowHtml(person(9)))],
    ["writes outside the list what makes its rows higher", () => style("#list td { height: 60px }")],
    [
      "makes the list wider and higher",
      () => style("#list { width: 900px } #scroller { height: 500px !important }"),
    ],
    ["writes above the list", () => get("#list").insertAdjacentText("beforebegin", "x".repeat(5000))],
  ])("it hears nothing of us, and what it changed is read before that paint: %s", async (_what, change) => {
    const errors: string[] = [];
    window.addEventListener("error", ({ message }) => errors.push(message), { signal: abort.signal });
    await whenCellIsLaidOut(change);
    expect(errors).toEqual([]);
    expect(said()).toEqual(shown());
    // Once more: what is observed after a change that nothing announced is observed like before it.
    await painted(15);
    await whenCellIsLaidOut(() => get("tbody").append(get("tbody > tr")));
    expect(errors).toEqual([]);
    expect(said()).toEqual(shown());
  });

  it("where nothing of ours stands it hears nothing of us either, and is read in the next frame", async () => {
    vi.spyOn(observer, "sentinels").mockReturnValue([]);
    const errors = vi.fn();
    window.addEventListener("error", errors, { signal: abort.signal });
    await whenCellIsLaidOut(() => get("tbody").append(get("tbody > tr")));
    await painted();
    expect(errors).not.toHaveBeenCalled();
    expect(said()).toEqual(shown());
  });

  it("what a frame callback of its own changes is read before that paint", async () => {
    requestAnimationFrame(() => get("tbody").append(get("tbody > tr")));
    await painted();
    expect(said()).toEqual(shown());
  });

  it("each of several changes in one frame is read before its paint, and nothing is heard of that", async () => {
    const errors = vi.fn();
    window.addEventListener("error", errors, { signal: abort.signal });
    const names: (string | undefined)[] = [];
    const cell = get("tbody > tr > td:nth-child(2)");
    cell.innerHTML = "<b style='display:block'><i style='display:block'>x</i></b>";
    await painted(15);
    const boxes = [cell, get("td b"), get("td i")];
    const next = (depth: number): void => {
      const box = boxes[depth];
      if (box === undefined) return;
      const page = new ResizeObserver(() => {
        page.disconnect();
        names.push(observer.names.at(-1));
        get("tbody > tr:last-child > td:nth-child(2)").textContent = person(20 + depth).name;
        next(depth + 1);
      });
      page.observe(box);
    };
    next(0);
    await painted();
    expect(errors).not.toHaveBeenCalled();
    expect(names).toEqual([person(2).name, person(20).name, person(21).name]);
    expect(observer.names.at(-1)).toBe(person(22).name);
  });

  it("what it changes because of a reading is read before that paint too", async () => {
    const errors = vi.fn();
    window.addEventListener("error", errors, { signal: abort.signal });
    const changedAgain = vi.fn();
    const list = observer.list.bind(observer);
    vi.spyOn(observer, "list").mockImplementationOnce((reading) => {
      list(reading);
      queueMicrotask(() => {
        get("tbody").append(get("tbody > tr"));
        changedAgain();
      });
    });
    requestAnimationFrame(() => get("tbody").append(get("tbody > tr")));
    await painted();
    expect(changedAgain).toHaveBeenCalledOnce();
    expect(errors).not.toHaveBeenCalled();
    expect(observer.names).toEqual([2, 0, 1].map((index) => person(index).name));
    expect(said()).toEqual(shown());
  });
});
