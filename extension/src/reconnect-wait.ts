const STEP = 300;
const LONGEST = 10_000;

/**
 * How long to wait before the background is connected to again. One that served us and fell asleep is woken at once; one
 * that turns us away, or does not start, is asked ever less often.
 */
export class ReconnectWait {
  #failures = 0;

  /** The background spoke over the last connection. */
  served(): void {
    this.#failures = 0;
  }

  /** Milliseconds, after a connection was lost. */
  next(): number {
    const wait = this.#failures === 0 ? 0 : Math.min(STEP * 2 ** this.#failures, LONGEST);
    this.#failures += 1;
    return wait;
  }
}
