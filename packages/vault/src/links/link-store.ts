import { hisCodeKey, lookupKeyText, marksLists, type SiteLink } from "@cadre-care/domain";
import { blindLookupName, blindPerson } from "../directory/blind-names.ts";
import { toBase64url } from "../keys/base64url.ts";
import type { DirectoryKeys } from "../keys/key-ring.ts";
import { SealBrokenError } from "../keys/seal-broken-error.ts";
import type { VaultDatabase } from "../storage/database.ts";
import { sameBytes } from "../storage/same-bytes.ts";
import type { Sealed } from "../storage/schema.ts";
import { type LinkChange, writeLink } from "./link-change.ts";

/** Rows opened at a time where all are read. */
const BATCH = 500;
const context = (key: string): string => `link/${key}`;

/** A link as it stands, in memory while unlocked. */
export interface HeldLink {
  readonly link: SiteLink;
  readonly sealed: Sealed;
  /** Blind key of the person: the row of the directory that the code leads to. */
  readonly person: Uint8Array;
}

/** What was sealed under our key was written by us: the version alone says whether this code can read it. */
const isLink = (value: unknown): value is { readonly version: 1; readonly link: SiteLink } =>
  typeof value === "object" && value !== null && "version" in value && value.version === 1 && "link" in value;

/**
 * HIS codes and whom they lead to, sealed, each under the blind name that a page's code is looked up by: at rest neither
 * the code nor the person stands there. Lives while unlocked.
 */
export class SealedLinks {
  readonly #database: VaultDatabase;
  readonly #keys: DirectoryKeys;
  #loading: Promise<Map<string, HeldLink>> | undefined;

  constructor(database: VaultDatabase, keys: DirectoryKeys) {
    this.#database = database;
    this.#keys = keys;
  }

  /** By the blind name of the code, base64url. Read from the disk once. */
  loaded(): Promise<ReadonlyMap<string, HeldLink>> {
    return this.#held();
  }

  /** What is in memory is behind the disk. */
  reload(): void {
    this.#loading = undefined;
  }

  /** Drops what is in memory where another context of this machine has written since; true: it had. */
  async catchUp(): Promise<boolean> {
    const sham = this.#shamKey();
    const [rows, held] = await Promise.all([
      this.#database.read(["links"], (transaction) => transaction.objectStore("links").getAll()),
      this.#held(),
    ]);
    const links = rows.filter(({ key }) => key !== sham);
    const same =
      links.length === held.size && links.every(({ key, link }) => sameBytes(held.get(key)?.sealed, link));
    if (!same) this.reload();
    return !same;
  }

  /** Undefined where the code is none (empty, too long). */
  keyOf(site: string, code: string): string | undefined {
    const key = hisCodeKey(site, code);
    return key.ok ? toBase64url(blindLookupName(this.#keys, lookupKeyText(key.value))) : undefined;
  }

  async find(key: string): Promise<HeldLink | undefined> {
    return (await this.#held()).get(key);
  }

  /** A change from what is known here to `next`; undefined: none is kept. */
  async change(key: string, before: HeldLink | undefined, next: SiteLink | undefined): Promise<LinkChange> {
    const after = next && { row: { key, link: await this.#seal(key, next) }, link: next };
    return { key, before: before?.sealed, after };
  }

  /**
   * A row that leads nowhere, of the same size: written where a reading changes nothing, so that a reading costs one
   * write whoever it was of (DESIGN rule 2).
   */
  async sham(): Promise<LinkChange> {
    const key = this.#shamKey();
    const row = { key, link: await this.#keys.links.seal({ version: 0 }, context(key)) };
    return { key, before: "any", after: { row, link: SHAM } };
  }

  #shamKey(): string {
    return toBase64url(this.#keys.blind.bytes("sham", "link"));
  }

  /** @throws LinkChangedError */
  async write(changes: readonly LinkChange[]): Promise<void> {
    await this.#database.write(["links"], async (transaction) => {
      const links = transaction.objectStore("links");
      await Promise.all(changes.map((change) => writeLink(links, change)));
    });
    await this.wrote(changes);
  }

  /** Changes that were written in somebody else's transaction stand in memory too. */
  async wrote(changes: readonly LinkChange[]): Promise<void> {
    const held = await this.#held();
    for (const { key, after } of changes) {
      if (after?.link === SHAM) continue;
      if (after) held.set(key, this.#hold(after.link, after.row.link));
      else held.delete(key);
    }
  }

  #held(): Promise<Map<string, HeldLink>> {
    this.#loading ??= this.#read().catch((cause: unknown) => {
      this.#loading = undefined;
      throw cause;
    });
    return this.#loading;
  }

  async #read(): Promise<Map<string, HeldLink>> {
    const rows = await this.#database.read(["links"], (transaction) =>
      transaction.objectStore("links").getAll(),
    );
    const held = new Map<string, HeldLink>();
    for (let at = 0; at < rows.length; at += BATCH)
      await Promise.all(
        rows.slice(at, at + BATCH).map(async ({ key, link: sealed }) => {
          const link = await this.#open(key, sealed);
          if (link) held.set(key, this.#hold(link, sealed));
        }),
      );
    return held;
  }

  #hold(link: SiteLink, sealed: Sealed): HeldLink {
    return { link, sealed, person: blindPerson(this.#keys, link.personId) };
  }

  #seal(key: string, link: SiteLink): Promise<Sealed> {
    return this.#keys.links.seal({ version: 1, link }, context(key));
  }

  /** One that does not open is none: what was shared comes again from the board, the rest is learnt again. */
  async #open(key: string, sealed: Sealed): Promise<SiteLink | undefined> {
    try {
      const opened = await this.#keys.links.open(sealed, context(key));
      return isLink(opened) ? opened.link : undefined;
    } catch (cause) {
      if (!(cause instanceof SealBrokenError)) throw cause;
      return undefined;
    }
  }
}

const SHAM: SiteLink = {
  ...{ site: "", code: "", personId: "", state: "seen", readings: [], since: "" },
  ...{ checkInNeeded: false, shared: [], withdrawn: [] },
};

/** Blind key of the person to whom a code leads now, for marking. */
export const personBehind = (held: HeldLink | undefined): Uint8Array | undefined =>
  held && marksLists(held.link) ? held.person : undefined;
