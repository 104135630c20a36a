import { z } from "zod";
import { clearDirectory, DIRECTORY_STORES } from "../directory/index-store.ts";
import { randomBytes } from "../keys/base64url.ts";
import { createBlindHasher } from "../keys/blind-hasher.ts";
import type { OutboxKeys } from "../keys/key-ring.ts";
import { type PresentKeys, readPresentKeys, writePresentKeys } from "../keys/present-keys.ts";
import { SealBrokenError } from "../keys/seal-broken-error.ts";
import type { VaultDatabase } from "../storage/database.ts";
import type { KeyringRecord, SlotRecord } from "../storage/schema.ts";
import { languageTag } from "./language-tag.ts";
import { type Staff, staffSchema } from "./open-session.ts";

/** Who signed in and how, sealed under the outbox's keys: one each for every user. The first version had one for all. */
const STAFF = "session/staff";
const REFRESH = "session/refresh";
const staffOf = (slot: string): string => `${STAFF}/${slot}`;
const refreshOf = (slot: string): string => `${REFRESH}/${slot}`;

const recordSchema = z.object({ slot: z.string(), signedIn: z.boolean() });
const deviceSchema = z.object({ id: z.string().uuid(), salt: z.instanceof(Uint8Array) });

export type SessionRecord = z.infer<typeof recordSchema>;
export interface Device {
  /** This machine's own id, in audit events. */
  readonly id: string;
  readonly salt: Uint8Array;
}

/** What of a session is on the disk: which slot, whether signed in, and sealed: who, and the refresh token. */
export class SessionStore {
  readonly #database: VaultDatabase;

  constructor(database: VaultDatabase) {
    this.#database = database;
  }

