import type { DirectoryEntry } from "@cadre-care/domain";
import type { EpisodeOfCare, Flag, Patient } from "@cadre-care/fhir";

/**
 * The resources of one person as far as they have arrived, each in the version that arrived last. The board changes
 * them one by one (a new CCCD touches the Patient alone), so each is kept to be joined with the others again.
 * Sealed like the entry itself.
 */
export interface RosterParts {
  readonly patient?: Patient;
  readonly flag?: Flag;
  readonly episode?: EpisodeOfCare;
}

/** What a page changes about one person. `entry` is null while a part is missing: kept, found by nothing, not counted. */
export interface RosterUpsert {
  readonly personId: string;
  readonly parts: RosterParts;
  readonly entry: DirectoryEntry | null;
}

/** A page and the cursor that it ends at: durable together or not at all, so that an interruption loses and repeats nothing. */
export interface RosterPage {
  readonly upserts: readonly RosterUpsert[];
  /** Persons whose row, index and parts go. Unknown ones are no error. */
  readonly removals: readonly string[];
  /** JSON, opaque to the store; holds nothing about people. */
  readonly cursor: unknown;
}

/** Somebody emptied or changed the directory since the reading began: its cursor says nothing about what is there now. */
export class DirectoryChangedError extends Error {
  constructor() {
    super("the directory changed meanwhile");
    this.name = "DirectoryChangedError";
  }
}

/**
 * The directory as synchronisation sees it. Needs the open directory key.
 * An upsert replaces the person's row and all its index names; names that the new entry no longer has are removed.
 */
export interface DirectoryStore {
  /** The cursor of the last page applied; undefined before the first. */
  cursor(): Promise<unknown>;
  /** A reading begins, from this cursor. Its pages are taken only while nobody else changes the directory. */
  begin(): Promise<unknown>;
  /** Parts of those persons that have a row. */
  parts(personIds: readonly string[]): Promise<ReadonlyMap<string, RosterParts>>;
  /** One transaction. Rejects when it did not commit. @throws DirectoryChangedError */
  applyPage(page: RosterPage): Promise<void>;
  /** Every person who has a row, complete or not. */
  personIds(): Promise<ReadonlySet<string>>;
  /** Persons whose entry is null. */
  incomplete(): Promise<readonly string[]>;
  /** Complete entries. */
  count(): Promise<number>;
}
