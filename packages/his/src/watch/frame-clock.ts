/** How many further reads one frame may force after its own read. */
const EXTRA_READS = 3;
/** How many frames the clock keeps running after the last change, so that a page that draws in frames is met in them. */
const KEEP_ALIVE = 10;

/**
 * Decides when a change is read, always before the next paint and as a rule once a frame:
 * - while the clock runs, in its frame callback;
 * - after that callback but before the paint of the same frame (another frame callback, a ResizeObserver), at once;
 * - at the first change after a quiet time at once too, since nobody can tell whether that was in a frame already.
 * When one frame forces more reads than it may, `overrun` is called instead, and the next frame reads again.
 */
export class FrameClock {
  readonly #view: Window;
  readonly #read: () => void;
  readonly #overrun: () => void;
  readonly #afterPaint = new MessageChannel();
  #handle: number | undefined;
  #dirty = false;
  #inFrame = false;
  #extra = 0;
  #idleFrames = 0;
  #stopped = false;

  constructor(view: Window, read: () => void, overrun: () => void) {
    this.#view = view;
    this.#read = read;
    this.#overrun = overrun;
    this.#afterPaint.port1.onmessage = () => {
      this.#inFrame = false;
      this.#extra = 0;
    };
  }

  /** A change was seen by a MutationObserver, which runs right after the page's own script. */
  changed(): void {
    if (this.#stopped) return;
    const running = this.#handle !== undefined;
    this.#dirty = true;
    this.#idleFrames = 0;
    this.#run();
    if (!this.#inFrame && running) return;
    this.#enterFrame();
    this.#readNow();
  }

  /** A change of layout, seen after the frame callbacks and before the paint. */
  laidOut(): void {
    if (this.#stopped) return;
    this.#enterFrame();
    this.#dirty = true;
    this.#run();
    this.#readNow();
  }

  /** Something may have changed that is not shown yet, or moves natively: the next frame is early enough. */
  soon(): void {
    if (this.#stopped) return;
    this.#dirty = true;
    this.#idleFrames = 0;
    this.#run();
  }

  stop(): void {
    this.#stopped = true;
    if (this.#handle !== undefined) this.#view.cancelAnimationFrame(this.#handle);
    this.#handle = undefined;
    this.#afterPaint.port1.close();
  }

  #run(): void {
    this.#handle ??= this.#view.requestAnimationFrame(() => this.#frame());
  }

  #frame(): void {
    this.#handle = undefined;
    if (this.#stopped) return;
    this.#extra = 0;
    this.#enterFrame();
    if (this.#dirty) {
      this.#dirty = false;
      this.#read();
    } else this.#idleFrames += 1;
    if (this.#idleFrames < KEEP_ALIVE) this.#run();
  }

  #enterFrame(): void {
    if (this.#inFrame) return;
    this.#inFrame = true;
    // A message posted before the paint is delivered after it.
    this.#afterPaint.port2.postMessage(null);
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