  async device(): Promise<Device> {
    return this.#database.write(["meta"], async (transaction) => {
      const store = transaction.objectStore("meta");
      const known = deviceSchema.safeParse((await store.get("device"))?.value);
      if (known.success) return known.data;
      const minted = { id: crypto.randomUUID(), salt: randomBytes(32) };
      await store.put({ key: "device", value: minted });
      return minted;
    });
  }

  /** Names a user's slot without saying who. */
  async slotId(device: Device, staff: Pick<Staff, "issuer" | "subject">): Promise<string> {
    const hasher = await createBlindHasher(device.salt);
    return hasher.name("slot", `${staff.issuer}\u001f${staff.subject}`);
  }

  async record(): Promise<SessionRecord | undefined> {
    const parsed = recordSchema.safeParse(await this.#meta("session"));
    return parsed.success ? parsed.data : undefined;
  }

  async slots(): Promise<readonly SlotRecord[]> {
    return this.#database.read(["slots"], (transaction) => transaction.objectStore("slots").getAll());
  }

  /** What a user chose; undefined when nobody has. */
  async language(): Promise<string | undefined> {
    return languageTag.safeParse(await this.#meta("language")).data;
  }

  async setLanguage(language: string): Promise<void> {
    await this.#database.write(["meta"], (transaction) =>
      transaction.objectStore("meta").put({ key: "language", value: language }),
    );
  }

  /** Who is signed in from now on, and how, sealed; with a new slot and the rows of its keys in the same transaction. */
  async keepSignIn(
    keys: OutboxKeys,
    signedIn: { readonly slot: string; readonly staff: Staff; readonly refreshToken?: string | undefined },
    made: { readonly slot?: SlotRecord; readonly rows?: readonly KeyringRecord[] } = {},
  ): Promise<void> {
    const [staffKey, refreshKey] = [staffOf(signedIn.slot), refreshOf(signedIn.slot)];
    const staff = await keys.seal.seal(signedIn.staff, staffKey);
    const { refreshToken } = signedIn;
    const refresh = refreshToken === undefined ? undefined : await keys.seal.seal(refreshToken, refreshKey);
    const record: SessionRecord = { slot: signedIn.slot, signedIn: true };
    await this.#database.write(["meta", "documents", "slots", "keyrings"], async (transaction) => {
      const slots = transaction.objectStore("slots");
      const slot = made.slot ?? (await slots.get(signedIn.slot));
      if (slot) await slots.put({ ...slot, signedIn: true });
      for (const row of made.rows ?? []) await transaction.objectStore("keyrings").put(row);
      const documents = transaction.objectStore("documents");
      await documents.put({ key: staffKey, document: staff });
      if (refresh) await documents.put({ key: refreshKey, document: refresh });
      else await documents.delete(refreshKey);
      await transaction.objectStore("meta").put({ key: "session", value: record });
    });
  }

  /** Another user of this machine goes on, who had signed in before. */
  async use(slot: string): Promise<void> {
    const record: SessionRecord = { slot, signedIn: true };
    await this.#database.write(["meta"], (transaction) =>
      transaction.objectStore("meta").put({ key: "session", value: record }),
    );
  }

  /** A slot or wrapped keys made again: all of them or none. */
  async replace(made: {
    readonly slot?: SlotRecord;
    readonly rows: readonly KeyringRecord[];
  }): Promise<void> {
    await this.#database.write(["slots", "keyrings"], async (transaction) => {
      if (made.slot) await transaction.objectStore("slots").put(made.slot);
      for (const row of made.rows) await transaction.objectStore("keyrings").put(row);
    });
  }

  /** Other keys of the machine, and a directory that is empty under them: all of it or nothing. */
  async rotate(rows: readonly KeyringRecord[], present: PresentKeys): Promise<void> {
    await this.#database.write(["keyrings", ...DIRECTORY_STORES], async (transaction) => {
      for (const row of rows) await transaction.objectStore("keyrings").put(row);
      await writePresentKeys(transaction, present);
      await clearDirectory(transaction);
    });
  }

  /** Undefined until the machine's keys were changed for the first time. */
  presentKeys(): Promise<PresentKeys | undefined> {
    return this.#database.read(["meta"], readPresentKeys);
  }

  /**
   * Destroys what opens this machine's keys here: every user's slot and wrapped keys, and every sign-in. What was
   * entered stays, and so does what is wrapped for the board.
   */
  async wipe(): Promise<void> {
    await this.#database.write(["meta", "documents", "slots", "keyrings"], async (transaction) => {
      await transaction.objectStore("slots").clear();
      await transaction.objectStore("keyrings").delete(IDBKeyRange.bound("user/", "user0", false, true));
      const documents = transaction.objectStore("documents");
      for (const first of [STAFF, REFRESH])
        await documents.delete(IDBKeyRange.bound(first, `${first}/\uffff`));
      await transaction.objectStore("meta").delete("session");
    });
  }

  /** Undefined: the credential is over, only a person can sign in again. */
  async setRefreshToken(keys: OutboxKeys, slot: string, token: string | undefined): Promise<void> {
    const key = refreshOf(slot);
    const document = token === undefined ? undefined : await keys.seal.seal(token, key);
    await this.#database.write(["documents"], async (transaction) => {
      const store = transaction.objectStore("documents");
      if (document) await store.put({ key, document });
      else await store.delete(key);
    });
  }

  async staff(keys: OutboxKeys, slot: string): Promise<Staff | undefined> {
    const parsed = staffSchema.safeParse(
      (await this.#document(keys, staffOf(slot))) ?? (await this.#document(keys, STAFF)),
    );
    return parsed.success ? parsed.data : undefined;
  }

  async refreshToken(keys: OutboxKeys, slot: string): Promise<string | undefined> {
    const token = (await this.#document(keys, refreshOf(slot))) ?? (await this.#document(keys, REFRESH));
    return typeof token === "string" ? token : undefined;
  }

  /** Signs a user out on this machine. The slot, the queue and who its author is stay. */
  async forgetSignIn(slot: string): Promise<void> {
    const record: SessionRecord = { slot, signedIn: false };
    await this.#database.write(["meta", "documents", "slots"], async (transaction) => {
      const slots = transaction.objectStore("slots");
      const found = await slots.get(slot);
      if (found) await slots.put({ ...found, signedIn: false });
      await transaction.objectStore("documents").delete(refreshOf(slot));
      await transaction.objectStore("documents").delete(REFRESH);
      await transaction.objectStore("meta").put({ key: "session", value: record });
    });
  }

  async #meta(key: string): Promise<unknown> {
    const row = await this.#database.read(["meta"], (transaction) =>
      transaction.objectStore("meta").get(key),
    );
    return row?.value;
  }

  async #document(keys: OutboxKeys, key: string): Promise<unknown> {
    const row = await this.#database.read(["documents"], (transaction) =>
      transaction.objectStore("documents").get(key),
    );
    try {
      return row && (await keys.seal.open(row.document, key));
    } catch (cause) {
      if (cause instanceof SealBrokenError) return undefined;
      throw cause;
    }
  }
}
