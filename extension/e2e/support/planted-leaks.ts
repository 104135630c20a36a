import type { Page } from "puppeteer-core";
import type { Crowd } from "./blind-trial.ts";

/** A fault of the kind that the extension must not have, made by the test itself in a page with managed people. */
export interface PlantedLeak {
  readonly what: string;
  readonly plant: (page: Page) => Promise<void>;
}

const onHost = (page: Page, change: "attribute" | "value" | "height" | "child" | "sibling"): Promise<void> =>
  page.evaluate((kind) => {
    for (const host of document.querySelectorAll("div")) {
      const random = host.getAttributeNames().find((name) => /^[a-z]{12}$/.test(name));
      if (random === undefined) continue;
      if (kind === "attribute") host.setAttribute("data-count", "10");
      if (kind === "value") host.setAttribute(random, "ab");
      if (kind === "height") host.animate({ height: ["1px", "1px"] }, { duration: 1e9 });
      if (kind === "child") host.append(document.createElement("i"));
      if (kind === "sibling") host.after(document.createElement("i"));
    }
  }, change);

/** Each must make `seenByPage` differ from what it saw before. */
export const EXACT_LEAKS: readonly PlantedLeak[] = [
  { what: "an attribute on the host", plant: (page) => onHost(page, "attribute") },
  { what: "another value of the host's attribute", plant: (page) => onHost(page, "value") },
  { what: "a host with an animation", plant: (page) => onHost(page, "height") },
  { what: "a node in the host", plant: (page) => onHost(page, "child") },
  { what: "a node beside the host", plant: (page) => onHost(page, "sibling") },
  {
    what: "a message",
    plant: (page) => page.evaluate(() => window.postMessage({ matches: 10 })),
  },
  {
    what: "a global",
    plant: (page) => page.evaluate(() => void Reflect.set(window, "matches", 10)),
  },
  {
    what: "storage",
    plant: (page) => page.evaluate(() => sessionStorage.setItem("matches", "10")),
  },
  {
    what: "an entry in the history",
    plant: (page) => page.evaluate(() => history.pushState(null, "", location.href)),
  },
];

/** Work in the page's thread in each frame after a scroll, as if hits cost more than misses. */
export const LATE_LEAK = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const busy = () => {
      const end = performance.now() + 25;
      while (performance.now() < end);
    };
    document.addEventListener(
      "scroll",
      () => {
        busy();
        requestAnimationFrame(busy);
      },
      { capture: true, passive: true },
    );
  });

/** An event that page script sees only where somebody is managed. */
export const KIND_LEAK = async (page: Page, crowd: Crowd): Promise<void> => {
  if (crowd === "ten") await page.evaluate(() => void document.body.dispatchEvent(new Event("dragstart")));
};
