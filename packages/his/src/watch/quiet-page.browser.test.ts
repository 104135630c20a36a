import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { painted, until } from "../testing/frames.ts";
import { person, profileOf, tableHtml, tablePage } from "../testing/profiles.ts";
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
