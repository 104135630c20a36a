import fc from "fast-check";
import type { Fault } from "../memory-board.ts";
import type { Cut } from "./power.ts";

/** What the disk does to one write. */
export type DiskFault = "none" | "full" | "taken-back" | "lost" | "committed-then-lost";

export type Recording =
  | "check-in"
  | "examine"
  | "escort"
  | "close"
  | "undo"
  | "view"
  | "marks"
  | "respond"
  | "refer"
  | "amend"
  | "amend-late";

/** One thing that happens. Persons are few, so that entries of one patient meet. */
export type Act =
  | { readonly kind: "record"; readonly what: Recording; readonly person: string; readonly cut?: Cut }
  | { readonly kind: "drain"; readonly all: boolean; readonly faults: readonly Fault[]; readonly cut?: Cut }
  | { readonly kind: "two-drainers"; readonly faults: readonly Fault[] }
  | { readonly kind: "decide"; readonly what: "resend" | "correct" | "hand-over" | "mine" | "theirs" }
  | { readonly kind: "disk"; readonly faults: readonly DiskFault[] }
  | { readonly kind: "poison"; readonly person: string; readonly fault: Fault }
  | { readonly kind: "elsewhere"; readonly what: "amends" | "checks-in" | "cancels"; readonly person: string }
  | { readonly kind: "clock"; readonly by: number }
  | { readonly kind: "restart" | "lock" | "unlock" | "other-user" | "refresh" | "upgrade" | "newer" };

const person = fc.constantFrom("p1", "p2", "p3");
const cut = fc.option(fc.record({ at: fc.nat(40), after: fc.boolean() }), { nil: undefined, freq: 3 });

const FAULTS: readonly Fault[] = [
  "lost-before",
  "lost-after",
  "hang",
  "hang-after",
  "portal",
  "portal-refuses",
  "wrong-type",
  "too-many",
  "busy",
  "server-error",
  "half-answer",
  "twice",
  "unauthorised",
  "forbidden",
  "refused",
];
const faults = fc.array(fc.constantFrom<Fault>("none", "none", "none", ...FAULTS), { maxLength: 5 });

const act: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 14,
    arbitrary: fc
      .record({
        what: fc.constantFrom<Recording>(
          "check-in",
          "check-in",
          "examine",
          "escort",
          "close",
          "undo",
          "view",
          "marks",
          "respond",
          "refer",
          "amend",
          "amend-late",
        ),
        person,
        cut,
      })
      .map(({ what, person, cut }) => ({ kind: "record" as const, what, person, ...(cut ? { cut } : {}) })),
  },
  {
    weight: 9,
    arbitrary: fc
      .record({ all: fc.boolean(), faults, cut })
      .map(({ all, faults, cut }) => ({ kind: "drain" as const, all, faults, ...(cut ? { cut } : {}) })),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("two-drainers" as const), faults }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant("decide" as const),
      what: fc.constantFrom(
        "resend" as const,
        "correct" as const,
        "hand-over" as const,
        "mine" as const,
        "theirs" as const,
      ),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant("disk" as const),
      faults: fc.array(
        fc.constantFrom<DiskFault>("none", "none", "full", "taken-back", "lost", "committed-then-lost"),
        { minLength: 1, maxLength: 4 },
      ),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant("poison" as const),
      person,
      fault: fc.constantFrom<Fault>("none", "refused", "forbidden", "server-error"),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant("elsewhere" as const),
      what: fc.constantFrom("amends" as const, "checks-in" as const, "cancels" as const),
      person,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant("clock" as const),
      by: fc.constantFrom(60_000, 3_600_000, 7 * 86_400_000, -365 * 86_400_000, 365 * 86_400_000),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constantFrom(
        "restart" as const,
        "lock" as const,
        "unlock" as const,
        "unlock" as const,
        "other-user" as const,
        "refresh" as const,
        "upgrade" as const,
        "newer" as const,
      ),
    }),
  },
);

/** What happens on one machine, one thing after another. */
export const histories: fc.Arbitrary<readonly Act[]> = fc.array(act, { minLength: 4, maxLength: 16 });
