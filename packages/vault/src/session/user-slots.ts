import type { Keyrings } from "../keys/keyrings.ts";
import type { SlotRecord } from "../storage/schema.ts";
import type { SessionStore } from "./session-store.ts";

/** Who has keys on this machine, as it stands on the disk. */
export class UserSlots {
  byId: ReadonlyMap<string, SlotRecord> = new Map();
  /** Who used this machine last. */
  last: string | undefined;
  /** Nothing was ever kept here. */
  fresh = true;
  /** The machine's keys are wrapped for the board too. */
  escrow = false;
  readonly #store: SessionStore;
  readonly #keyrings: Keyrings;

  constructor(store: SessionStore, keyrings: Keyrings) {
    this.#store = store;
    this.#keyrings = keyrings;
  }

  /** `lastSignedIn`: as the session's own row says it, for slots of the first version. */
  async read(lastSignedIn = false): Promise<void> {
    const slots = await this.#store.slots();
    this.byId = new Map(
      slots.map((slot) => [
        slot.id,
        { ...slot, signedIn: slot.signedIn ?? (lastSignedIn && slot.id === this.last) },
      ]),
    );
    this.fresh = await this.#keyrings.empty();
    this.escrow = await this.#keyrings.hasEscrow();
  }

  has(slot: string): boolean {
    return this.byId.has(slot);
  }

  /** Whether the user who was here last may unlock without signing in. */
  get lastSignedIn(): boolean {
    return this.last !== undefined && this.isSignedIn(this.last);
  }

  isSignedIn(slot: string): boolean {
    return this.byId.get(slot)?.signedIn === true;
  }

  /** Whose slot is meant when nobody says: the last user's, or the only one's who is signed in. */
  get usual(): string | undefined {
    if (this.lastSignedIn) return this.last;
    const signedIn = [...this.byId.values()].filter((slot) => slot.signedIn);
    return signedIn.length === 1 ? signedIn[0]?.id : undefined;
  }

  ordinalOf(slot: string): number {
    const known = [...this.byId.values()].map(({ ordinal }) => ordinal ?? 1);
    return this.byId.get(slot)?.ordinal ?? Math.max(0, ...known) + 1;
  }
}
