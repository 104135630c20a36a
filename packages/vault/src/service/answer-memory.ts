import type { StatedIdentity } from "@cadre-care/domain";
import type { MatchAnswer } from "../directory/match.ts";

/** How long an answer counts: another context of this machine may have changed the directory. */
const FRESH_MS = 60_000;
const MOST = 2_000;

/**
 * Answers to what a page asked a moment ago: a list that is scrolled back, sorted or reloaded names the same people.
 * Whether one is remembered follows from the questions alone, so that a hit is as quick as a miss (DESIGN rule 2).
 */
export class AnswerMemory {
  readonly #now: () => number;
  #answers = new Map<string, MatchAnswer>();
  #since = 0;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** Keys, directory or policy changed. What is being looked up still, goes into the memory that was before. */
  clear(): void {
    this.#answers = new Map();
  }

  /** Answers all; `lookUp` is asked for those that are not remembered, together, and not at all when there are none. */
  async answers(
    site: string,
    identities: readonly StatedIdentity[],
    lookUp: (unknown: readonly StatedIdentity[]) => Promise<readonly MatchAnswer[] | null>,
  ): Promise<readonly MatchAnswer[] | null> {
    this.#expire();
    const memory = this.#answers;
    const asked = identities.map((identity) => ({ identity, key: JSON.stringify([site, identity]) }));
    const known = new Map(asked.map(({ key }) => [key, memory.get(key)]));
    const unknown = asked.filter(({ key }) => known.get(key) === undefined);
    if (unknown.length > 0) {
      const found = await lookUp(unknown.map(({ identity }) => identity));
      if (found === null) return null;
      unknown.forEach(({ key }, index) => {
        const answer = found[index];
        if (answer === undefined) return;
        known.set(key, answer);
        // What could not be judged now may be judged next time.
        if (!answer.refused && !answer.damaged) memory.set(key, answer);
      });
    }
    return asked.flatMap(({ key }) => known.get(key) ?? []);
  }

  #expire(): void {
    const now = this.#now();
    const fresh = now >= this.#since && now - this.#since < FRESH_MS;
    if (fresh && this.#answers.size < MOST) return;
    this.#answers = new Map();
    this.#since = now;
  }
}
