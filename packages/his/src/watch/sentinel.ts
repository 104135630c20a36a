/** Deeper by so much than where it stands: deeper than whatever a page observes there. */
const DEPTH = 100;
/** How often in one frame a box can be reported that lies deeper than those before. */
const BOXES = 4;

/** `top` is what to put somewhere; `boxes` are what to observe, each deeper than the one before. */
export interface Sentinel {
  readonly top: HTMLElement;
  readonly boxes: readonly HTMLElement[];
}

/**
 * Unseen boxes of one pixel, deep inside elements that have none. Between layout and paint a ResizeObserver is still told
 * of what lies deeper than all it was told of before; anything else waits for the next frame, and an error says so to the
 * page. To be put into a shadow root of ours that is drawn, where it takes no room.
 */
export const createSentinel = (document: Document): Sentinel => {
  const divs = (length: number, style: string) =>
    Array.from({ length }, () => {
      const div = document.createElement("div");
      div.style.cssText = style;
      return div;
    });
  // What is hidden takes no clicks either.
  const boxes = divs(BOXES, "position:absolute;left:0;top:0;width:1px;height:1px;visibility:hidden");
  const top = [...divs(DEPTH, "display:contents"), ...boxes].reduceRight((inner, outer) => {
    outer.append(inner);
    return outer;
  });
  return { top, boxes };
};
