import { type SiteLink, type UnlinkReason, withdrawn } from "@cadre-care/domain";
import type { SealedDirectory } from "../directory/sealed-directory.ts";
import type { OutboxKeys } from "../keys/key-ring.ts";
import type { Outbox } from "../outbox/outbox.ts";
import type { OutboxBody } from "../outbox/outbox-body.ts";
import { uuidV7 } from "../outbox/uuid-v7.ts";
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

  /** From what stands on the disk. While locked nothing is done. */
  inTurn(work: (work: LinkWork) => Promise<void>): Promise<void> {
    const turn = this.#last.then(async () => {
      for (let tries = 0; ; tries += 1) {
        const directory = this.#options.directory();
        const keys = this.#options.keys();
        if (!directory || !keys) return;
        try {
          await work({ directory, keys });
          return;
        } catch (error) {
          if (!(error instanceof LinkChangedError) || tries >= 20) throw error;
          directory.links.reload();
        }
      }
    });
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  /** The link is over, here and at the board, and that is on record. Resolves with what is kept of it. */
  async end(
    work: LinkWork,
    desk: Desk,
    key: string,
    held: HeldLink,
    reason: UnlinkReason,
  ): Promise<HeldLink | undefined> {
    const now = this.#options.now();
    const next = withdrawn(held.link, reason, hospitalInstant(now));
    const entry = uuidV7(now);
    await this.accept(work, key, held, next, withdrawalBody(desk, held.link, reason, entry, now), entry);
    return work.directory.links.find(key);
  }

  /** The link and its entry of the outbox: together on the disk, or not at all. */
  async accept(
    { directory, keys }: LinkWork,
    key: string,
    held: HeldLink,
    next: SiteLink | undefined,
    body: OutboxBody,
    entry: string,
  ): Promise<void> {
    const { outbox } = this.#options;
    // What is shared and what is taken back of one code go in this order; an audit alone waits for nothing.
    const lane =
      body.kind === "audit"
        ? await keys.blind.name("audit", body.personId ?? "")
        : await keys.blind.name("site-link", key);
    const change = await directory.links.change(key, held, next);
    await outbox.accept(await outbox.freeze(entry, lane, body, keys), { link: change });
    await directory.links.wrote([change]);
  }
}
