import type { DirectoryEntry } from "@cadre-care/domain";
import {
  DirectoryChangedError,
  type DirectoryStore,
  type RosterPage,
  type RosterParts,
} from "../directory/directory-store.ts";

interface Row {
  readonly parts: RosterParts;
  readonly entry: DirectoryEntry | null;
}

/** The contract of the directory in memory, for tests of what feeds it. `failNext` refuses one page, as a full disk does. */
export class MemoryDirectory implements DirectoryStore {
  rows = new Map<string, Row>();
  pages = 0;
  #cursor: string | undefined;
  #cleared = false;

  /** Somebody empties it: a rotation of keys, or another context that could not read it. */
  clear(): void {
    this.rows.clear();
    this.#cursor = undefined;
    this.#cleared = true;
  }

  async begin(): Promise<unknown> {
    this.#cleared = false;
    return this.cursor();
  }

  async cursor(): Promise<unknown> {
    return this.#cursor === undefined ? undefined : JSON.parse(this.#cursor);
  }

  async parts(personIds: readonly string[]): Promise<ReadonlyMap<string, RosterParts>> {
    return new Map(
      personIds.flatMap((id) => {
        const row = this.rows.get(id);
        return row ? [[id, row.parts] as const] : [];
      }),
    );
  }

  async applyPage({ upserts, removals, cursor }: RosterPage): Promise<void> {
    if (this.#cleared) throw new DirectoryChangedError();
    this.pages += 1;
    for (const { personId, parts, entry } of upserts)
      this.rows.set(personId, JSON.parse(JSON.stringify({ parts, entry })));
    for (const id of removals) this.rows.delete(id);
    this.#cursor = JSON.stringify(cursor);
  }

  async personIds(): Promise<ReadonlySet<string>> {
    return new Set(this.rows.keys());
  }

  async incomplete(): Promise<readonly string[]> {
    return [...this.rows].flatMap(([id, { entry }]) => (entry ? [] : [id]));
  }

  async count(): Promise<number> {
    return [...this.rows.values()].filter(({ entry }) => entry).length;
  }
}
