import type { AuditedRow } from "./audit-report.ts";

/** Who was seen with which statement, and for how many animation frames without a break. */
export class SeenTogether {
  readonly #seen = new Map<string, { row: AuditedRow; run: number; frames: number; last: number }>();
  #frame = 0;

  /** To be called once a frame with all that is seen in it. */
  take(rows: readonly AuditedRow[]): void {
    this.#frame += 1;
    for (const { ticket, said } of rows) {
      if (said === "") continue;
      const key = `${ticket} ${said}`;
      const known = this.#seen.get(key);
      const run = known?.last === this.#frame - 1 ? known.run + 1 : 1;
      const frames = Math.max(run, known?.frames ?? 0);
      this.#seen.set(key, { row: { ticket, said }, run, frames, last: this.#frame });
    }
  }

  list(): (AuditedRow & { readonly frames: number })[] {
    return [...this.#seen.values()].map(({ row, frames }) => ({ ...row, frames }));
  }
}
