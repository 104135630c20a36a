/** Sealed bytes do not open: another key, another place than they were sealed for, or altered. */
export class SealBrokenError extends Error {
  constructor(options?: ErrorOptions) {
    super("sealed data does not open under this key in this place", options);
    this.name = "SealBrokenError";
  }
}
