import type { PageBudget } from "../directory/page-budget.ts";
import { statedCode } from "../links/site-links.ts";
import { readCursor } from "../sync/roster-cursor.ts";
import type { Desk } from "../visits/desk.ts";
import { inBackground } from "./in-background.ts";
import type { ReadPatient, ScopeHost } from "./scope-host.ts";
import type { VaultParts } from "./vault-parts.ts";

/** A reading of the board's links of a hospital whose page was opened ends by itself after so long. */
const READING_MS = 25_000;

/** Links of HIS codes for the hospitals whose pages are open here (DESIGN 5, Site links): read from the board, and learnt. */
export class HospitalLinks {
  /** Ends the readings of single hospitals' links when the machine's keys are changed. */
  #readings = new AbortController();

  constructor(
    private readonly parts: VaultParts,
    private readonly match: ScopeHost["match"],
    private readonly online: () => boolean,
  ) {}

  /** A page of this hospital is open: its links are read from the board, once. */
  note(site: string): void {
    const { sites, boardLinks } = this.parts;
    if (sites.has(site)) return;
    sites.add(site);
    if (!this.online()) return;
    inBackground(
      this.#rosterIsWhole().then(async (whole) => {
        if (!whole) return;
        // Not beside a rotation: what it empties would get the place back that was read before.
        await this.parts.alone(() =>
          boardLinks.synchronise(
            [site],
            AbortSignal.any([this.#readings.signal, AbortSignal.timeout(READING_MS)]),
          ),
        );
      }),
    );
  }

  /** What a patient page says of its HIS code, of whomever it is. */
  learn(desk: Desk, { identity, reading }: ReadPatient, budget: PageBudget): void {
    const code = statedCode(identity);
    if (code === undefined || !budget.links.mayTeach(code)) return;
    const identifiers = identity.identifiers.filter(({ kind }) => kind !== "his-code");
    inBackground(
      this.match([{ ...identity, identifiers }], budget, desk.site).then(async (answers) => {
        const [answer] = answers ?? [];
        if (!answer || answer.refused || answer.damaged) return;
        const { outcome: alone, entry: member } = answer;
        const mayEnd = () => budget.links.mayEnd(code);
        await this.parts.links.learn(desk, { identity, alone, member, reading }, mayEnd);
      }),
    );
  }

  /** The machine's keys are changed: what is being read under the old ones ends. */
  endReadings(): void {
    this.#readings.abort();
    this.#readings = new AbortController();
  }

  /** Before that no link is read: those of people who are still to come would be passed over. */
  async #rosterIsWhole(): Promise<boolean> {
    const { directory } = this.parts;
    return directory !== undefined && readCursor(await directory.cursor()).completedAt !== undefined;
  }
}
