import type {
  OutboxEntryDetails,
  OutboxEntryState,
  OutboxEntryView,
  OutboxFieldView,
  OutboxView,
  Result,
} from "@cadre-care/domain";
import { NOW, person, problem } from "./sample-views.ts";

const said = (vi: string, en: string) => ({ vi, en });
const minutes = (count: number): string => new Date(NOW + count * 60_000).toISOString();

const closedElsewhere = {
  code: "visit-closed",
  message: said(
    "Lượt khám này đã kết thúc ở máy khác. Mở người bệnh và kiểm tra lại.",
    "This visit was closed at another desk. Open the patient and check.",
  ),
};
const boardDown = {
  code: "board-unavailable",
  message: said(
    "Máy chủ đang quá tải hoặc bảo trì. Dữ liệu vẫn giữ trên máy này.",
    "The server is overloaded or under maintenance. The data stays on this machine.",
  ),
};

const entry = (
  id: string,
  change: Partial<OutboxEntryView> & Pick<OutboxEntryView, "kind" | "state">,
): OutboxEntryView => ({ id, acceptedAt: "2026-11-22T09:20:00+07:00", attempts: 0, actions: [], ...change });

const parked = entry("1", {
  kind: "check-in",
  state: "parked",
  acceptedAt: "2026-11-21T16:40:00+07:00",
  attempts: 1,
  about: person.name,
  problem: closedElsewhere,
  actions: ["resend", "correct", "hand-over"],
});
const conflict = entry("7", {
  kind: "amendment",
  state: "parked",
  acceptedAt: "2026-11-22T08:05:00+07:00",
  attempts: 2,
  about: "Phạm Văn Đức",
  problem: {
    code: "version-conflict",
    message: said(
      "Đơn vị quản lý đã có bản mới hơn của lượt khám này. Chọn bản giữ lại.",
      "The board has a newer version of this visit. Choose which one stays.",
    ),
  },
  actions: ["choose", "hand-over"],
});
const onTheWay: readonly OutboxEntryView[] = [
  entry("2", {
    kind: "visit-step",
    state: "retry",
    acceptedAt: "2026-11-22T09:00:00+07:00",
    attempts: 3,
    nextAttemptAt: minutes(4),
    about: "Phạm Văn Đức",
    problem,
  }),
  entry("3", { kind: "audit", state: "waiting" }),
  entry("4", {
    kind: "check-in-undo",
    state: "paused",
    acceptedAt: "2026-11-22T09:21:00+07:00",
    attempts: 1,
  }),
  entry("5", { kind: "visit-step", state: "sending", acceptedAt: "2026-11-22T09:22:00+07:00", attempts: 1 }),
];

const receipts = [
  { id: "r-1", kind: "check-in", deliveredAt: "2026-11-22T09:12:00+07:00", reference: "Encounter/317" },
  { id: "r-2", kind: "visit-step", deliveredAt: "2026-11-22T08:55:00+07:00", reference: "Task/92" },
] as const;

const waiting: OutboxView = {
  waiting: 4,
  parked: 1,
  draining: false,
  oldestAcceptedAt: "2026-11-21T16:40:00+07:00",
  entries: [parked, ...onTheWay],
};

/** What an entry of each state says beside its state. */
const OF_STATE: Readonly<Record<OutboxEntryState, Partial<OutboxEntryView>>> = {
  waiting: {},
  sending: { attempts: 1 },
  retry: { attempts: 3, nextAttemptAt: minutes(4), problem },
  paused: { attempts: 1 },
  reconcile: { attempts: 2 },
  parked: { attempts: 1, problem: closedElsewhere, actions: ["resend", "correct", "choose", "hand-over"] },
  quarantined: { actions: ["hand-over"] },
};
const ofEveryState = Object.entries(OF_STATE).map(([state, said]) =>
  // `entries` forgets the names of what it was given.
  entry(`state-${state}`, {
    kind: "response",
    state: state as OutboxEntryState,
    about: person.name,
    ...said,
  }),
);

