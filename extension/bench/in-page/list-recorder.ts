import { afterEachPaint } from "./after-paint.ts";
import type { ListSelectors, ListState } from "./recorded.ts";

/** Content scripts alone may look into closed roots. */
declare const chrome: {
  readonly dom: { openOrClosedShadowRoot(element: Element): ShadowRoot | null };
};

const states: ListState[] = [];
let last = "";

const stripIn = (scroller: Element): ListState["strip"] => {
  const host = scroller.firstElementChild;
  const root = host instanceof HTMLDivElement ? chrome.dom.openOrClosedShadowRoot(host) : null;
  const frame = root?.querySelector("iframe");
  const clip = frame?.parentElement?.getBoundingClientRect();
  if (!frame || clip === undefined) return null;
  const { left, top } = frame.getBoundingClientRect();
  return { left, top, from: clip.left, to: clip.right };
};

/** Runs in the content script's world of the list's document: the host's closed root can be seen from there. */
const record = ({ row, scroller, code }: ListSelectors): void =>
  afterEachPaint((at) => {
    const around = document.querySelector(scroller);
    if (around === null) return;
    const view = around.getBoundingClientRect();
    const top = Math.max(view.top, around.querySelector("thead")?.getBoundingClientRect().bottom ?? view.top);
    const bottom = Math.min(view.top + around.clientHeight, innerHeight);
    const rows = [...around.querySelectorAll(row)].flatMap((element) => {
      const box = element.getBoundingClientRect();
      if (box.height < 2 || box.top < top - 0.5 || box.bottom > bottom + 0.5) return [];
      return [{ code: element.querySelector(code)?.textContent?.trim() ?? "", top: box.top }];
    });
    const state = { rows, strip: stripIn(around) };
    const text = JSON.stringify(state);
    if (text === last) return;
    last = text;
    states.push({ at, ...state });
  });

Reflect.set(globalThis, "benchRecord", record);
Reflect.set(globalThis, "benchList", () => states);
