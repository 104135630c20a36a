import type { Desk } from "../visits/desk.ts";
import { inBackground } from "./in-background.ts";
import type { VaultParts } from "./vault-parts.ts";

/** How often, at the most, other desks' visits are asked for while patients are opened. */
const EVERY_MS = 20_000;

/** What other desks of a hospital recorded today, taken over now and then while patients are opened. */
export class OtherDesks {
  readonly #asked = new Map<string, number>();

  constructor(
    private readonly parts: VaultParts,
    /** This machine's clock, epoch milliseconds. */
    private readonly now: () => number,
    private readonly online: () => boolean,
  ) {}

  look(desk: Desk): void {
    const now = this.now();
    const asked = this.#asked.get(desk.site) ?? 0;
    if (!this.online() || Math.abs(now - asked) < EVERY_MS) return;
    this.#asked.set(desk.site, now);
    inBackground(this.#takeOver(desk));
  }

  async #takeOver(desk: Desk): Promise<void> {
    const { directory, visits, client } = this.parts;
    if (!directory) return;
    const known = await directory.personIds();
    const changed = await visits.refresh(client, desk, (personId) => known.has(personId));
    if (Array.isArray(changed) && changed.length > 0) this.parts.changed();
  }
}
