/** How many changes may come between a layout and the next, and how many reads one frame may have beside its own. */
const EXTRA_READS = 3;
/** A document that has not been drawn at two looks so far apart, in milliseconds, is not drawn at all. */
const NOT_DRAWN_MS = 100;

interface FrameReader {
  /** Called in a frame callback that was expected, before the layout. */
  readonly frameBegins: () => void;
  /**
   * Called when the page was perhaps told of deep boxes already, and no higher one may be found changed in this frame:
   * in a frame that was not expected, before the read, and before a layout of which no sentinel tells.
   */
  readonly unexpected: () => void;
  readonly read: () => void;
  /** Called when a page changes more often between a layout and the next than it may. */
  readonly overrun: () => void;
  /** Of each host of ours, boxes that lie deeper and deeper (`createSentinel`). None where nothing of ours stands. */
  readonly sentinels: () => Iterable<readonly Element[]>;
}

/**
 * Decides when a change is read, always before the next paint and as a rule once a frame:
 * - after the frame callbacks and after the browser's own layout, so that reading forces none: laying out a long list takes
 *   seconds, and the page may not have finished it. The moment is that of a ResizeObserver which is told to observe anew:
 *   it then reports in the next frame, changed or not, and in this one where that is not laid out yet;
 * - a change may come after the layout of a frame, before its paint (another ResizeObserver). In that frame only what lies
 *   deeper than all that was reported is still reported: the sentinels in our hosts, for each further reading a deeper one.
 *   Anything else would be left over, and an error would tell the page so. Where we have no host we have said nothing
 *   either, and the next frame is early enough;
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
  /** Whether the next layout is told of, and by which boxes: deeper ones than those that were told of it in this frame. */
  #waiting = false;
  #depth = 0;
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
      this.#depth = 0;
      if (this.#waiting) {
        this.#layout.disconnect();
        this.#observe();
      } else if (this.#dirty) this.soon();
    };
  }

  /** Whether it matters now what a change touches. Otherwise all is read after the next layout, and looked at there. */
  get pressed(): boolean {
    return this.#laidOut || this.#undrawn;
  }

  get #undrawn(): boolean {
    return this.#view.document.visibilityState === "hidden";
  }

  /** A change was seen by a MutationObserver, which runs right after the page's own script. */
  changed(): void {
    if (this.#stopped) return;
    if (this.#undrawn) {
      this.#enterLaidOut();
      this.#readNow();
      return;
    }
    this.soon();
    if (!this.#laidOut) return;
    this.#extra += 1;
    if (this.#extra === EXTRA_READS + 1) this.#reader.overrun();
  }

  /** A change of layout, seen after the frame callbacks and before the paint. */
  laidOut(): void {
    if (this.#stopped) return;
    this.#enterLaidOut();
    this.#readNow();
  }

  /** Something may have changed: it is read after the next layout. */
  soon(): void {
    if (this.#stopped) return;
    this.#dirty = true;
    if (this.#waiting) return;
    this.#waiting = true;
    this.#observe();
    this.expectFrame();
    this.#look ??= this.#view.setTimeout(() => this.#lookAgain(), NOT_DRAWN_MS);
  }

  expectFrame(): void {
    if (!this.#stopped) this.#frame ??= this.#view.requestAnimationFrame(() => this.#frameBegins());
  }

  stop(): void {
    this.#stopped = true;
    this.#view.clearTimeout(this.#look);
    if (this.#frame !== undefined) this.#view.cancelAnimationFrame(this.#frame);
    this.#layout.disconnect();
    this.#afterPaint.port1.close();
  }

  #observe(): void {
    let told = false;
    for (const boxes of this.#reader.sentinels()) {
      const box = boxes[this.#depth];
      if (box?.isConnected !== true) continue;
      this.#layout.observe(box);
      told = true;
    }
    if (!told) this.#reader.unexpected();
  }

  #frameBegins(): void {
    this.#frame = undefined;
    this.#reader.frameBegins();
    const { documentElement } = this.#view.document;
    if (this.#waiting && documentElement) this.#layout.observe(documentElement);
  }

  #layoutDone(): void {
    this.#layout.disconnect();
    this.#waiting = false;
    this.#depth += 1;
    this.#looks = 0;
    this.#enterLaidOut();
    if (this.#frame !== undefined) this.#reader.unexpected();
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
