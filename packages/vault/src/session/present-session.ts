import type { Problem, SessionUser, SessionView } from "@cadre-care/domain";
import type { SlotRecord } from "../storage/schema.ts";
import type { OpenSession, Staff } from "./open-session.ts";

/** How this machine stands with the board. `unsupported`: this build pins no keys of the board. */
export interface DeviceFacts {
  readonly state: "unsupported" | "not-enrolled" | "enrolled" | "refused";
  readonly name?: string | undefined;
}

/** Everything that a session's view follows from. */
export interface SessionFacts {
  /** The directory's keys are in memory, and somebody works with them. */
  readonly open: boolean;
  readonly session: Pick<OpenSession, "pending" | "slot" | "device" | "recovered">;
  /** Slots on this machine. */
  readonly slots: ReadonlyMap<string, SlotRecord>;
  readonly current: string | undefined;
  /** Nothing was ever kept here. */
  readonly fresh: boolean;
  /** Keys were kept here before, and the store in which they were is gone. */
  readonly lost: boolean;
  /** The machine's keys are wrapped for the board too. */
  readonly escrow: boolean;
  readonly staff: Staff | undefined;
  readonly retryAt: number;
  readonly now: number;
  readonly minimumSecretLength: number;
  readonly secretKind: "pin" | "passphrase" | undefined;
  readonly shut: Problem | undefined;
  /** What the user chose. */
  readonly language: string | undefined;
  readonly device: DeviceFacts;
}

const stateOf = ({ open, session, slots, fresh }: SessionFacts): SessionView["state"] => {
  if (open) return "open";
  const { pending, slot, recovered, device } = session;
  if (pending && slot !== undefined) {
    if (slots.has(slot) && !recovered) return "locked";
    return fresh || device?.directory ? "needs-secret" : "needs-board";
  }
  return [...slots.values()].some(({ signedIn }) => signedIn) ? "locked" : "new";
};

/** Who can unlock here, by number: nobody is named before somebody has unlocked. */
const usersOf = ({ slots, current, session }: SessionFacts): readonly SessionUser[] =>
  [...slots.values()]
    .filter(({ id, signedIn }) => (session.pending ? id === session.slot : signedIn))
    .sort((one, other) => (one.ordinal ?? 1) - (other.ordinal ?? 1))
    .map(({ id, ordinal = 1, closed, passkey }) => ({
      id,
      ordinal,
      current: id === current,
      closed: closed === true,
      ...(passkey ? { passkey: { credential: passkey.credential, salt: passkey.salt } } : {}),
    }));

export const sessionView = (facts: SessionFacts): SessionView => {
  const { session, retryAt, now, minimumSecretLength, secretKind, language, device, escrow } = facts;
  const staff = facts.staff ?? session.pending?.staff;
  const state = stateOf(facts);
  return {
    state,
    ...(staff && state !== "new"
      ? {
          user: {
            ...(session.slot === undefined ? {} : { id: session.slot }),
            name: staff.name,
            role: staff.role,
          },
        }
      : {}),
    ...(state === "locked" && retryAt > now ? { retryAt: new Date(retryAt).toISOString() } : {}),
    ...(state === "locked" ? { users: usersOf(facts) } : {}),
    ...(state === "needs-board" ? { reason: facts.slots.size > 0 ? "other-user" : "wiped" } : {}),
    ...(state === "new" && facts.lost ? { lost: true } : {}),
    ...(escrow && device.state === "enrolled" ? { recoverable: true } : {}),
    ...(device.state === "unsupported"
      ? {}
      : { device: { state: device.state, ...(device.name === undefined ? {} : { name: device.name }) } }),
    minimumSecretLength,
    ...(secretKind === undefined ? {} : { secretKind }),
    ...(facts.shut === undefined ? {} : { shut: facts.shut }),
    language: language === "en" ? "en" : "vi",
    ...(language === undefined ? {} : { chosenLanguage: language }),
  };
};