/** Every state of the queue by name; `undefined`: the service has not spoken. */
export const outboxes: Readonly<Record<string, OutboxView>> = {
  empty: {
    waiting: 0,
    parked: 0,
    draining: false,
    entries: [],
    lastDeliveredAt: "2026-11-22T09:12:00+07:00",
    receipts,
  },
  waiting,
  "every-state": {
    waiting: 5,
    parked: 2,
    draining: false,
    oldestAcceptedAt: "2026-11-22T09:20:00+07:00",
    entries: ofEveryState,
  },
  conflict: {
    waiting: 0,
    parked: 1,
    draining: false,
    oldestAcceptedAt: conflict.acceptedAt,
    entries: [conflict],
  },
  locked: {
    waiting: 1,
    parked: 1,
    draining: true,
    oldestAcceptedAt: "2026-11-22T09:20:00+07:00",
    entries: [
      entry("3", { kind: "check-in", state: "reconcile", attempts: 2 }),
      entry("8", {
        kind: "response",
        state: "parked",
        attempts: 1,
        problem: closedElsewhere,
        actions: ["resend"],
      }),
    ],
  },
  draining: {
    waiting: 380,
    parked: 0,
    draining: true,
    progress: { done: 120, total: 500 },
    oldestAcceptedAt: "2026-11-20T16:40:00+07:00",
    entries: [entry("5", { kind: "visit-step", state: "sending", attempts: 1, about: person.name })],
  },
  away: {
    ...waiting,
    parked: 0,
    entries: onTheWay,
    boardAway: { until: minutes(4), problem: boardDown },
  },
  due: {
    waiting: 3,
    parked: 0,
    draining: false,
    oldestAcceptedAt: "2026-11-21T08:40:00+07:00",
    entries: [-45, 95, 900].map((left, index) =>
      entry(`d-${index}`, { kind: "response", state: "retry", about: person.name, dueAt: minutes(left) }),
    ),
  },
  others: {
    waiting: 2,
    parked: 1,
    draining: false,
    oldestAcceptedAt: "2026-11-22T07:20:00+07:00",
    entries: [
      entry("9", { kind: "response", state: "paused", byAnother: true }),
      entry("10", { kind: "referral", state: "parked", byAnother: true, problem: closedElsewhere }),
      entry("11", { kind: "audit", state: "waiting" }),
    ],
  },
  quarantined: {
    waiting: 0,
    parked: 1,
    draining: false,
    oldestAcceptedAt: "2026-11-20T07:20:00+07:00",
    entries: [entry("12", { kind: "response", state: "quarantined", actions: ["hand-over"] })],
  },
  thousands: {
    waiting: 4_997,
    parked: 3,
    draining: false,
    oldestAcceptedAt: "2026-11-19T07:20:00+07:00",
    entries: [
      parked,
      ...Array.from({ length: 199 }, (_, index) =>
        entry(`m-${index}`, { kind: "visit-step", state: "waiting", about: person.name }),
      ),
    ],
  },
};

const fields: readonly OutboxFieldView[] = [
  { id: "person", label: said("Người bệnh", "Patient"), value: person.name, input: "none" },
  { id: "at", label: said("Thời điểm", "Time"), value: "2026-11-21T16:40:00+07:00", input: "moment" },
  {
    id: "room",
    label: said("Nơi đến", "Room"),
    value: "room-1",
    input: "choice",
    choices: [
      { value: "room-1", label: said("Phòng 1, nhà A", "Room 1, building A") },
      { value: "room-2", label: said("Phòng 2, nhà B", "Room 2, building B") },
    ],
  },
  { id: "remark", label: said("Ghi chú", "Remark"), value: "Cần xe lăn", input: "text" },
];

/** What an entry of a view holds when it is opened. */
export const detailsOfEntry = (view: OutboxView, id: string): Result<OutboxEntryDetails> => {
  const found = view.entries.find((one) => one.id === id);
  if (found === undefined)
    return {
      ok: false,
      problem: {
        code: "no-entry",
        message: said("Không còn mục này trong hàng chờ.", "This entry is gone."),
      },
    };
  if (!found.actions.includes("choose")) return { ok: true, value: { entry: found, fields } };
  const theirs = fields.map((field) =>
    field.id === "room"
      ? { ...field, value: "room-2" }
      : field.id === "remark"
        ? { ...field, value: "" }
        : field,
  );
  return { ok: true, value: { entry: found, fields, theirs } };
};
