/** How many further reads one frame may force after its own read. */
const EXTRA_READS = 3;
/** A document that has not been drawn at two looks so far apart, in milliseconds, is not drawn at all. */
const NOT_DRAWN_MS = 100;

interface FrameReader {
  readonly read: () => void;
  /** Called instead when one frame forces more reads than it may; the next frame reads again. */
  readonly overrun: () => void;
  /** Boxes of ours that lie deeper than what the page observes (`createSentinel`). None where nothing of ours stands. */
  readonly sentinels: () => Iterable<Element>;
}

/**
 * Decides when a change is read, always before the next paint and as a rule once a frame:
 * - after the frame callbacks and after the browser's own layout, so that reading forces none: laying out a long list takes
 *   seconds, and the page may not have finished it. The moment is that of a ResizeObserver which is told to observe anew:
 *   it then reports in the next frame, changed or not, and in this one where that is not laid out yet;
 * - after that moment but before the paint of the same frame (another ResizeObserver), at once;
 * - a change may come after the layout of a frame in which nothing was expected. In that frame only what lies deeper than
 *   what the page observes is still reported: the sentinels in our hosts. Anything else would be left over, and an error
 *   would tell the page so. Where we have no host we have said nothing either, and the next frame is early enough;
 * - in a frame that is expected, the root element is reported first: whatever the reading changes is then still told to
 *   the page in the same frame;
 * - a document that is not drawn has no frames: there it is read at once, or after a while.
 */
export class FrameClock {
  readonly #view: Window;
  readonly #reader: FrameReader;
  readonly #afterPaint = new MessageChannel();
  readonly #layout = new ResizeObserver(() => this.#layoutDone());
  #dirty = false;
  /** Whether the next layout is told of. */
  #waiting = false;
  #frame: number | undefined;
  /** After the layout of a frame, before its paint. */
  #laidOut = false;
  #extra = 0;
  #look: number | undefined;
  #looks = 0;
  #stopped = false;

  constructor(view: Window, reader: FrameReader) {
    this.#view = view;
    this.#reader = reader;
    this.#afterPaint.port1.onmessage = () => {
      this.#laidOut = false;
      this.#extra = 0;
      if (this.#dirty) this.soon();
    };
  }

  /** A change was seen by a MutationObserver, which runs right after the page's own script. */
  changed(): void {
    if (this.#stopped) return;
    if (this.#laidOut || this.#view.document.visibilityState === "hidden") {
      this.#enterLaidOut();
      this.#readNow();
    } else this.soon();
  }

  /** A change of layout, seen after the frame callbacks and before the paint. */
  laidOut(): void {
    if (this.#stopped) return;
    this.#enterLaidOut();
    this.#readNow();
  }

  /** Something may have changed that is not shown yet: the next frame is early enough. */
  soon(): void {
    if (this.#stopped) return;
    this.#dirty = true;
    // What is observed now would be reported once more in this frame.
    if (this.#waiting || this.#laidOut) return;
    this.#waiting = true;
    for (const sentinel of this.#reader.sentinels()) this.#layout.observe(sentinel);
    this.#frame ??= this.#view.requestAnimationFrame(() => this.#frameBegins());
    this.#look ??= this.#view.setTimeout(() => this.#lookAgain(), NOT_DRAWN_MS);
  }

  stop(): void {
    this.#stopped = true;
    this.#view.clearTimeout(this.#look);
    if (this.#frame !== undefined) this.#view.cancelAnimationFrame(this.#frame);
    this.#layout.disconnect();
    this.#afterPaint.port1.close();
  }

  #frameBegins(): void {
    this.#frame = undefined;
    const { documentElement } = this.#view.document;
    if (this.#waiting && documentElement) this.#layout.observe(documentElement);
  }

  #layoutDone(): void {
    this.#layout.disconnect();
    this.#waiting = false;
    this.#looks = 0;
    this.#enterLaidOut();
    if (this.#dirty) this.#take();
  }

  /** A document without a box (in a frame of no size) has no layout to report, and one out of sight no frames. */
  #lookAgain(): void {
    this.#look = undefined;
    if (!this.#waiting) return;
    this.#looks += 1;
    // Whatever kept this timer waiting may have kept a frame waiting too.
    if (this.#looks > 1) this.#layoutDone();
    else this.#look = this.#view.setTimeout(() => this.#lookAgain(), NOT_DRAWN_MS);
  }

  #enterLaidOut(): void {
    // A message posted before the paint is delivered after it.
    if (!this.#laidOut) this.#afterPaint.port2.postMessage(null);
    this.#laidOut = true;
  }

  #take(): void {
    this.#dirty = false;
    this.#reader.read();
  }

  #readNow(): void {
    this.#extra += 1;
    if (this.#extra <= EXTRA_READS) this.#take();
    else {
      this.#dirty = true;
      if (this.#extra === EXTRA_READS + 1) this.#reader.overrun();
    }
  }
}
