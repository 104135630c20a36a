import type { Unsubscribe } from "@cadre-care/domain";

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/**
 * A JSON value that is watched. Listeners hear the present value at once, then every change; equal values are no change.
 * One that throws keeps no other from hearing.
 */
export class Topic<Value> {
  #value: Value;
  readonly #listeners = new Set<(value: Value) => void>();

  constructor(value: Value) {
    this.#value = value;
  }

  get value(): Value {
    return this.#value;
  }

  /** @throws what the first of the listeners that threw did, once all have heard */
  set(value: Value): void {
    if (same(value, this.#value)) return;
    this.#value = value;
    const thrown: unknown[] = [];
    for (const listener of [...this.#listeners])
      try {
        listener(value);
      } catch (cause) {
        thrown.push(cause);
      }
    if (thrown.length > 0) throw thrown[0];
  }

  /** @throws what the listener throws at the present value; it then hears nothing more */
  subscribe(listener: (value: Value) => void): Unsubscribe {
    // A wrapper each: the same function may listen twice.
    const own = (value: Value): void => listener(value);
    this.#listeners.add(own);
    try {
      own(this.#value);
    } catch (cause) {
      this.#listeners.delete(own);
      throw cause;
    }
    return () => this.#listeners.delete(own);
  }

  /** Nobody hears anything any more. */
  end(): void {
    this.#listeners.clear();
  }
}
