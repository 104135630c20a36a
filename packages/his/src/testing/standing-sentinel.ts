import { createSentinel } from "../watch/sentinel.ts";

/** The boxes of a sentinel in a closed root of its own, as whoever draws marks has one in its hosts. */
export const standingSentinel = (page: Document): readonly Element[] => {
  const host = page.createElement("div");
  host.style.cssText = "position: absolute; width: 0; height: 0";
  const { top, boxes } = createSentinel(page);
  host.attachShadow({ mode: "closed" }).append(top);
  page.documentElement.append(host);
  return boxes;
};
