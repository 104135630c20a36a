interface Watched {
  /** By how many it is watched. */
  by: number;
  /** Of its content, CSS pixels; not known before the first report. */
  width: number;
  height: number;
}

/**
 * Tells when boxes have another size. They lie above what the page observes: were one of them found changed after the
 * page had been told of something deeper, the browser would say to the page that a notification was not delivered. For
 * such a frame they are paused: they are observed again from the next frame callback on, which comes before the layout,
 * and whatever changed meanwhile is told then.
 */
export class WatchedBoxes {
  readonly #observer: ResizeObserver;
  readonly #expectFrame: () => void;
  readonly #watched = new Map<Element, Watched>();
  #paused = false;

  /** `expectFrame`: has `frameBegins` called in the next frame callback. */
  constructor(changed: () => void, expectFrame: () => void) {
    this.#expectFrame = expectFrame;
    this.#observer = new ResizeObserver((entries) => {
      let differs = false;
      for (const entry of entries) if (this.#differs(entry)) differs = true;
      if (differs) changed();
    });
  }

  /** Whether a box may have changed without a word. */
  get paused(): boolean {
    return this.#paused;
  }

  /** From the next frame on, and to be ended as often as it is begun. */
  observe(element: Element): void {
    const watched = this.#watched.get(element);
    if (watched === undefined) this.#watched.set(element, { by: 1, width: Number.NaN, height: Number.NaN });
    else watched.by += 1;
    this.#expectFrame();
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
    this.#expectFrame();
  }

  frameBegins(): void {
    this.#paused = false;
    for (const element of this.#watched.keys()) this.#observer.observe(element);
  }

  stop(): void {
    this.#observer.disconnect();
    this.#watched.clear();
  }

  #differs({ target, contentRect: { width, height } }: ResizeObserverEntry): boolean {
    const watched = this.#watched.get(target);
    if (watched === undefined || (watched.width === width && watched.height === height)) return false;
    watched.width = width;
    watched.height = height;
    return true;
  }
}
