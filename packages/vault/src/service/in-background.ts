import { StorageError } from "../storage/storage-error.ts";

/** Work that nobody waits for. What the store refuses is said by the views; anything else is a defect and stays an error. */
export const inBackground = (work: Promise<unknown>): void => {
  void work.catch((cause: unknown) => {
    if (!(cause instanceof StorageError)) throw cause;
  });
};
