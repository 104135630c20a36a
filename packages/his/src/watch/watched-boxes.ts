/** The box of an element, as a ResizeObserver states it. CSS pixels. */
const sizeOf = ({ contentRect, borderBoxSize }: ResizeObserverEntry): string => {
  const [border] = borderBoxSize;
  return [contentRect.width, contentRect.height, border?.inlineSize, border?.blockSize].join(" ");
};

interface Watched {
  /** By how many it is watched. */
  by: number;
  size: string | undefined;
}

/**
 * Tells when boxes have another size. They lie above what the page observes: were one of them found changed after the
 * page had been told of something deeper, the browser would say to the page that a notification was not delivered.
 * So whoever sees the page at work, at whatever moment of a frame, `pauses`: they are observed again from the next
 * frame callback on, which comes before the layout, and whatever changed meanwhile is told then.
 */
export class WatchedBoxes {
  readonly #view: Window;
  readonly #observer: ResizeObserver;
  readonly #watched = new Map<Element, Watched>();
  #frame: number | undefined;
  #paused = false;

  constructor(view: Window, changed: () => void) {
    this.#view = view;
    this.#observer = new ResizeObserver((entries) => {
      if (entries.filter((entry) => this.#differs(entry)).length > 0) changed();
    });
  }

  /** Whether a box may have changed without a word. */
  get paused(): boolean {
    return this.#paused;
  }

  /** From the next frame on, and to be ended as often as it is begun. */
  observe(element: Element): void {
    const watched = this.#watched.get(element);
    if (watched === undefined) this.#watched.set(element, { by: 1, size: undefined });
    else watched.by += 1;
    this.#observeSoon();
  }

  unobserve(element: Element): void {
    const watched = this.#watched.get(element);
    if (watched === undefined) return;
    watched.by -= 1;
    if (watched.by > 0) return;
    this.#watched.delete(element);
    this.#observer.unobserve(element);
  }

  pause(): void {
    if (this.#paused || this.#watched.size === 0) return;
    this.#paused = true;
    this.#observer.disconnect();
    this.#observeSoon();
  }

  stop(): void {
    if (this.#frame !== undefined) this.#view.cancelAnimationFrame(this.#frame);
    this.#observer.disconnect();
    this.#watched.clear();
  }

  #observeSoon(): void {
    this.#frame ??= this.#view.requestAnimationFrame(() => {
      this.#frame = undefined;
      this.#paused = false;
      for (const element of this.#watched.keys()) this.#observer.observe(element);
    });
  }

  #differs(entry: ResizeObserverEntry): boolean {
    const watched = this.#watched.get(entry.target);
    const size = sizeOf(entry);
    if (watched === undefined || watched.size === size) return false;
    watched.size = size;
    return true;
  }
}
