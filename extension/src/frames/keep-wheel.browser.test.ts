import { beforeAll, beforeEach, expect, it } from "vitest";
import { keepWheel } from "./keep-wheel.ts";

let outer: HTMLElement;
let inner: HTMLElement;

beforeAll(keepWheel);
beforeEach(() => {
  const box = document.createElement("div");
  box.innerHTML = `<div style="height:200px;overflow-y:scroll"><div style="height:50px;overflow:auto"><p style="margin:0;height:150px"></p></div><p style="height:900px"></p></div>`;
  document.body.replaceChildren(box);
  const [one, two] = box.querySelectorAll<HTMLElement>("div");
  if (one === undefined || two === undefined) throw new Error("nothing that scrolls");
  outer = one;
  inner = two;
});

/** Whether a turn over the inner element is kept from whatever surrounds the frame. */
const isKept = (turn: WheelEventInit): boolean =>
  !inner.dispatchEvent(new WheelEvent("wheel", { bubbles: true, composed: true, cancelable: true, ...turn }));

it("is left to what can still scroll, the inner first", () => {
  expect(isKept({ deltaY: 100 })).toBe(false);
  inner.scrollTop = 1_000;
  expect(isKept({ deltaY: 100 })).toBe(false);
  expect(isKept({ deltaY: -100 })).toBe(false);
});

it("is kept at the end, either way and sideways", () => {
  expect(isKept({ deltaY: -100 })).toBe(true);
  expect(isKept({ deltaX: 100 })).toBe(true);
  inner.scrollTop = 1_000;
  outer.scrollTop = 10_000;
  expect(isKept({ deltaY: 100 })).toBe(true);
  inner.scrollTop = 0;
  expect(isKept({ deltaY: 100 })).toBe(false);
});

it("is a zoom with the control key", () => {
  expect(isKept({ deltaY: -100, ctrlKey: true })).toBe(false);
});
