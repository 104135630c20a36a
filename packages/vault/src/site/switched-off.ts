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

  constructor(database: VaultDatabase) {
    this.#database = database;
  }

  /** What was off when this machine last knew a policy. */
  async load(): Promise<void> {
    const row = await this.#database.read(["meta"], (transaction) =>
      transaction.objectStore("meta").get(KEPT),
    );
    this.profiles.set(offSchema.parse(row?.value ?? []));
  }

  /** Takes over a policy; without one, what was off stays off. @throws StorageError when it could not be kept. */
  async take(policy: Policy | undefined): Promise<void> {
    if (policy === undefined) return;
    const off = policy.siteProfilesOff ?? [];
    if (JSON.stringify(off) === JSON.stringify(this.profiles.value)) return;
    this.profiles.set(off);
    await this.#database.write(["meta"], (transaction) =>
      transaction.objectStore("meta").put({ key: KEPT, value: off }),
    );
  }
}
