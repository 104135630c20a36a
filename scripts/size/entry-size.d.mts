export interface PublishedEntry {
  readonly name: string;
  readonly file: string;
}
export interface EntrySize {
  readonly raw: number;
  readonly gzip: number;
  readonly modules: readonly string[];
}
export function publishedEntries(directory: string): readonly PublishedEntry[];
export function entrySize(file: string): Promise<EntrySize>;
