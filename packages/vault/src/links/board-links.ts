import { afterBoard, type BoardLink } from "@cadre-care/domain";
import type { BoardClient } from "@cadre-care/fhir";
import { LINK_CURSORS } from "../directory/index-store.ts";
import type { SealedDirectory } from "../directory/sealed-directory.ts";
import type { VaultDatabase } from "../storage/database.ts";
import type { Desk } from "../visits/desk.ts";
import { hospitalInstant } from "../visits/hospital-time.ts";
import type { LinkChange } from "./link-change.ts";
import { keepsLinks, readLinkCursors } from "./link-cursors.ts";
import type { HeldLink } from "./link-store.ts";
import type { LinkWork, LinkWriter } from "./link-writer.ts";
import { cursorAt, readLinks } from "./synchronise-links.ts";

export interface BoardLinksOptions {
  readonly database: VaultDatabase;
  readonly client: BoardClient;
  readonly writer: LinkWriter;
  readonly directory: () => SealedDirectory | undefined;
  /** Where and by whom something is put on record now. */
  readonly desk: (site: string) => Desk | undefined;
  /** The board's clock, epoch milliseconds. */
  readonly clock: () => number;
  readonly changed: () => void;
}

/** Links that the board has: taken over for the hospital that they belong to, and for people of the directory alone. */
export class BoardLinks {
  readonly #options: BoardLinksOptions;

  constructor(options: BoardLinksOptions) {
    this.#options = options;
  }

  /** What changed at the board. A board that keeps no links, or is away, changes nothing. */
  async synchronise(sites: Iterable<string>, signal: AbortSignal): Promise<void> {
    const { database, client, clock, changed } = this.#options;
    for (const site of sites) {
      const desk = this.#options.desk(site);
      if (!desk || signal.aborted) return;
      const cursors = readLinkCursors(await this.#stored());
      const cursor = cursorAt(cursors[site], clock());
      let took = false;
      const take = (facts: readonly BoardLink[]): Promise<boolean> =>
        this.#take(desk, facts, () => {
          took = true;
        });
      const next = await readLinks({ client, site, cursor, signal, take });
      if (next)
        await database.write(["meta"], (transaction) =>
          transaction.objectStore("meta").put({ key: LINK_CURSORS, value: { ...cursors, [site]: next } }),
        );
      if (took) changed();
    }
  }

  /** Whether this board keeps links, as far as it has been asked. */
  async kept(): Promise<boolean> {
    return keepsLinks(await this.#stored());
  }

  async #stored(): Promise<unknown> {
    const row = await this.#options.database.read(["meta"], (transaction) =>
      transaction.objectStore("meta").get(LINK_CURSORS),
    );
    return row?.value;
  }

  /** The board refused these shares, since it has their codes for others: those links are over. */
  async refused(entries: ReadonlySet<string>): Promise<void> {
    const { writer, changed } = this.#options;
    await writer.inTurn(async (work) => {
      for (const [key, held] of [...(await work.directory.links.loaded())]) {
        const { link } = held;
        const desk = this.#options.desk(link.site);
        if (!desk || !link.shared.some((entry) => entries.has(entry))) continue;
        // The entry that was refused waits for a person and is tried again: should it arrive one day, it is taken back.
        await writer.end(work, desk, key, held, "board-has-another");
        changed();
      }
    });
  }

  /** Nothing is kept of people who have left the directory. To be called when it is whole. */
  async purge(): Promise<void> {
    await this.#options.writer.inTurn(async ({ directory }) => {
      const gone: LinkChange[] = [];
      for (const [key, held] of await directory.links.loaded())
        if (!(await directory.holds(held.link.personId)))
          gone.push(await directory.links.change(key, held, undefined));
      if (gone.length > 0) await directory.links.write(gone);
    });
  }

  /** False: locked meanwhile, and nothing was taken over. */
  #take(desk: Desk, facts: readonly BoardLink[], took: () => void): Promise<boolean> {
    return this.#options.writer.inTurn(async (work) => {
      const changes = new Map<string, LinkChange>();
      for (const fact of facts) {
        const key = work.directory.links.keyOf(fact.site, fact.code);
        if (key === undefined) continue;
        const pending = changes.get(key);
        // Two records of one code in a page: the later one meets what the earlier one left.
        if (pending) {
          await work.directory.links.write([...changes.values()]);
          changes.clear();
        }
        const change = await this.#changeBy(work, desk, key, fact);
        if (change === "none") continue;
        took();
        if (change !== "ended") changes.set(key, change);
      }
      if (changes.size > 0) await work.directory.links.write([...changes.values()]);
    });
  }

  async #changeBy(
    work: LinkWork,
    desk: Desk,
    key: string,
    fact: BoardLink,
  ): Promise<LinkChange | "ended" | "none"> {
    const { links } = work.directory;
    const held = await links.find(key);
    const at = hospitalInstant(this.#options.clock());
    const { link, ended } = afterBoard(held?.link, fact, at);
    if (held && ended === "board-has-another") {
      await this.#options.writer.end(work, desk, key, withRecord(held, fact.entry), ended);
      return "ended";
    }
    if (JSON.stringify(link) === JSON.stringify(held?.link)) return "none";
    const known = link === undefined || (await work.directory.holds(link.personId));
    return known ? links.change(key, held, link) : "none";
  }
}

const withRecord = (held: HeldLink, entry: string): HeldLink => ({
  ...held,
  link: { ...held.link, shared: [...held.link.shared, entry] },
});
