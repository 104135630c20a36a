/** Everything that a click is made of: while somebody points, the page hears none of it. */
const SWALLOWED = [
  "pointerdown",
  "pointerup",
  "mousedown",
  "mouseup",
  "click",
  "auxclick",
  "dblclick",
  "contextmenu",
  "touchstart",
  "touchend",
] as const;

export interface PointingObserver {
  /** The element under the pointer; null when it left the document. */
  over(element: Element | null): void;
  /** The element that was clicked. Pointing is over. */
  chosen(element: Element): void;
  /** Esc. Pointing is over. */
  ended(): void;
}

const elementOf = (event: Event): Element | null => {
  const [first] = event.composedPath();
  return first instanceof Element ? first : null;
};

/** Lets somebody point at one element of the document. The only mode in which the page's clicks are taken from it. */
export const startPointing = (observer: PointingObserver): AbortController => {
  const mode = new AbortController();
  const options = { capture: true, passive: false, signal: mode.signal };
  const swallow = (event: Event): void => {
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  const take = (event: Event): void => {
    swallow(event);
    const element = elementOf(event);
    if (event.type !== "click" || !event.isTrusted || element === null) return;
    mode.abort();
    observer.chosen(element);
  };
  for (const kind of SWALLOWED) window.addEventListener(kind, take, options);
  window.addEventListener("pointermove", (event) => observer.over(elementOf(event)), options);
  document.documentElement.addEventListener("pointerleave", () => observer.over(null), options);
  window.addEventListener(
    "keydown",
    (event) => {
      if (event.key !== "Escape") return;
      swallow(event);
      mode.abort();
      observer.ended();
    },
    options,
  );
  return mode;
};
