import "../../define/all.ts";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { cdp, page } from "vitest/browser";
import { find, textOf } from "../settled.ts";
import type { Look } from "./look.ts";
import { alike, axeSays, byKeyboard, draw, inLight, ownColours, runningOut, withoutEdge } from "./look-at.ts";
import { looksOfTag, tags } from "./looks.ts";

/** Width of the panel and size of its letters: a side panel, half a window at 200 %, a window at 400 %. */
const SIZES = [
  ["360px", "16px"],
  ["640px", "32px"],
  ["320px", "16px"],
] as const;
/** Width of an element that fills a page, in CSS pixels. */
const WINDOW = 760;
const COLOURS = ["color-contrast"];

beforeAll(() => cdp().send("Emulation.setTimezoneOverride", { timezoneId: "Asia/Ho_Chi_Minh" }));
afterEach(async () => {
  await inLight("light");
  for (const main of document.querySelectorAll("main, .before")) main.remove();
  document.documentElement.removeAttribute("style");
});

describe.each(tags)("%s", (tag) => {
  it.each(looksOfTag(tag))("%s", async (_, look: Look) => {
    const element = await draw(tag, look);
    element.style.inlineSize = `${look.width ?? WINDOW}px`;
    const { silent = false, part } = look;
    const read = part === undefined ? element : find(element, part, HTMLElement);
    if (look.unread) {
      const drawings = [...(element.shadowRoot?.querySelectorAll("svg") ?? [])];
      expect.soft(new Set(drawings.map(({ ariaHidden }) => ariaHidden))).toEqual(new Set(["true"]));
    } else await expect.element(page.elementLocator(read)).toMatchAriaSnapshot();

    const light = await axeSays(element, part);
    expect.soft(light.wrong, "light").toEqual([]);
    expect.soft(textOf(element) === "", "says nothing").toBe(silent);
    if (!silent) expect.soft(light.passes, "axe looked at something").toBeGreaterThan(0);
    await inLight("dark");
    const dark = await axeSays(element, part, COLOURS);
    expect.soft(dark.wrong, "dark").toEqual([]);
    if (!silent) expect.soft(dark.passes, "axe looked at colours").toBeGreaterThan(0);

    // Of text the browser takes care; axe does not see that it does, so nothing is asked of it here.
    await inLight("forced");
    expect.soft(withoutEdge(element), "edges in forced colours").toEqual([]);
    expect.soft(alike(element), "toggles in forced colours").toEqual([]);
    if (!silent) expect.soft(ownColours(element), "own colours in forced colours").toEqual([]);
    await inLight("light");

    for (const [width, letters] of SIZES) {
      document.documentElement.style.fontSize = letters;
      element.style.inlineSize = width;
      expect.soft(runningOut(element), `${width}, ${letters}`).toEqual([]);
    }
    document.documentElement.style.removeProperty("font-size");

    if (part !== undefined) return;
    const { missed, unmarked } = await byKeyboard(element);
    expect.soft(missed, "out of the Tab key's way").toEqual([]);
    expect.soft(unmarked, "focus that is not seen").toEqual([]);
  });
});
