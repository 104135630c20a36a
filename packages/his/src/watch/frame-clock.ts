/** How many further reads one frame may force after its own read. */
const EXTRA_READS = 3;
/** How far up from a change, and how far down, boxes are observed. */
const REACH = 3;
/** How many changes before one read are looked for as closely. */
const CLOSELY = 3;
/** A document that has not been drawn at two looks so far apart, in milliseconds, is not drawn at all. */
const NOT_DRAWN_MS = 100;

/**
 * Decides when a change is read, always before the next paint and as a rule once a frame:
 * - after the frame callbacks and after the browser's own layout, so that reading forces none: laying out a long list takes
 *   seconds, and the page may not have finished it. The moment is that of a ResizeObserver which is told to observe anew:
 *   it then reports in the next frame, changed or not, and in this one where that is not laid out yet;
 * - after that moment but before the paint of the same frame (another ResizeObserver), at once;
 * - a change may come after the layout of a frame in which nothing was expected. In that frame only what lies deeper than
 *   what the page observes is still reported, so the boxes around the change are observed too;
 * - a document that is not drawn has no frames: there it is read at once, or after a while.
 * When one frame forces more reads than it may, `overrun` is called instead, and the next frame reads again.
 */
export class FrameClock {
  readonly #view: Window;
  readonly #read: () => void;
  readonly #overrun: () => void;
  readonly #afterPaint = new MessageChannel();
  readonly #layout = new ResizeObserver(() => this.#layoutDone());
  #dirty = false;
  /** Whether the next layout is told of, and how many changes are looked for closely until then. */
  #waiting = false;
  #close = 0;
  /** After the layout of a frame, before its paint. */
  #laidOut = false;
  #extra = 0;
  #look: number | undefined;
  #looks = 0;
  #stopped = false;

  constructor(view: Window, read: () => void, overrun: () => void) {
    this.#view = view;
    this.#read = read;
    this.#overrun = overrun;
    this.#afterPaint.port1.onmessage = () => {
      this.#laidOut = false;
      this.#extra = 0;
      if (this.#dirty) this.soon();
    };
  }

  /** A change at `where` was seen by a MutationObserver, which runs right after the page's own script. */
  changed(where: Node): void {
    if (this.#stopped) return;
    if (this.#laidOut || this.#view.document.visibilityState === "hidden") {
      this.#enterLaidOut();
      this.#readNow();
      return;
    }
    this.soon();
    if (this.#close >= CLOSELY) return;
    this.#close += 1;
    for (const element of around(where)) this.#layout.observe(element);
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
    // What is observed now would be reported as left over at the end of this frame, to the page too.
    if (this.#waiting || this.#laidOut) return;
    this.#waiting = true;
    const { documentElement } = this.#view.document;
    if (documentElement) this.#layout.observe(documentElement);
    this.#look ??= this.#view.setTimeout(() => this.#lookAgain(), NOT_DRAWN_MS);
  }

  stop(): void {
    this.#stopped = true;
    this.#view.clearTimeout(this.#look);
    this.#layout.disconnect();
    this.#afterPaint.port1.close();
  }

  #layoutDone(): void {
    this.#layout.disconnect();
    this.#waiting = false;
    this.#close = 0;
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
    this.#read();
  }

  #readNow(): void {
    this.#extra += 1;
    if (this.#extra <= EXTRA_READS) this.#take();
    else {
      this.#dirty = true;
      if (this.#extra === EXTRA_READS + 1) this.#overrun();
    }
  }
}

/** Elements that hold the place of a change, and some in it. Those that are inline have no box to report. */
const around = (where: Node): readonly Element[] => {
  const elements: Element[] = [];
  const start = isElement(where) ? where : where.parentElement;
  for (let up = start; up !== null && elements.length < REACH; up = up.parentElement) elements.push(up);
  for (let down = start?.lastElementChild; down && elements.length < 2 * REACH; down = down.lastElementChild)
    elements.push(down);
  return elements;
};

const isElement = (node: Node): node is Element => node.nodeType === 1;
