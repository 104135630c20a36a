import type { Hold } from "./hold.ts";

/** Server errors one after the other, of different patients, that count as a fault of the board and not of an entry. */
const SERVER_ERRORS = 3;

/** Where one pass over the queue stands. Several workers share it. */
export class DrainPass {
  /** First entries that are on the wire, or were kept in this pass: not taken again. */
  readonly taken = new Set<number>();
  /** Why nothing more is sent. */
  hold: Hold | undefined;
  done = 0;
  total = 0;
  /** The keys were closed, or the store failed: no use to go on. */
  ended = false;
  #serverErrors = 0;
  #renewal: Promise<boolean> | undefined;

  get stopped(): boolean {
    return this.hold !== undefined || this.ended;
  }

  /** Gets another sign-in, once for all workers that met a 401; once more only after something has gone through. */
  renew(renewSignIn: () => Promise<boolean>): Promise<boolean> {
    this.#renewal ??= renewSignIn();
    return this.#renewal;
  }

  wentThrough(): void {
    this.#renewal = undefined;
    this.#serverErrors = 0;
  }

  /** True when it must be the board's fault. */
  serverError(): boolean {
    this.#serverErrors += 1;
    return this.#serverErrors >= SERVER_ERRORS;
  }
}
