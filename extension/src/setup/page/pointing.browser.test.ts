import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { userEvent } from "vitest/browser";
import { startPointing } from "./pointing.ts";

const CLICKS = ["mousedown", "mouseup", "click", "dblclick"] as const;
let heard: string[] = [];
const hear = ({ type }: Event): void => void heard.push(type);

beforeEach(() => {
  heard = [];
  document.body.innerHTML =
    "<p><button id=open>Mở</button></p><p><input id=code disabled value=26000717></p><p id=other>…</p>";
  for (const kind of CLICKS) document.addEventListener(kind, hear);
});
let mode: AbortController | undefined;
afterEach(() => {
  mode?.abort();
  for (const kind of CLICKS) document.removeEventListener(kind, hear);
  document.body.replaceChildren();
});

const at = (id: string): Element => {
  const found = document.getElementById(id);
  if (found === null) throw new Error("not there");
  return found;
};
const point = () => {
  const observer = { over: vi.fn(), chosen: vi.fn<(element: Element) => void>(), ended: vi.fn() };
  mode = startPointing(observer);
  return observer;
};

it("the click that chooses is none of the page's; the next one is", async () => {
  const { chosen } = point();
  await userEvent.click(at("open"));
  expect(chosen.mock.calls).toEqual([[at("open")]]);
  expect(heard).toEqual([]);
  await userEvent.click(at("other"));
  expect(chosen).toHaveBeenCalledOnce();
  expect(heard).toEqual(["mousedown", "mouseup", "click"]);
});

it("the second half of a double click is none of the page's either", async () => {
  const { chosen } = point();
  await userEvent.dblClick(at("open"));
  expect(chosen.mock.calls).toEqual([[at("open")]]);
  expect(heard).toEqual([]);
});

it("an input that is disabled, and gets no click, can be chosen", async () => {
  const { chosen } = point();
  await userEvent.click(at("code"), { force: true });
  expect(chosen.mock.calls).toEqual([[at("code")]]);
  await userEvent.click(at("other"));
  expect(heard).toEqual(["mousedown", "mouseup", "click"]);
});

it("only the first button chooses, and nothing that a script made up", async () => {
  const { chosen } = point();
  await userEvent.click(at("open"), { button: "right" });
  at("open").dispatchEvent(new PointerEvent("pointerup", { bubbles: true, isPrimary: true }));
  expect(chosen).not.toHaveBeenCalled();
});

it("Esc ends it, and the page hears clicks again", async () => {
  const { chosen, ended } = point();
  await userEvent.keyboard("{Escape}");
  expect(ended).toHaveBeenCalledOnce();
  await userEvent.click(at("open"));
  expect(chosen).not.toHaveBeenCalled();
  expect(heard).toEqual(["mousedown", "mouseup", "click"]);
});
