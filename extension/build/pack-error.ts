import { UsageError } from "../../scripts/command-line/usage-error.ts";

/** A build or profile that cannot be made or published as asked; the message says what to mend, in Vietnamese and English. */
export class PackError extends UsageError {
  override readonly name = "PackError";
}
