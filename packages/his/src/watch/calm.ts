const WINDOW_MS = 5000;
const MOST_FORCED = 60;
const PAUSE_MS = 30_000;
const USER_MS = 1000;

/**
 * Counts how often the page forced a new generation while no user acted. A page that flickers by itself is given up for
 * a while instead of fought with (DESIGN 6). Times are milliseconds of `performance.now()`.
 */
export class Calm {
  #forced: number[] = [];
  #lastUser = Number.NEGATIVE_INFINITY;
  #until = Number.NEGATIVE_INFINITY;

  userActed(now: number): void {
    this.#lastUser = now;
  }

  /** Reports a forced generation; true when that was one too many. */
  forced(now: number): boolean {
    if (now - this.#lastUser < USER_MS) return false;
    this.#forced = this.#forced.filter((time) => now - time < WINDOW_MS);
    this.#forced.push(now);
    if (this.#forced.length <= MOST_FORCED) return false;
    this.#forced = [];
    this.#until = now + PAUSE_MS;
    return true;
  }

  pausing(now: number): boolean {
    return now < this.#until;
  }
}
