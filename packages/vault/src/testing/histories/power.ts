/** Where a machine's power is cut: at the n-th thing that it waits for, before that thing happens or just after. */
export interface Cut {
  readonly at: number;
  readonly after: boolean;
}

const never = new Promise<never>(() => undefined);

/**
 * The power of one run of the software. Everything that it waits for goes through `guard`; once the power is off nothing
 * resolves any more, as in a process that was killed.
 */
export class Power {
  #off = false;
  #left = Number.POSITIVE_INFINITY;
  #after = false;
  #died: () => void = () => undefined;
  readonly dead = new Promise<void>((resolve) => {
    this.#died = resolve;
  });

  plan({ at, after }: Cut): void {
    this.#left = at;
    this.#after = after;
  }

  off(): void {
    this.#off = true;
    this.#died();
  }

  async guard<Value>(work: () => Promise<Value>): Promise<Value> {
    if (this.#off) return never;
    const cutHere = this.#left === 0;
    this.#left -= 1;
    if (cutHere && !this.#after) {
      this.off();
      return never;
    }
    const settled = await work().then(
      (value) => ({ ok: true, value }) as const,
      (error: unknown) => ({ ok: false, error }) as const,
    );
    if (cutHere) this.off();
    if (this.#off) return never;
    if (!settled.ok) throw settled.error;
    return settled.value;
  }
}
