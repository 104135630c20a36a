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

const swallow = (event: Event): void => {
  event.preventDefault();
  event.stopImmediatePropagation();
};

/** A pointer let go, for an input that is disabled gets no click; or a click without a pointer, by a key. */
const isChoice = (event: Event): boolean =>
  event.isTrusted &&
  (event.type === "click" ||
    (event instanceof PointerEvent && event.type === "pointerup" && event.isPrimary && event.button === 0));

/** Keeps from the page what still belongs to the click that chose: its own end, and the second half of a double click. */
const swallowRest = (chosenBy: Event): void => {
  const rest = new AbortController();
  const options = { capture: true, passive: false, signal: rest.signal };
  let isOver = chosenBy.type === "click";
  const hear = (event: Event): void => {
    const isRepeated = event instanceof UIEvent && event.detail > 1;
    if (event.type === "pointerdown" || event.type === "touchstart") isOver = true;
    else if (isRepeated || !isOver) swallow(event);
    // Another click begins: it is the page's own.
    else if (event.type === "mousedown") rest.abort();
    if (event.type === "click") isOver = true;
  };
  for (const kind of SWALLOWED) window.addEventListener(kind, hear, options);
  window.addEventListener("keydown", () => rest.abort(), options);
};

/** Lets somebody point at one element of the document. The only mode in which the page's clicks are taken from it. */
export const startPointing = (observer: PointingObserver): AbortController => {
  const mode = new AbortController();
  const options = { capture: true, passive: false, signal: mode.signal };
  const take = (event: Event): void => {
    swallow(event);
    const element = elementOf(event);
    if (!isChoice(event) || element === null) return;
    mode.abort();
    swallowRest(event);
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
