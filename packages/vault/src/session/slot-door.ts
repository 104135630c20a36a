import type { PasskeyOutput } from "@cadre-care/domain";
import { openOutboxKeys } from "../keys/key-ring.ts";
import type { Keyrings } from "../keys/keyrings.ts";
import { type DeviceKeys, mintUserKeys, type UserKeys } from "../keys/open-keys.ts";
import { openPasskey, wrapForPasskey } from "../keys/passkey-slot.ts";
import { createSlot, type SlotContent } from "../keys/slot.ts";
import { clearFailures, trySecret } from "../keys/slot-store.ts";
import type { VaultDatabase } from "../storage/database.ts";
import type { SlotRecord } from "../storage/schema.ts";
import type { Staff } from "./open-session.ts";
import type { SessionStore } from "./session-store.ts";

/** `device` undefined: this user's wrapped keys are gone or damaged. */
export interface Opened {
  readonly user: UserKeys;
  readonly device: DeviceKeys | undefined;
}

export type Attempt =
  | ({ readonly state: "opened" } & Opened)
  | { readonly state: "wrong"; readonly failures: number; readonly retryAt: number }
  | { readonly state: "wait"; readonly retryAt: number }
  | { readonly state: "no-slot" };

export interface SlotDoorOptions {
  readonly database: VaultDatabase;
  readonly store: SessionStore;
  readonly keyrings: Keyrings;
  readonly now: () => number;
}

/** Opens users' slots, and brings what it opens into this version's form. */
export class SlotDoor {
  readonly #options: SlotDoorOptions;

  constructor(options: SlotDoorOptions) {
    this.#options = options;
  }

  /** `staff`: who it is, where a sign-in has just said so. */
  async bySecret(slot: string, secret: string, staff?: Staff): Promise<Attempt> {
    const { database, now } = this.#options;
    const tried = await trySecret(database, slot, secret, now);
    if (tried.state !== "opened") return tried;
    return { state: "opened", ...(await this.#inThisForm(slot, secret, tried.content, staff)) };
  }

  async byPasskey(slot: SlotRecord, output: string): Promise<Opened | null> {
    const { database, keyrings } = this.#options;
    const user = slot.passkey ? await openPasskey(slot.id, slot.passkey, output) : null;
    if (!user) return null;
    await clearFailures(database, slot.id);
    return { user, device: await keyrings.open(slot.id, user) };
  }

  /** From now on this authenticator opens the slot too. */
  async addPasskey(slot: SlotRecord, passkey: PasskeyOutput, user: UserKeys): Promise<void> {
    const added = await wrapForPasskey(slot.id, passkey, user);
    await this.#options.store.replace({ slot: { ...slot, passkey: added }, rows: [] });
  }

  /** A slot of the first version is made again; rows that are missing, or for a former key of the board, too. */
  async #inThisForm(slot: string, secret: string, content: SlotContent, known?: Staff): Promise<Opened> {
    const { keyrings, store } = this.#options;
    const first = content.version === "first";
    const user = first ? await mintUserKeys(content.keys.drafts) : content.keys;
    const device = first
      ? { directory: content.keys.directory, outbox: content.keys.outbox, former: [] }
      : await keyrings.open(slot, user);
    if (!device || (!first && (await keyrings.complete(slot)))) return { user, device };
    const staff = known ?? (await store.staff(await openOutboxKeys(device.outbox, device.former), slot));
    if (!staff) return { user, device };
    const rows = await keyrings.rowsFor(slot, staff, user, device);
    await store.replace({ ...(first ? { slot: await createSlot(slot, secret, user) } : {}), rows });
    return { user, device };
  }
}
