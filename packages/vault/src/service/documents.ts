import { type Policy, readPolicy } from "@cadre-care/domain";
import { LIBRARY_URLS, type SignedDocument } from "@cadre-care/fhir";
import { z } from "zod";
import type { OutboxKeys } from "../keys/key-ring.ts";
import { SealBrokenError } from "../keys/seal-broken-error.ts";
import type { VaultDatabase } from "../storage/database.ts";
import type { IssuedPolicy } from "../sync/synchronise-documents.ts";

type CollectionName = "forms" | "terminology";
type DocumentName = "policy" | CollectionName;

const ISSUED = "documents-issued";
/** When the board last stored what was taken of a large document, so that it is not fetched again and again. */
const STORED = "documents-stored";
const storedSchema = z.record(z.string(), z.string()).catch({});
const issuedSchema = z.record(z.string(), z.number()).catch({});
/** As it is on disks since documents of single hospitals were kept too: without the bar an older issue would be taken once. */
const issueKey = (url: string): string => `${url}|`;

/**
 * The board's documents, the last good ones, sealed under the outbox's keys: readable as long as delivery goes on.
 * When each was issued stands outside the seal: no older one is taken again, not even while there are no keys.
 */
export class BoardDocuments {
  readonly #database: VaultDatabase;
  /** Whether what stands on the disk opened when it was last read or written. */
  readonly #opens = new Map<DocumentName, boolean>();

  constructor(database: VaultDatabase) {
    this.#database = database;
  }

  async read(name: DocumentName, keys: OutboxKeys): Promise<unknown> {
    const key = `board/${name}`;
    const row = await this.#database.read(["documents"], (transaction) =>
      transaction.objectStore("documents").get(key),
    );
    this.#opens.set(name, row !== undefined);
    try {
      return row && (await keys.seal.open(row.document, key));
    } catch (cause) {
      if (!(cause instanceof SealBrokenError)) throw cause;
      this.#opens.set(name, false);
      return undefined;
    }
  }

  /** When the last good document of a kind was issued. */
  async lastIssued(): Promise<(url: string) => number | undefined> {
    const row = await this.#database.read(["meta"], (transaction) =>
      transaction.objectStore("meta").get(ISSUED),
    );
    const issued = issuedSchema.parse(row?.value);
    return (url) => issued[issueKey(url)];
  }

  async keepPolicy({ policy, issuedAt }: IssuedPolicy, keys: OutboxKeys): Promise<void> {
    await this.#write("policy", policy, { [issueKey(LIBRARY_URLS.policy)]: issuedAt }, keys);
  }

  /**
   * Its time of storing at the board, of the last one that was taken. Undefined before the first, and where that one does
   * not open any more, so that it is fetched again.
   */
  async lastStored(name: CollectionName, keys: OutboxKeys): Promise<string | undefined> {
    if (!this.#opens.has(name)) await this.read(name, keys);
    if (!this.#opens.get(name)) return undefined;
    const row = await this.#database.read(["meta"], (transaction) =>
      transaction.objectStore("meta").get(STORED),
    );
    return storedSchema.parse(row?.value)[LIBRARY_URLS[name]];
  }

  /** Questionnaires with their value sets, or the value sets that are too large to travel with them. */
  async keepCollection(
    name: CollectionName,
    { content, issuedAt }: SignedDocument,
    storedAt: string | undefined,
    keys: OutboxKeys,
  ): Promise<void> {
    const url = LIBRARY_URLS[name];
    await this.#write(name, content, { [issueKey(url)]: issuedAt }, keys);
    if (storedAt === undefined) return;
    await this.#database.write(["meta"], async (transaction) => {
      const meta = transaction.objectStore("meta");
      const before = storedSchema.parse((await meta.get(STORED))?.value);
      await meta.put({ key: STORED, value: { ...before, [url]: storedAt } });
    });
  }

  async #write(
    name: DocumentName,
    value: unknown,
    issued: Readonly<Record<string, number>>,
    keys: OutboxKeys,
  ): Promise<void> {
    const key = `board/${name}`;
    const document = await keys.seal.seal(value, key);
    await this.#database.write(["documents", "meta"], async (transaction) => {
      const meta = transaction.objectStore("meta");
      const before = issuedSchema.parse((await meta.get(ISSUED))?.value);
      await meta.put({ key: ISSUED, value: { ...before, ...issued } });
      await transaction.objectStore("documents").put({ key, document });
    });
    this.#opens.set(name, true);
  }

  /** The last good policy; one of an older version of this software that no longer validates counts as none. */
  async policy(keys: OutboxKeys): Promise<Policy | undefined> {
    const read = readPolicy(await this.read("policy", keys));
    return read.ok ? read.value : undefined;
  }
}
