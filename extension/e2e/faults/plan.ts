import { type RandomStream, randomStream } from "@cadre-care/domain/synthetic";
import type { RollPerson } from "./roll-call-his.ts";

/**
 * What somebody at a desk does with a person. Each is one entry of the outbox, but a form: opening it is a view, and
 * submitting it one more.
 */
export type Act =
  | { readonly do: "view" }
  | { readonly do: "check-in" }
  | { readonly do: "undo" }
  | { readonly do: "step"; readonly step: string; readonly room?: string }
  | { readonly do: "form"; readonly kind: "chronic" | "referral" };

/** Steps and rooms of the demo policy. */
const ROOMS = ["tim-mach", "noi-tiet", "mat", "xet-nghiem"] as const;

const visitActs = (random: RandomStream, closes: boolean): Act[] => {
  const escorts = Array.from({ length: random.below(3) }, () => ({
    do: "step" as const,
    step: "dua-den",
    room: random.pick(ROOMS),
  }));
  const ends = ["da-kham", "tra-ket-qua", "ket-thuc"].slice(0, random.below(closes ? 4 : 3));
  const forms: Act[] = random.chance(0.4) ? [{ do: "form", kind: "chronic" }] : [];
  if (forms.length > 0 && random.chance(0.4)) forms.push({ do: "form", kind: "referral" });
  return [...escorts, ...forms, ...ends.map((step) => ({ do: "step" as const, step }))];
};

/** One person's day: looked at, checked in (now and then by mistake, and again), taken round, examined, looked at again. */
export const dayOf = (seed: number, index: number): readonly Act[] => {
  const random = randomStream(seed, 1_000 + index);
  const mistake: Act[] = random.chance(0.25) ? [{ do: "check-in" }, { do: "undo" }] : [];
  return [
    { do: "view" },
    ...mistake,
    { do: "check-in" },
    // Where today has a cancelled visit, an ended one beside it is not shown, and a doubt could not be settled.
    ...visitActs(random, mistake.length === 0),
    ...(random.chance(0.5) ? [{ do: "view" as const }] : []),
  ];
};

export interface PlannedPerson {
  readonly person: RollPerson;
  readonly acts: readonly Act[];
}

/** As many people as it takes to come to that many entries. */
export const planDay = (people: readonly RollPerson[], entries: number, seed: number): PlannedPerson[] => {
  const planned: PlannedPerson[] = [];
  let total = 0;
  for (const [index, person] of people.entries()) {
    if (total >= entries) return planned;
    const acts = dayOf(seed, index).slice(0, entries - total);
    total += acts.length;
    planned.push({ person, acts });
  }
  if (total < entries) throw new Error(`the roster's people give ${total} entries, not ${entries}`);
  return planned;
};

/** `count` moments, each "after so many entries", in order, none at the very end. */
export const momentsOf = (count: number, entries: number, seed: number): number[] => {
  const random = randomStream(seed, 3);
  return Array.from({ length: count }, () => 1 + random.below(Math.max(1, entries - 1))).sort(
    (one, other) => one - other,
  );
};
