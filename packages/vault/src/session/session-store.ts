import { z } from "zod";
import { randomBytes } from "../keys/base64url.ts";
import { createBlindHasher } from "../keys/blind-hasher.ts";
import type { OutboxKeys } from "../keys/key-ring.ts";
import { SealBrokenError } from "../keys/seal-broken-error.ts";
import type { VaultDatabase } from "../storage/database.ts";
import type { SlotRecord } from "../storage/schema.ts";
import { type Staff, staffSchema } from "./open-session.ts";

const STAFF = "session/staff";
const REFRESH = "session/refresh";

const recordSchema = z.object({ slot: z.string(), signedIn: z.boolean() });
const deviceSchema = z.object({ id: z.string().uuid(), salt: z.instanceof(Uint8Array) });
const languageSchema = z.enum(["vi", "en"]);

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

  async language(): Promise<"vi" | "en"> {
    const parsed = languageSchema.safeParse(await this.#meta("language"));
    return parsed.success ? parsed.data : "vi";
  }

  async setLanguage(language: "vi" | "en"): Promise<void> {
    await this.#database.write(["meta"], (transaction) =>
      transaction.objectStore("meta").put({ key: "language", value: language }),
    );
  }

  /** Who is signed in from now on, and how, sealed; with a new slot in the same transaction. */
  async keepSignIn(
    keys: OutboxKeys,
    signedIn: { readonly slot: string; readonly staff: Staff; readonly refreshToken?: string | undefined },
    slot?: SlotRecord,
  ): Promise<void> {
    const staff = await keys.seal.seal(signedIn.staff, STAFF);
    const { refreshToken } = signedIn;
    const refresh = refreshToken === undefined ? undefined : await keys.seal.seal(refreshToken, REFRESH);
    const record: SessionRecord = { slot: signedIn.slot, signedIn: true };
    await this.#database.write(["meta", "documents", "slots"], async (transaction) => {
      if (slot) await transaction.objectStore("slots").add(slot);
      const documents = transaction.objectStore("documents");
      await documents.put({ key: STAFF, document: staff });
      if (refresh) await documents.put({ key: REFRESH, document: refresh });
      else await documents.delete(REFRESH);
      await transaction.objectStore("meta").put({ key: "session", value: record });
    });
  }

  /** Undefined: the credential is over, only a person can sign in again. */
  async setRefreshToken(keys: OutboxKeys, token: string | undefined): Promise<void> {
    const document = token === undefined ? undefined : await keys.seal.seal(token, REFRESH);
    await this.#database.write(["documents"], async (transaction) => {
      const store = transaction.objectStore("documents");
      if (document) await store.put({ key: REFRESH, document });
      else await store.delete(REFRESH);
    });
  }

  async staff(keys: OutboxKeys): Promise<Staff | undefined> {
    const parsed = staffSchema.safeParse(await this.#document(keys, STAFF));
    return parsed.success ? parsed.data : undefined;
  }

  async refreshToken(keys: OutboxKeys): Promise<string | undefined> {
    const token = await this.#document(keys, REFRESH);
    return typeof token === "string" ? token : undefined;
  }

  /** Signs out on this machine. The slot, the queue and who its author is stay. */
  async forgetSignIn(slot: string): Promise<void> {
    const record: SessionRecord = { slot, signedIn: false };
    await this.#database.write(["meta", "documents"], async (transaction) => {
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
