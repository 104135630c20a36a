import type { Problem } from "@cadre-care/domain";
import { STORAGE_PROBLEMS, type StorageProblemCode } from "./storage-problems.ts";

/** The store on this machine did not take or give what was asked. `problem` says in both languages what to do. */
export class StorageError extends Error {
  readonly problem: Problem;

  constructor(code: StorageProblemCode, options?: ErrorOptions) {
    super(STORAGE_PROBLEMS[code].en, options);
    this.name = "StorageError";
    this.problem = { code, message: STORAGE_PROBLEMS[code] };
  }
}

/** Turns what IndexedDB rejects with into a `StorageError`; other errors are a caller's own and stay as they are. */
export const asStorageError = (cause: unknown): unknown => {
  if (!(cause instanceof DOMException)) return cause;
  if (cause.name === "QuotaExceededError") return new StorageError("storage-full", { cause });
  if (cause.name === "VersionError") return new StorageError("storage-newer", { cause });
  return new StorageError("storage-failed", { cause });
};

/** The same where the store could not even be opened: some browsers refuse it in private windows, in words of their own. */
export const asOpeningError = (cause: unknown): unknown => {
  const refused =
    cause instanceof DOMException && (cause.name === "SecurityError" || cause.name === "InvalidStateError");
  return refused ? new StorageError("storage-unavailable", { cause }) : asStorageError(cause);
};
