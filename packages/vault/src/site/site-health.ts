import { type SiteProblem, siteProblemKey } from "@cadre-care/domain";
import { siteProblemBundle } from "@cadre-care/fhir";
import type { OutboxKeys } from "../keys/key-ring.ts";
import type { Outbox } from "../outbox/outbox.ts";
import { sha256 } from "../outbox/outbox-body.ts";
import type { VaultDatabase } from "../storage/database.ts";
import { hospitalDay, hospitalInstant } from "../visits/hospital-time.ts";
import { countsSchema, countView } from "./sighting-counts.ts";
import type { SiteSighting } from "./site-sighting.ts";

export interface SiteHealthOptions {
  readonly database: VaultDatabase;
  readonly outbox: Outbox;
  readonly keys: () => OutboxKeys | null;
  /** Id that this machine gave itself. */
  readonly device: () => string;
  /** The corrected clock, epoch milliseconds. */
  readonly now: () => number;
}

const KEPT = "site-problems";
/**
 * Reports that may lie in the outbox at once. Where the board is away for days, a page that is broken anew each day fills
 * nothing: what is seen meanwhile goes on being counted, and is told with what is seen once there is room.
 */
const MOST_WAITING = 20;

/** The same machine, problem and day have the same UUID (version 8, RFC 9562): a report is made once, whatever breaks off. */
const entryOf = async (text: string): Promise<string> => {
  const hex = await sha256(text);
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 0x3) | 0x8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};

/**
 * Counts where site profiles do not fit their pages, and reports it to the board: no more than once for each problem and
 * day, through the outbox, so that it arrives also when the network is away. Nothing of it is about people.
 */
export class SiteHealth {
  readonly #options: SiteHealthOptions;
  #last: Promise<unknown> = Promise.resolve();

  constructor(options: SiteHealthOptions) {
    this.#options = options;
  }

  /**
   * Resolves with whether something was put into the outbox. Before the first unlocking nothing can be, and nothing is
   * counted. @throws StorageError
   */
  note(sighting: SiteSighting): Promise<boolean> {
    const turn = this.#last.then(() => this.#note(sighting));
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  async #note(sighting: SiteSighting): Promise<boolean> {
    const { database, keys: openKeys, now } = this.#options;
    const keys = openKeys();
    if (!keys || sighting.problems.length === 0) return false;
    const at = now();
    const day = hospitalDay(at);
    const { profile, version } = sighting;
    const problems = new Map(
      sighting.problems.map((problem) => [`${profile} ${version} ${siteProblemKey(problem)}`, problem]),
    );
    const row = await database.read(["meta"], (transaction) => transaction.objectStore("meta").get(KEPT));
    const before = countsSchema.parse(row?.value ?? {});
    const lane = await keys.blind.name("audit", "site-problems");
    const room = MOST_WAITING - (await this.#options.outbox.store.countOf(lane));
    const { counts, due } = countView(before, [...problems.keys()], { view: sighting.view, day, room });
    // A page says everything again whenever the background has slept.
    if (due.size === 0 && JSON.stringify(counts) === JSON.stringify(before)) return false;
    for (const [key, problem] of problems) {
      const count = due.get(key);
      if (count !== undefined) await this.#report(sighting, key, problem, count, { at, day, lane }, keys);
    }
    await database.write(["meta"], (transaction) =>
      transaction.objectStore("meta").put({ key: KEPT, value: counts }),
    );
    return due.size > 0;
  }

  async #report(
    { profile, version, site }: SiteSighting,
    key: string,
    { page, place, code, off }: SiteProblem,
    count: number,
    { at, day, lane }: { readonly at: number; readonly day: string; readonly lane: string },
    keys: OutboxKeys,
  ): Promise<void> {
    const { outbox } = this.#options;
    const device = this.#options.device();
    const entry = await entryOf(`${device} ${day} ${key}`);
    const bundle = siteProblemBundle({
      entry,
      at: hospitalInstant(at),
      day,
      device,
      site,
      profile,
      version,
      page,
      place,
      code,
      off,
      count,
    });
    await outbox.accept(await outbox.freeze(entry, lane, { kind: "audit", bundle }, keys));
  }
}
