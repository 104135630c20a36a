/** How many further reads one frame may force after its own read. */
const EXTRA_READS = 3;
/** How many frames the clock keeps running after the last change, so that a page that draws in frames is met in them. */
const KEEP_ALIVE = 3;
/** How far around a change a box is looked for. */
const REACH = 4;

/**
 * Where in a frame the page's scripts run now. `unknown`: a change came in a quiet time, perhaps already after the
 * layout of a frame; only what follows tells.
 */
type Phase = "outside" | "before-layout" | "after-layout" | "unknown";

/**
 * Decides when a change is read, always before the next paint and as a rule once a frame:
 * - after the frame callbacks and after the browser's own layout, so that reading forces none: laying out a long list takes
 *   seconds, and the page may not have finished it. The moment is that of a ResizeObserver which is told to observe anew:
 *   it then reports in the same frame, changed or not;
 * - after that moment but before the paint of the same frame (another ResizeObserver), at once;
 * - the first change after a quiet time may itself come after the layout of a frame. Then only what lies deeper than what
 *   the page observes is reported in that frame, so the boxes around the change are observed at once;
 * - a document that is not drawn has no frames: there it is read at once, or when the browser has nothing else to do.
 * When one frame forces more reads than it may, `overrun` is called instead, and the next frame reads again.
 */
export class FrameClock {
  readonly #view: Window;
  readonly #read: () => void;
  readonly #overrun: () => void;
  readonly #afterPaint = new MessageChannel();
  readonly #layout = new ResizeObserver(() => this.#layoutDone());
  #handle: number | undefined;
  #phase: Phase = "outside";
  #dirty = false;
  #extra = 0;
  #idleFrames = 0;
  #idle: number | undefined;
  #stopped = false;

  constructor(view: Window, read: () => void, overrun: () => void) {
    this.#view = view;
    this.#read = read;
    this.#overrun = overrun;
    this.#afterPaint.port1.onmessage = () => this.#painted();
  }

  /** A change at `where` was seen by a MutationObserver, which runs right after the page's own script. */
  changed(where: Node): void {
    if (this.#stopped) return;
    this.soon();
    if (this.#phase === "after-layout") this.#readNow();
    else if (this.#phase === "unknown") {
      if (this.#view.document.visibilityState === "hidden") this.#readNow();
      else this.#expectLayout(where);
    }
  }

  /** A change of layout, seen after the frame callbacks and before the paint. */
  laidOut(): void {
    if (this.#stopped) return;
    this.#enter("after-layout");
    this.#dirty = true;
    this.#run();
    this.#readNow();
  }

  /** Something may have changed that is not shown yet: the next frame is early enough. */
  soon(): void {
    if (this.#stopped) return;
    if (this.#handle === undefined && this.#phase === "outside") this.#enter("unknown");
    this.expected();
  }

  /** As `soon`, told by an event that the browser never sends between layout and paint: scrolling, clicks, keys. */
  expected(): void {
    this.#idleFrames = 0;
    this.once();
  }

  /** As `expected`, where nothing speaks for further changes in the frames that follow. */
  once(): void {
    if (this.#stopped) return;
    this.#dirty = true;
    this.#run();
  }

  stop(): void {
    this.#stopped = true;
    if (this.#handle !== undefined) this.#view.cancelAnimationFrame(this.#handle);
    this.#handle = undefined;
    if (this.#idle !== undefined) this.#view.cancelIdleCallback(this.#idle);
    this.#layout.disconnect();
    this.#afterPaint.port1.close();
  }

  #run(): void {
    this.#handle ??= this.#view.requestAnimationFrame(() => this.#frame());
  }

  /** Boxes of inline elements have no size to report, so those around them are observed too. */
  #expectLayout(where: Node): void {
    this.#layout.disconnect();
    for (const element of around(where)) this.#layout.observe(element);
    this.#idle ??= this.#view.requestIdleCallback(() => {
      this.#idle = undefined;
      if (this.#dirty && !this.#stopped) this.#readNow();
    });
  }

  #frame(): void {
    this.#handle = undefined;
    if (this.#stopped) return;
    this.#extra = 0;
    this.#enter("before-layout");
    this.#layout.disconnect();
    const { documentElement } = this.#view.document;
    if (documentElement) this.#layout.observe(documentElement);
    this.#idleFrames += 1;
    if (this.#idleFrames < KEEP_ALIVE) this.#run();
  }

  #layoutDone(): void {
    this.#layout.disconnect();
    this.#enter("after-layout");
    if (this.#stopped || !this.#dirty) return;
    this.#dirty = false;
    this.#read();
  }

  /** A document without a box of its own (in a frame of no size) has no layout to report. */
  #painted(): void {
    const missed = this.#phase === "before-layout";
    this.#phase = "outside";
    this.#extra = 0;
    if (!missed || this.#stopped || !this.#dirty) return;
    this.#dirty = false;
    this.#read();
  }

  #enter(phase: Phase): void {
    // A message posted before the paint is delivered after it.
    if (this.#phase === "outside") this.#afterPaint.port2.postMessage(null);
    this.#phase = phase;
  }

  #readNow(): void {
    if (this.#extra < EXTRA_READS) {
      this.#extra += 1;
      this.#dirty = false;
      this.#read();
    } else {
      // Still dirty, so the next frame reads.
      if (this.#extra === EXTRA_READS) this.#overrun();
      this.#extra += 1;
    }
  }
}

const around = (where: Node): readonly Element[] => {
  const elements: Element[] = [];
  const start = isElement(where) ? where : where.parentElement;
  for (let up = start; up !== null && elements.length < REACH; up = up.parentElement) elements.push(up);
  for (let down = start?.lastElementChild; down && elements.length < 2 * REACH; down = down.lastElementChild)
    elements.push(down);
  return elements;
};

const isElement = (node: Node): node is Element => node.nodeType === 1;
