import type { Act } from "./acts.ts";

/** Histories that once went wrong, made small, with what was wrong. They are lived again in every run. */
export const EXAMPLES: Readonly<Record<string, readonly Act[]>> = {
  "a bundle that is lost makes the second entry of a lane sendable before the first": [
    { kind: "record", what: "view", person: "p2" },
    { kind: "record", what: "view", person: "p2" },
    { kind: "drain", all: false, faults: ["portal-refuses"] },
    { kind: "record", what: "check-in", person: "p1" },
    { kind: "restart" },
    { kind: "drain", all: false, faults: [] },
  ],
  "what had arrived before it was refused is handed over as well": [
    { kind: "record", what: "check-in", person: "p1" },
    { kind: "drain", all: false, faults: ["half-answer"] },
    { kind: "clock", by: 60_000 },
    { kind: "two-drainers", faults: ["server-error", "forbidden"] },
    { kind: "decide", what: "hand-over" },
  ],
  "what a later version left is handed over although it had arrived": [
    { kind: "record", what: "respond", person: "p3" },
    { kind: "drain", all: true, faults: ["half-answer"] },
    { kind: "newer" },
    { kind: "drain", all: true, faults: [] },
    { kind: "decide", what: "hand-over" },
  ],
  "an entry whose turn has not come is looked at again and again": [
    { kind: "record", what: "respond", person: "p1" },
    { kind: "record", what: "refer", person: "p1" },
    { kind: "poison", person: "p1", fault: "refused" },
    { kind: "upgrade" },
    { kind: "drain", all: true, faults: [] },
  ],
};
