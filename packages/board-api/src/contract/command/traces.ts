/** What a run has made at a board, so that it can be taken away again; and how the board asked it to wait. */
export class Traces {
  readonly #made = new Set<string>();
  readonly #waits: boolean[] = [];
  #refreshToken: string | undefined;

  /** @param reference `Type/id` */
  made(reference: string): void {
    this.#made.add(reference);
  }

  /** The refresh token that is good now. */
  signedIn(refreshToken: string): void {
    this.#refreshToken = refreshToken;
  }

  get refreshToken(): string | undefined {
    return this.#refreshToken;
  }

  waited(hasRetryAfter: boolean): void {
    this.#waits.push(hasRetryAfter);
  }

  /** Newest first: what refers to another goes before it. */
  get references(): readonly string[] {
    return [...this.#made].toReversed();
  }

  /** For each answer of 429 or 503, whether it had Retry-After. */
  get waits(): readonly boolean[] {
    return this.#waits;
  }
}
