import type { Result } from "@cadre-care/domain";
import { StorageError } from "./storage-error.ts";

/** What the store refuses is said, with everything on the screen still there; anything else is a defect and stays an error. */
export async function storageSaid<Value>(work: () => Promise<Result<Value>>): Promise<Result<Value>> {
  try {
    return await work();
  } catch (cause) {
    if (cause instanceof StorageError) return { ok: false, problem: cause.problem };
    throw cause;
  }
}
