/**
 * Where the keys that are open now are kept between two wake-ups of the background: memory that ends with the browser
 * and never reaches the disk (extension: `storage.session`; portal: a variable of the worker). The value is JSON.
 * What is read back is validated; anything else than what was written counts as locked.
 */
export interface OpenKeyStore {
  read(): Promise<unknown>;
  write(value: unknown): Promise<void>;
  clear(): Promise<void>;
}

/** Open keys in a variable: for a portal's worker, where they end with the last tab (DESIGN 6b). */
export class MemoryKeyStore implements OpenKeyStore {
  #value: string | undefined;

  async read(): Promise<unknown> {
    return this.#value === undefined ? undefined : JSON.parse(this.#value);
  }

  async write(value: unknown): Promise<void> {
    this.#value = JSON.stringify(value);
  }

  async clear(): Promise<void> {
    this.#value = undefined;
  }
}
