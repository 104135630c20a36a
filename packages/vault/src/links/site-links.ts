import {
  afterCheckIn,
  afterReading,
  linkEvidence,
  type PatientReadingFacts,
  type SiteLink,
  type StatedIdentity,
  type UnlinkReason,
  usableIdentifiers,
} from "@cadre-care/domain";
import type { SealedDirectory } from "../directory/sealed-directory.ts";
import { uuidV7 } from "../outbox/uuid-v7.ts";
import type { Desk } from "../visits/desk.ts";
import { hospitalInstant } from "../visits/hospital-time.ts";
import { shareBody } from "./link-entries.ts";
import type { LinkWriter } from "./link-writer.ts";

export interface SiteLinksOptions {
  readonly writer: LinkWriter;
  readonly directory: () => SealedDirectory | undefined;
  /** Whether the board keeps links. */
  readonly shareable: () => Promise<boolean>;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** A link came or went: answers given before are old. */
  readonly changed: () => void;
}

/** One settled reading of a patient page. */
export interface LinkReading extends Pick<PatientReadingFacts, "identity" | "alone" | "member"> {
  /** Names it: repeating it is no second one. */
  readonly reading: string;
}

/** The one HIS code that a page states, normalised; undefined where it states none, or two. */
export const statedCode = ({ identifiers }: StatedIdentity): string | undefined => {
  const { values, statedTwice } = usableIdentifiers(identifiers);
  return statedTwice.includes("his-code") ? undefined : values["his-code"];
};

/** HIS codes that lead to people of the directory: learnt, shared, and taken back (docs/vault.md, Site links). */
export class SiteLinks {
  readonly #options: SiteLinksOptions;

  constructor(options: SiteLinksOptions) {
    this.#options = options;
  }

  /** The link of a code, if it is one here. */
  async of(site: string, code: string): Promise<SiteLink | undefined> {
    const links = this.#options.directory()?.links;
    const key = links?.keyOf(site, code);
    return key === undefined ? undefined : (await links?.find(key))?.link;
  }

  /**
   * What a patient page says of its HIS code. Whoever it is of, it costs one entry opened and one row written; only a
   * link that ends costs an entry of the outbox, which waits for the next sending. `mayEnd` is asked where the reading
   * contradicts a link; where it says no, nothing comes of the reading, at the cost of any other.
   */
  async learn(desk: Desk, page: LinkReading, mayEnd: () => boolean): Promise<void> {
    const { writer, now, changed } = this.#options;
    await writer.inTurn(async (work) => {
      const { links } = work.directory;
      const code = statedCode(page.identity);
      const key = code === undefined ? undefined : links.keyOf(desk.site, code);
      if (code === undefined || key === undefined) return;
      const held = await links.find(key);
      const standing = held && held.link.state !== "withdrawn" ? held.link : undefined;
      const linked = await work.directory.entryOrSham(standing?.personId);
      const evidence = linkEvidence({ ...page, linked });
      // Nor is it another's from now on: that would be its end as well.
      const { contradiction, teaches } = evidence.contradiction && !mayEnd() ? {} : evidence;
      const before = held && contradiction ? await writer.end(work, desk, key, held, contradiction) : held;
      const taught =
        teaches === undefined
          ? before?.link
          : afterReading(before?.link, {
              ...{ site: desk.site, code, personId: teaches, reading: page.reading },
              at: hospitalInstant(now()),
            });
      const same = taught === before?.link;
      await links.write([same ? await links.sham() : await links.change(key, before, taught)]);
      if (contradiction || (!same && taught?.state === "candidate")) changed();
    });
  }

  /**
   * Staff had a person before them where this code was stated: what two readings had taught goes to the board. One that
   * keeps no links is sent none, and the link goes on marking here alone.
   */
  async share(desk: Desk, code: string, personId: string): Promise<void> {
    const { writer, shareable, now, changed } = this.#options;
    await writer.inTurn(async (work) => {
      const { links } = work.directory;
      const key = links.keyOf(desk.site, code);
      const held = key === undefined ? undefined : await links.find(key);
      if (key === undefined || held?.link.personId !== personId) return;
      const at = now();
      const entry = uuidV7(at);
      const next = afterCheckIn(held.link, { entry, at: hospitalInstant(at), by: desk.author.name });
      if (!next || !(await shareable())) return;
      await writer.accept(work, key, held, next, shareBody(desk, next, entry, at), entry);
      changed();
    });
  }

  /** Resolves once the link is over, durably; also where there was none. */
  async withdraw(desk: Desk, code: string, reason: UnlinkReason): Promise<void> {
    const { writer, changed } = this.#options;
    await writer.inTurn(async (work) => {
      const { links } = work.directory;
      const key = links.keyOf(desk.site, code);
      const held = key === undefined ? undefined : await links.find(key);
      if (key === undefined || !held || held.link.state === "withdrawn") return;
      await writer.end(work, desk, key, held, reason);
      changed();
    });
  }
}
