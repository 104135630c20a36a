/** Deeper by so much than where it stands: deeper than whatever a page observes there. */
const DEPTH = 100;

/** `top` is what to put somewhere, `box` what to observe. */
export interface Sentinel {
  readonly top: HTMLElement;
  readonly box: HTMLElement;
}

/**
 * An unseen box of one pixel, deep inside elements that have none. Between layout and paint a ResizeObserver is still told
 * of what lies deeper than all it was told of before; anything else waits for the next frame, and an error says so to the
 * page. To be put into a shadow root of ours that is drawn, where it takes no room.
 */
export const createSentinel = (document: Document): Sentinel => {
  const box = document.createElement("div");
  box.style.cssText =
    "position: absolute; left: 0; top: 0; width: 1px; height: 1px; visibility: hidden; pointer-events: none";
  let top = box;
  for (let depth = 0; depth < DEPTH; depth += 1) {
    const around = document.createElement("div");
    around.style.display = "contents";
    around.append(top);
    top = around;
  }
  return { top, box };
};
