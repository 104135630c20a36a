import { type DirectoryEntry, directoryKeys, lookupKeyText } from "@cadre-care/domain";

/** What is sealed in a row. `entry` null: parts of the person are still missing. Raised when a later version changes the shape. */
export interface StoredEntry {
  readonly version: 1;
  readonly personId: string;
  readonly entry: DirectoryEntry | null;
}

/** What was sealed under our key was written by us: the version alone says whether this code can read it. */
export const isStoredEntry = (value: unknown): value is StoredEntry =>
  typeof value === "object" &&
  value !== null &&
  "version" in value &&
  value.version === 1 &&
  "personId" in value &&
  typeof value.personId === "string" &&
  "entry" in value;

/** Whether the entry is filed under that text: a shortened hash that is equal by chance finds nobody. */
export const filedTexts = (entry: DirectoryEntry): ReadonlySet<string> =>
  new Set(directoryKeys(entry).map(lookupKeyText));
