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
};
