import { afterEach, beforeEach, describe, expect, it } from "vitest";
import styles from "./docked.css?inline";
import markup from "./docked.html?raw";

let frame: HTMLIFrameElement;

const found = (selector: string): HTMLElement => {
  const element = frame.contentDocument?.querySelector<HTMLElement>(selector);
  if (!element) throw new Error(`no ${selector}`);
  return element;
};

/** The docked frame's own page without its script: what stands in it is `height` pixels tall. */
const holds = (height: number): void => {
  const desk = document.createElement("div");
  desk.style.height = `${height}px`;
  found("#desk").replaceChildren(desk);
};

beforeEach(async () => {
  frame = document.createElement("iframe");
  frame.style.cssText = "width:440px;height:500px;border:0";
  const body = new DOMParser().parseFromString(markup, "text/html").body.innerHTML;
  const loaded = new Promise((resolve) => frame.addEventListener("load", resolve, { once: true }));
  frame.srcdoc = `<!doctype html><style>${styles}</style>${body}`;
  document.body.append(frame);
  await loaded;
});
afterEach(() => {
  frame.remove();
});

describe.each([0, 480, 500, 4_000])("with %i pixels in it, the docked frame", (height) => {
  it("has something to scroll, in one element that hands no turn of the wheel on", () => {
    holds(height);
    const scroller = found("#scroller");
    expect(scroller.clientHeight).toBe(500);
    expect(scroller.scrollHeight).toBeGreaterThan(500);
    const { overflowY, overscrollBehaviorY } = getComputedStyle(scroller);
    expect([overflowY, overscrollBehaviorY]).toEqual(["scroll", "contain"]);
  });

  it("does not scroll as a document", () => {
    holds(height);
    const root = found("html");
    expect(root.scrollHeight).toBe(500);
    frame.contentWindow?.scrollTo(0, 100);
    expect(frame.contentWindow?.scrollY).toBe(0);
  });
});
