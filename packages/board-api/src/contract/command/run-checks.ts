import { CHECKS, type CheckId, type Need } from "../checks/all-checks.ts";
import { DoesNotHold, NotAsked } from "../checks/findings.ts";
import type { Ground } from "../checks/ground.ts";
import type { NOT_ASKED } from "../checks/not-asked-texts.ts";

export type Finding =
  | { readonly state: "holds" }
  /** `saw`: statuses and counts, and what was asked; nothing that the server sent. */
  | { readonly state: "does-not-hold"; readonly saw: string }
  | { readonly state: "not-asked"; readonly reason: keyof typeof NOT_ASKED };

export interface Checked {
  readonly id: CheckId;
  readonly need: Need;
  readonly finding: Finding;
}

/** Runs one check. */
export const findingOf = async (run: () => Promise<unknown>): Promise<Finding> => {
  try {
    await run();
    return { state: "holds" };
  } catch (error) {
    if (error instanceof NotAsked) return { state: "not-asked", reason: error.reason };
    if (error instanceof DoesNotHold) return { state: "does-not-hold", saw: error.message };
    // Any other message may hold what the server sent, and with it somebody's data.
    const kind = error instanceof Error ? error.name : "unknown";
    const saw =
      kind === "TypeError" ? "no answer, or none that can be read" : `an answer of another shape (${kind})`;
    return { state: "does-not-hold", saw };
  }
};

export interface Running {
  /** Hears of each check as it is done. */
  readonly progress?: (checked: Checked) => void;
  /** Ends the run before the next check. */
  readonly stop?: AbortSignal;
}

/** Asks everything, one after the other. */
export const runChecks = async (
  ground: Ground,
  { progress, stop }: Running = {},
): Promise<readonly Checked[]> => {
  const all: Checked[] = [];
  for (const { id, need, run } of CHECKS) {
    const finding: Finding = stop?.aborted
      ? { state: "not-asked", reason: "stopped" }
      : await findingOf(() => run(ground));
    progress?.({ id, need, finding });
    all.push({ id, need, finding });
  }
  return all;
};
