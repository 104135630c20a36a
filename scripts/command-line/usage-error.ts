/** A command that cannot be carried out as it was given; the message says what to mend, in Vietnamese and English. */
export class UsageError extends Error {
  constructor(vi: string, en: string) {
    super(`${vi}\n${en}`);
    this.name = "UsageError";
  }
}
