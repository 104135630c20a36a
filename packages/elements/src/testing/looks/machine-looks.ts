import type { OutboxView, RosterView, SessionView } from "@cadre-care/domain";
import type { CadreOutboxStatus } from "../../outbox-status/outbox-status.ts";
import type { CadreRosterStatus } from "../../roster-status/roster-status.ts";
import type { CadreSession } from "../../session/session.ts";
import { outboxes } from "../sample-outbox.ts";
import { NOW, problem, rosters, sessions, settingsSessions } from "../sample-views.ts";
import { type Look, type Looks, looksOf } from "./look.ts";

const typeSecret = (element: HTMLElement): void => {
  for (const field of element.shadowRoot?.querySelectorAll<HTMLInputElement>("#secret, #again") ?? []) {
    field.value = field.id === "secret" ? "mùa thu Hà Nội" : "mùa thu";
    field.dispatchEvent(new InputEvent("input", { bubbles: true }));
  }
};

export const sessionLooks: Looks<CadreSession, SessionView["state"] | "wrong secret"> = {
  ...looksOf<CadreSession, SessionView["state"], SessionView, "">("", sessions, (view) => ({
    properties: { view },
  })),
  ...looksOf<CadreSession, string, SessionView, "settings ">("settings ", settingsSessions, (view) => ({
    properties: { view, settings: true },
  })),
  "wrong secret": {
    properties: { view: sessions.locked },
    arrange: (service) => {
      service.answerSession = async () => ({
        ok: false,
        problem: {
          code: "wrong-secret",
          message: { vi: "Mã mở khóa chưa đúng. Nhập lại.", en: "Wrong code. Try again." },
        },
      });
    },
    afterwards: typeSecret,
    press: ["[part=submit]"],
  },
  "two secrets that differ": {
    properties: { view: sessions["needs-secret"] },
    afterwards: typeSecret,
    press: ["[part=submit]"],
  },
  unlocking: {
    properties: { view: sessions.locked },
    arrange: (service) => {
      service.answerSession = () => new Promise(() => undefined);
    },
    afterwards: typeSecret,
    press: ["[part=submit]"],
  },
};

export const rosterLooks: Looks<CadreRosterStatus, RosterView["state"]> = looksOf<
  CadreRosterStatus,
  RosterView["state"],
  RosterView,
  ""
>("", rosters, (view) => ({ properties: { view } }));

const ofSession = (name: string): SessionView => (name === "locked" ? sessions.locked : sessions.open);
const queue = (outbox: OutboxView | undefined): Look<CadreOutboxStatus> => ({
  topics: { ...(outbox === undefined ? {} : { outbox }), session: sessions.open },
});

/** Every queue at its full length, and at that of a popup; an entry of it opened, and what can be done about it. */
export const outboxLooks: Looks<CadreOutboxStatus, "loading" | "slow" | "offline"> = {
  ...looksOf<CadreOutboxStatus, string, OutboxView, "">("", outboxes, (outbox, name) => ({
    topics: { outbox, session: ofSession(name) },
  })),
  ...looksOf<CadreOutboxStatus, string, OutboxView, "compact ">("compact ", outboxes, (outbox, name) => ({
    properties: { mode: "compact" },
    topics: { outbox, session: ofSession(name) },
  })),
  loading: { properties: { service: undefined } },
  slow: {
    properties: { service: undefined },
    afterwards: (element) => {
      element.now = () => NOW + 60_000;
    },
  },
  offline: {
    topics: {
      outbox: outboxes.waiting ?? { waiting: 0, parked: 0, draining: false, entries: [] },
      connection: { online: false },
    },
  },
  opened: { ...queue(outboxes.waiting), press: ["[data-open]"] },
  correct: { ...queue(outboxes.waiting), press: ["[data-open]", "[part=correct]"] },
  "correct, nothing changed": {
    ...queue(outboxes.waiting),
    press: ["[data-open]", "[part=correct]", "[part=submit]"],
  },
  choose: { ...queue(outboxes.conflict), press: ["[data-open]", "[part=choose]"] },
  "choose, nothing chosen": {
    ...queue(outboxes.conflict),
    press: ["[data-open]", "[part=choose]", "[part=submit]"],
  },
  "hand over": { ...queue(outboxes.waiting), press: ["[data-open]", "[part=hand-over]"] },
  refused: {
    ...queue(outboxes.waiting),
    arrange: (service) => {
      service.answerOutbox = async () => ({ ok: false, problem });
    },
    press: ["[data-open]", "[part=resend]"],
  },
};
