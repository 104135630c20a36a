import type { SessionView } from "@cadre-care/domain";
import type { OpenSession, Staff } from "./open-session.ts";

/** Everything that a session's view follows from. */
export interface SessionFacts {
  /** The directory's keys are in memory. */
  readonly open: boolean;
  readonly session: Pick<OpenSession, "pending" | "slot">;
  /** Slots on this machine. */
  readonly slots: ReadonlySet<string>;
  readonly signedIn: boolean;
  readonly staff: Staff | undefined;
  readonly retryAt: number;
  readonly now: number;
  readonly minimumSecretLength: number;
  readonly language: "vi" | "en";
}

const stateOf = ({ open, session, slots, signedIn }: SessionFacts): SessionView["state"] => {
  if (open) return "open";
  const { pending, slot } = session;
  if (pending && slot !== undefined) return slots.has(slot) ? "locked" : "needs-secret";
  return signedIn ? "locked" : "new";
};

export const sessionView = (facts: SessionFacts): SessionView => {
  const { session, retryAt, now, minimumSecretLength, language } = facts;
  const staff = facts.staff ?? session.pending?.staff;
  const state = stateOf(facts);
  return {
    state,
    ...(staff && state !== "new" ? { user: { name: staff.name, role: staff.role } } : {}),
    ...(state === "locked" && retryAt > now ? { retryAt: new Date(retryAt).toISOString() } : {}),
    minimumSecretLength,
    language,
  };
};
