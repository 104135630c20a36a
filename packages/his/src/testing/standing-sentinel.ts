import { createSentinel } from "../watch/sentinel.ts";

/** A sentinel in a closed root of its own, as whoever draws marks has one in its hosts. */
export const standingSentinel = (page: Document): HTMLElement => {
  const host = page.createElement("div");
  host.style.cssText = "position: absolute; width: 0; height: 0";
  const { top, box } = createSentinel(page);
  host.attachShadow({ mode: "closed" }).append(top);
  page.documentElement.append(host);
  return box;
};
