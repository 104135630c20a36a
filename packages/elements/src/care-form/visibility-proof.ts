/** How long something must have been seen before a click on it counts (DESIGN 6). */
const SEEN_MILLISECONDS = 500;
/** How often the browser looks; the least that it allows. */
const LOOK_MILLISECONDS = 100;

/** IntersectionObserver v2: the browser vouches that nothing covers, fades, filters or moves the element. */
interface TrackedVisibility extends IntersectionObserverInit {
  readonly trackVisibility: boolean;
  readonly delay: number;
}

/** Whether this browser can say that something is really seen. Firefox cannot. */
export const canProveVisibility = (): boolean => "isVisible" in IntersectionObserverEntry.prototype;

const isSeen = (entry: IntersectionObserverEntry): boolean =>
  entry.intersectionRatio > 0.99 && "isVisible" in entry && entry.isVisible === true;

/** Proves that one element has been wholly on the screen, uncovered, for half a second. */
export class VisibilityProof {
  #element: Element | undefined;
  #observer: IntersectionObserver | undefined;
  #since: number | undefined;

  /** Whether it has been seen that long, and still is. */
  get holds(): boolean {
    // What the browser saw, and had no time yet to tell.
    this.#hear(this.#observer?.takeRecords() ?? []);
    return this.#since !== undefined && performance.now() - this.#since >= SEEN_MILLISECONDS;
  }

  /** Begins anew with another element. */
  watch(element: Element | undefined): void {
    if (element === this.#element) return;
    this.stop();
    if (element === undefined || !canProveVisibility()) return;
    this.#element = element;
    const options: TrackedVisibility = {
      threshold: [0, 0.5, 1],
      trackVisibility: true,
      delay: LOOK_MILLISECONDS,
    };
    this.#observer = new IntersectionObserver((entries) => this.#hear(entries), options);
    this.#observer.observe(element);
  }

  stop(): void {
    this.#observer?.disconnect();
    this.#observer = undefined;
    this.#element = undefined;
    this.#since = undefined;
  }

  /** Unseen once, however short, is to begin anew. */
  #hear(entries: readonly IntersectionObserverEntry[]): void {
    for (const entry of entries) {
      if (isSeen(entry)) this.#since ??= performance.now();
      else this.#since = undefined;
    }
  }
}
