import { type SiteLink, type UnlinkReason, withdrawn } from "@cadre-care/domain";
import type { SealedDirectory } from "../directory/sealed-directory.ts";
import type { OutboxKeys } from "../keys/key-ring.ts";
import type { Outbox } from "../outbox/outbox.ts";
import type { OutboxBody } from "../outbox/outbox-body.ts";
import { uuidV7 } from "../outbox/uuid-v7.ts";
import type { OutboxRecord } from "../storage/schema.ts";
import type { Desk } from "../visits/desk.ts";
import { hospitalInstant } from "../visits/hospital-time.ts";
import { LinkChangedError } from "./link-change.ts";
import { withdrawalBody } from "./link-entries.ts";
import type { HeldLink } from "./link-store.ts";

export interface LinkWriterOptions {
  readonly outbox: Outbox;
  readonly keys: () => OutboxKeys | null;
  readonly directory: () => SealedDirectory | undefined;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

/** What is open while a link is worked on. */
export interface LinkWork {
  readonly directory: SealedDirectory;
  readonly keys: OutboxKeys;
}

/** Every change of a link goes through here, one after the other. */
export class LinkWriter {
  readonly #options: LinkWriterOptions;
  #last: Promise<unknown> = Promise.resolve();

  constructor(options: LinkWriterOptions) {
    this.#options = options;
  }

  /** From what stands on the disk. Resolves with false while locked: nothing is done then. */
  inTurn(work: (work: LinkWork) => Promise<void>): Promise<boolean> {
    const turn = this.#last.then(async () => {
      for (let tries = 0; ; tries += 1) {
        const directory = this.#options.directory();
        const keys = this.#options.keys();
        if (!directory || !keys) return false;
        try {
          await work({ directory, keys });
          return true;
        } catch (error) {
          if (!(error instanceof LinkChangedError) || tries >= 20) throw error;
          directory.links.reload();
        }
      }
    });
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  /**
   * The link is over, here and at the board, and that is on record. Resolves with what is kept of it. What this machine
   * shared and the board has not taken yet is taken back behind its share, under the same audit.
   */
  async end(
    work: LinkWork,
    desk: Desk,
    key: string,
    held: HeldLink,
    reason: UnlinkReason,
  ): Promise<HeldLink | undefined> {
    const { outbox, now } = this.#options;
    const { link } = held;
    const at = now();
    const entry = uuidV7(at);
    const undelivered = await outbox.store.byIds(link.shared);
    const own = new Set(undelivered.map(({ id }) => id));
    const known = { ...link, shared: link.shared.filter((record) => !own.has(record)) };
    const body = withdrawalBody(desk, known, reason, entry, at);
    const behind = await Promise.all(
      undelivered.map(({ id, subjectKey }) => {
        const withdrawal: OutboxBody = { ...body, kind: "site-link-withdrawal", withdraws: [id] };
        return outbox.freeze(uuidV7(at), subjectKey, withdrawal, work.keys);
      }),
    );
    await this.accept(work, key, held, withdrawn(link, reason, hospitalInstant(at)), body, entry, behind);
    return work.directory.links.find(key);
  }

  /** The link and its entries of the outbox: together on the disk, or not at all. `behind`: others, in lanes of their own. */
  async accept(
    { directory, keys }: LinkWork,
    key: string,
    held: HeldLink,
    next: SiteLink | undefined,
    body: OutboxBody,
    entry: string,
    behind: readonly OutboxRecord[] = [],
  ): Promise<void> {
    const { outbox } = this.#options;
    const change = await directory.links.change(key, held, next);
    const lane = await this.#laneOf(body, key, keys);
    await outbox.accept(await outbox.freeze(entry, lane, body, keys), { link: change, behind });
    await directory.links.wrote([change]);
  }

  /**
   * An audit, and the end of records that the board has, wait for no share of this machine, which may be stopped for
   * days. What is shared anew waits for such an end: the board would take it for the record that is about to go.
   */
  async #laneOf({ kind, personId = "" }: OutboxBody, key: string, { blind }: OutboxKeys): Promise<string> {
    if (kind === "audit") return blind.name("audit", personId);
    const ends = await blind.name("site-link-withdrawal", key);
    const endsFirst = kind === "site-link-withdrawal" || (await this.#options.outbox.store.holds(ends));
    return endsFirst ? ends : blind.name("site-link", key);
  }
}
