import type { JWK } from "jose";
import type { Staff } from "../session/open-session.ts";
import type { VaultDatabase } from "../storage/database.ts";
import type { KeyringRecord } from "../storage/schema.ts";
import { type OutboxKeys, openOutboxKeys } from "./key-ring.ts";
import {
  type DeviceKeys,
  deviceKeysSchema,
  type PublicKey,
  publicKeySchema,
  rotatedKeys,
  type UserKeys,
} from "./open-keys.ts";
import { SealBrokenError } from "./seal-broken-error.ts";
import { keyIdOf, unwrapWith, wrapFor } from "./wrap.ts";

const userKey = (slot: string): string => `user/${slot}`;
const ESCROW_DEVICE = "escrow/device";
const escrowUser = (slot: string): string => `escrow/user/${slot}`;
const publicContext = (slot: string): string => `keyring/public/${slot}`;

export interface KeyringsOptions {
  readonly database: VaultDatabase;
  /** The board's public key, pinned in the build; undefined: this build has no escrow. */
  readonly escrowKey: JWK | undefined;
  /** This machine's id. */
  readonly device: string;
}

/** What the board can open for somebody, as it lies on the disk. */
export interface EscrowedKeys {
  readonly device: string;
  readonly user: string | undefined;
}

const publicHalf = ({ unwrap: { kty, crv, x, y } }: UserKeys): PublicKey => ({ kty, crv, x, y });

/**
 * The device's keys, wrapped for every user of this machine and for the board. A user's slot opens the user's own key
 * pair, and that opens the device's keys; so the device's keys change without anybody's secret.
 */
export class Keyrings {
  readonly #options: KeyringsOptions;

  constructor(options: KeyringsOptions) {
    this.#options = options;
  }

  /** The rows that let this user, and through the board this user and others, open the device's keys. */
  async rowsFor(
    slot: string,
    staff: Pick<Staff, "issuer" | "subject">,
    user: UserKeys,
    device: DeviceKeys,
  ): Promise<KeyringRecord[]> {
    const outbox = await openOutboxKeys(device.outbox, device.former);
    const row = await this.#forUser(slot, publicHalf(user), device, outbox);
    const { escrowKey } = this.#options;
    if (!escrowKey) return [row];
    const { issuer, subject } = staff;
    return [
      row,
      await this.#forBoard(escrowKey, device),
      {
        key: escrowUser(slot),
        jwe: await wrapFor(escrowKey, {
          version: 1,
          kind: "user",
          device: this.#options.device,
          issuer,
          subject,
          keys: user,
        }),
      },
    ];
  }

  /** The device's keys as this user's key pair opens them; undefined when there are none or they are damaged. */
  async open(slot: string, user: UserKeys): Promise<DeviceKeys | undefined> {
    const row = await this.#row(userKey(slot));
    if (!row) return undefined;
    try {
      const parsed = deviceKeysSchema.safeParse(await unwrapWith(user.unwrap, row.jwe));
      return parsed.success ? parsed.data : undefined;
    } catch (cause) {
      if (cause instanceof SealBrokenError) return undefined;
      throw cause;
    }
  }

  /** Whether this user's rows are there and for the board's present key. */
  async complete(slot: string): Promise<boolean> {
    const kid = this.#options.escrowKey?.kid;
    const rows = await Promise.all(
      [userKey(slot), ESCROW_DEVICE, escrowUser(slot)].map((key) => this.#row(key)),
    );
    if (!this.#options.escrowKey) return rows[0] !== undefined;
    return rows.every((row, index) => row !== undefined && (index === 0 || keyIdOf(row.jwe) === kid));
  }

  /** Nothing was ever kept on this machine: the first user's keys are new ones. */
  async empty(): Promise<boolean> {
    const count = await this.#options.database.read(["keyrings", "slots"], async (transaction) =>
      Promise.all([transaction.objectStore("keyrings").count(), transaction.objectStore("slots").count()]),
    );
    return count.every((each) => each === 0);
  }

  async escrowed(slot: string): Promise<EscrowedKeys | undefined> {
    const [device, user] = await Promise.all([this.#row(ESCROW_DEVICE), this.#row(escrowUser(slot))]);
    return device && { device: device.jwe, user: user?.jwe };
  }

  async hasEscrow(): Promise<boolean> {
    return (await this.#row(ESCROW_DEVICE)) !== undefined;
  }

  /**
   * New keys and their rows: for every user whose public key is found genuine, and for the board. One whose row is
   * damaged is let in again by the board.
   */
  async rotate(
    old: Pick<DeviceKeys, "outbox" | "former">,
  ): Promise<{ readonly keys: DeviceKeys; readonly rows: KeyringRecord[] }> {
    const keys = rotatedKeys(old);
    const before = await openOutboxKeys(old.outbox, old.former);
    const after = await openOutboxKeys(keys.outbox, keys.former);
    const known = await this.#options.database.read(["keyrings"], (transaction) =>
      transaction.objectStore("keyrings").getAll(IDBKeyRange.bound("user/", "user0", false, true)),
    );
    const rows: KeyringRecord[] = [];
    for (const { key, publicKey } of known) {
      const slot = key.slice("user/".length);
      const genuine = publicKey && (await this.#genuine(publicKey, slot, before));
      if (genuine) rows.push(await this.#forUser(slot, genuine, keys, after));
    }
    if (this.#options.escrowKey) rows.push(await this.#forBoard(this.#options.escrowKey, keys));
    return { keys, rows };
  }

  async #genuine(
    sealed: NonNullable<KeyringRecord["publicKey"]>,
    slot: string,
    keys: OutboxKeys,
  ): Promise<PublicKey | undefined> {
    try {
      return publicKeySchema.safeParse(await keys.seal.open(sealed, publicContext(slot))).data;
    } catch (cause) {
      if (cause instanceof SealBrokenError) return undefined;
      throw cause;
    }
  }

  async #forUser(
    slot: string,
    key: PublicKey,
    device: DeviceKeys,
    outbox: OutboxKeys,
  ): Promise<KeyringRecord> {
    return {
      key: userKey(slot),
      jwe: await wrapFor(key, device),
      publicKey: await outbox.seal.seal(key, publicContext(slot)),
    };
  }

  async #forBoard(escrowKey: JWK, keys: DeviceKeys): Promise<KeyringRecord> {
    const { device } = this.#options;
    return {
      key: ESCROW_DEVICE,
      jwe: await wrapFor(escrowKey, { version: 1, kind: "device", device, keys }),
    };
  }

  #row(key: string): Promise<KeyringRecord | undefined> {
    return this.#options.database.read(["keyrings"], (transaction) =>
      transaction.objectStore("keyrings").get(key),
    );
  }
}
