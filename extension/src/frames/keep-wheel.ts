/** Whether an element takes a turn of the wheel in one direction: it scrolls, and is not at its end. */
const takes = (element: Element, axis: "x" | "y", turn: number): boolean => {
  if (turn === 0) return false;
  const { overflowX, overflowY } = getComputedStyle(element);
  if (!/auto|scroll/.test(axis === "y" ? overflowY : overflowX)) return false;
  const { scrollTop, scrollLeft, scrollHeight, scrollWidth, clientHeight, clientWidth } = element;
  const [at, room] =
    axis === "y" ? [scrollTop, scrollHeight - clientHeight] : [scrollLeft, scrollWidth - clientWidth];
  return turn > 0 ? at < room - 1 : at > 0;
};

const onWheel = (event: WheelEvent): void => {
  // That is a zoom.
  if (event.ctrlKey) return;
  const elements = event.composedPath().filter((at) => at instanceof Element);
  const taken = elements.some((at) => takes(at, "x", event.deltaX) || takes(at, "y", event.deltaY));
  if (!taken) event.preventDefault();
};

/**
 * No turn of the wheel over this frame scrolls the page around it (DESIGN rule 2). `overscroll-behavior` alone does not do:
 * Firefox hands on what an element with little to scroll has no use for.
 */
export const keepWheel = (): void => {
  addEventListener("wheel", onWheel, { passive: false });
};
