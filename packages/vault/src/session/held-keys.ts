import { type DirectoryKeys, type OutboxKeys, openDirectoryKeys, openOutboxKeys } from "../keys/key-ring.ts";
import type { OpenKeyStore } from "../keys/open-key-store.ts";
import type { DeviceKeys, UserKeys } from "../keys/open-keys.ts";
import { CLOSED, type OpenSession, readOpenSession } from "./open-session.ts";

/** The keys that are open now: raw between two wake-ups of the background, and ready for use while it is awake. */
export class HeldKeys {
  open: OpenSession;
  directory: DirectoryKeys | undefined;
  outbox: OutboxKeys | undefined;
  readonly #store: OpenKeyStore;

  private constructor(store: OpenKeyStore, open: OpenSession) {
    this.#store = store;
    this.open = open;
  }

  static async read(store: OpenKeyStore): Promise<HeldKeys> {
    const held = new HeldKeys(store, readOpenSession(await store.read()));
    const { device } = held.open;
    if (device) held.outbox = await openOutboxKeys(device.outbox, device.former);
    return held;
  }

  async remember(open: OpenSession): Promise<void> {
    this.open = open;
    await this.#store.write(open);
  }

  /** After a wake-up: what was open is ready again. */
  async openDirectory(): Promise<void> {
    const raw = this.open.device?.directory;
    this.directory = raw && (await openDirectoryKeys(raw));
  }

  /** A user is at work. */
  async hold(slot: string, keys: DeviceKeys, user: UserKeys, activeAt: number): Promise<void> {
    this.outbox = await openOutboxKeys(keys.outbox, keys.former);
    this.directory = await openDirectoryKeys(keys.directory);
    const { machine } = this.open;
    await this.remember({ version: 2, slot, device: keys, drafts: user.drafts, activeAt, machine });
  }

  /** Other keys of the machine, for whoever is at work or about to be. */
  async replace(keys: DeviceKeys): Promise<void> {
    const { directory, ...outbox } = keys;
    this.outbox = await openOutboxKeys(keys.outbox, keys.former);
    if (this.directory) this.directory = await openDirectoryKeys(directory);
    await this.remember({ ...this.open, device: this.open.device?.directory ? keys : outbox });
  }

  /** They are no longer the machine's. Whoever signs in meanwhile goes on with what they can open themselves. */
  async forget(): Promise<void> {
    this.directory = undefined;
    this.outbox = undefined;
    const { device: _, drafts: __, recovered, pending, ...rest } = this.open;
    await this.remember({ ...rest, ...(pending && !recovered ? { pending } : {}) });
  }

  /** Nobody is at work any more, and somebody signed in who may go on with the machine's keys that are in memory. */
  async handOver(open: Pick<OpenSession, "slot" | "pending" | "activeAt">): Promise<void> {
    this.directory = undefined;
    const { drafts: _, recovered: __, ...rest } = this.open;
    await this.remember({ ...rest, ...open });
  }

  /** Takes out what locking takes out. Keys that the board gave go with the sign-in: that user asks the board again. */
  async lock(): Promise<void> {
    this.directory = undefined;
    const { device, drafts: _, recovered, pending, ...rest } = this.open;
    await this.remember({
      ...rest,
      ...(device ? { device: { outbox: device.outbox, former: device.former } } : {}),
      ...(pending && !recovered ? { pending } : {}),
    });
  }

  /** `outboxStays`: delivery goes on with nobody signed in. */
  async end(outboxStays: boolean): Promise<void> {
    this.directory = undefined;
    const { device, machine } = this.open;
    if (outboxStays && device) {
      const { outbox, former } = device;
      await this.remember({ ...CLOSED, machine, device: { outbox, former } });
      return;
    }
    this.outbox = undefined;
    // Nobody tells again how the machine is used until that changes.
    this.open = { ...CLOSED, machine };
    await this.#store.clear();
  }
}
