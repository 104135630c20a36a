import type { DirectoryEntry } from "@cadre-care/domain";

/** What is sealed in a row. `entry` null: parts of the person are still missing. Raised when a later version changes the shape. */
export interface StoredEntry {
  readonly version: 1;
  readonly personId: string;
  readonly entry: DirectoryEntry | null;
  /** Blind names that the entry is filed under, whole: a shortened one that is equal by chance finds nobody. */
  readonly names: readonly string[];
}

/** What was sealed under our key was written by us: the version alone says whether this code can read it. */
export const isStoredEntry = (value: unknown): value is StoredEntry =>
  typeof value === "object" &&
  value !== null &&
  "version" in value &&
  value.version === 1 &&
  "personId" in value &&
  typeof value.personId === "string" &&
  "entry" in value &&
  "names" in value &&
  Array.isArray(value.names);
