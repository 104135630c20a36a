import { siteProblemKey } from "@cadre-care/domain/page";
import type { SiteFinding } from "./site-finding.ts";

/** A page that is being built is not what the profile says for a while. */
export const GRACE_MS = 1500;

/**
 * Tells what stands from what passes: a problem counts once it was there at every look for `GRACE_MS`. Times are
 * milliseconds of `performance.now()`.
 */
export class StandingProblems {
  #since = new Map<string, number>();

  /** Whether there was a problem at the last look. */
  get any(): boolean {
    return this.#since.size > 0;
  }

  /** Those of `current` that stand, and when to look again for the others. */
  look(
    current: readonly SiteFinding[],
    now: number,
  ): { readonly standing: readonly SiteFinding[]; readonly again: number | undefined } {
    const before = this.#since;
    this.#since = new Map(
      current.map((problem) => {
        const key = siteProblemKey(problem);
        // That a page fights was found out over seconds.
        return [key, problem.code === "gave-up" ? Number.NEGATIVE_INFINITY : (before.get(key) ?? now)];
      }),
    );
    const young = [...this.#since.values()].filter((since) => now - since < GRACE_MS);
    return {
      standing: current.filter(
        (problem) => now - (this.#since.get(siteProblemKey(problem)) ?? now) >= GRACE_MS,
      ),
      again: young.length === 0 ? undefined : Math.min(...young) + GRACE_MS,
    };
  }
}
