import { type Policy, policySchema, type SiteProfileOff } from "@cadre-care/domain";
import { Topic } from "../service/topic.ts";
import type { VaultDatabase } from "../storage/database.ts";

const KEPT = "site-profiles-off";
const offSchema = policySchema.shape.siteProfilesOff.unwrap().catch([]);

/**
 * The site profiles that the policy in force switches off. They stand outside the seal, since they hold nothing about
 * people: what is off stays off when the browser starts, before anybody has unlocked and the policy can be read.
 */
export class SwitchedOff {
  readonly profiles = new Topic<readonly SiteProfileOff[]>([]);
  readonly #database: VaultDatabase;
  /** As it stands on the disk, which may be behind what is told. */
  #kept: readonly SiteProfileOff[] = [];
  #last: Promise<void> = Promise.resolve();

  constructor(database: VaultDatabase) {
    this.#database = database;
  }

  /** What was off when this machine last knew a policy. */
  async load(): Promise<void> {
    const row = await this.#database.read(["meta"], (transaction) =>
      transaction.objectStore("meta").get(KEPT),
    );
    this.#kept = offSchema.parse(row?.value ?? []);
    this.profiles.set(this.#kept);
  }

  /**
   * Takes over a policy; without one, what was off stays off. Told at once, for a full disk must not keep a profile on;
   * what could not be kept is tried again with the next policy that is taken. @throws StorageError then
   */
  async take(policy: Policy | undefined): Promise<void> {
    if (policy === undefined) return;
    const off = policy.siteProfilesOff ?? [];
    const keeping = this.#last.then(() => this.#keep(off));
    this.#last = keeping.catch(() => undefined);
    try {
      this.profiles.set(off);
    } finally {
      // Whoever was told and threw: it is written down.
      await keeping;
    }
  }

  async #keep(off: readonly SiteProfileOff[]): Promise<void> {
    if (JSON.stringify(off) === JSON.stringify(this.#kept)) return;
    await this.#database.write(["meta"], (transaction) =>
      transaction.objectStore("meta").put({ key: KEPT, value: off }),
    );
    this.#kept = off;
  }
}
