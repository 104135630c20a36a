import type { ConnectionView } from "@cadre-care/domain";
import { Topic } from "./topic.ts";

/** A clock that differs less is right enough: `Date` has whole seconds, and an answer takes its time. */
const TOLERATED_MS = 120_000;

/**
 * The board's clock as its answers tell it, and whether it answers. Times that are written down are the board's as
 * long as this machine's clock is known to be wrong; before the first answer they are this machine's (DESIGN 4: the
 * offline time). Waiting and retrying go by this machine's clock alone.
 */
export class BoardClock {
  readonly connection: Topic<ConnectionView>;
  readonly #machine: () => number;
  readonly #online: () => boolean;
  #offMs = 0;
  #reached: boolean | undefined;

  constructor(machine: () => number, online: () => boolean) {
    this.#machine = machine;
    this.#online = online;
    this.connection = new Topic(this.#view());
  }

  /** Epoch milliseconds to write down as the time of what happens now. */
  readonly now = (): number => this.#machine() + this.#offMs;

  /** A `fetch` that notices the `Date` of what the board answers, and whether it answers at all. */
  watch(fetch: typeof globalThis.fetch, board: string): typeof globalThis.fetch {
    const origin = new URL(board).origin;
    return async (input, init) => {
      const url = input instanceof Request ? input.url : String(input);
      const mine = new URL(url).origin === origin;
      const sent = this.#machine();
      try {
        const response = await fetch(input, init);
        if (mine) this.#notice(response.headers.get("date"), sent);
        return response;
      } catch (cause) {
        if (mine) this.#reach(false);
        throw cause;
      }
    };
  }

  /** The browser's own word may have changed. */
  refresh(): void {
    this.connection.set(this.#view());
  }

  #notice(date: string | null, sent: number): void {
    const theirs = date === null ? Number.NaN : Date.parse(date);
    if (!Number.isNaN(theirs)) {
      const off = theirs - (sent + this.#machine()) / 2;
      this.#offMs = Math.abs(off) > TOLERATED_MS ? Math.round(off) : 0;
    }
    this.#reach(true);
  }

  #reach(reached: boolean): void {
    this.#reached = reached;
    this.refresh();
  }

  #view(): ConnectionView {
    const online = this.#online() && this.#reached !== false;
    return this.#offMs === 0 ? { online } : { online, clockOffSeconds: Math.round(this.#offMs / 1000) };
  }
}
