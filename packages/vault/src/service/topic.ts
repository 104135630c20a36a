import type { Unsubscribe } from "@cadre-care/domain";

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** A JSON value that is watched. Listeners hear the present value at once, then every change; equal values are no change. */
export class Topic<Value> {
  #value: Value;
  readonly #listeners = new Set<(value: Value) => void>();

  constructor(value: Value) {
    this.#value = value;
  }

  get value(): Value {
    return this.#value;
  }

  set(value: Value): void {
    if (same(value, this.#value)) return;
    this.#value = value;
    for (const listener of [...this.#listeners]) listener(value);
  }

  subscribe(listener: (value: Value) => void): Unsubscribe {
    // A wrapper each: the same function may listen twice.
    const own = (value: Value): void => listener(value);
    this.#listeners.add(own);
    own(this.#value);
    return () => this.#listeners.delete(own);
  }

  /** Nobody hears anything any more. */
  end(): void {
    this.#listeners.clear();
  }
}
