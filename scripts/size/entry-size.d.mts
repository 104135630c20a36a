export interface PublishedEntry {
  readonly name: string;
  readonly file: string;
}
export interface Bytes {
  readonly raw: number;
  readonly gzip: number;
}
export interface EntrySize extends Bytes {
  /** English, and parts that are loaded when they are shown for the first time. */
  readonly later: Bytes;
  readonly modules: readonly string[];
}
export function publishedEntries(directory: string): readonly PublishedEntry[];
export function entrySize(file: string): Promise<EntrySize>;
