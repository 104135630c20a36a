import type { Visit, VisitView } from "@cadre-care/domain";
import { describe, expect, it } from "vitest";
import type { BoardState } from "./board-state.ts";
import { Ledger } from "./ledger.ts";

const PERSON = "nguoi-1";
const at = (minute: number): string => `2026-11-26T08:${String(minute).padStart(2, "0")}:00+07:00`;

const visitView = (changes: Partial<Visit> = {}): VisitView => ({
  visit: {
    id: "v-1",
    personId: PERSON,
    site: "bv-tinh",
    day: "2026-11-26",
    status: "in-progress",
    process: "quy-trinh-a",
    checkedInAt: at(0),
    checkedInBy: "Lễ tân",
    steps: [
      { step: "dua-den", room: "mat", at: at(1), by: "Lễ tân" },
      { step: "da-kham", at: at(2), by: "Lễ tân" },
    ],
    ...changes,
  },
  steps: [],
  delivery: "saved",
  undoable: false,
});

type Counts = Readonly<Record<string, number>>;
const board = (changes: Partial<BoardState> = {}, counts: Counts = {}): BoardState => {
  const provenances: Counts = {
    "Encounter/e-1 CREATE": 1,
    "Task/t-1 CREATE": 1,
    "Task/t-2 CREATE": 1,
    ...counts,
  };
  return {
    encounters: [{ id: "e-1", entry: "v-1", status: "in-progress", personId: PERSON }],
    tasks: [
      { id: "t-1", encounter: "Encounter/e-1", step: "dua-den", room: "mat", at: at(1), storedAt: 10 },
      { id: "t-2", encounter: "Encounter/e-1", step: "da-kham", at: at(2), storedAt: 20 },
    ],
    forms: [],
    provenances: (target, activity) => provenances[`${target} ${activity}`] ?? 0,
    views: () => 1,
    ...changes,
  };
};

const day = (): Ledger => {
  const ledger = new Ledger();
  ledger.sawView(PERSON);
  ledger.sawVisit(visitView());
  return ledger;
};
const counts = (ledger: Ledger, state: BoardState) => {
  const { lost, doubled, disordered } = ledger.compare(state);
  return [lost.length, doubled.length, disordered.length];
};

describe("the ledger of the drill", () => {
  const good = board();
  const [encounter] = good.encounters;
  const [first, second] = good.tasks;
  if (!encounter || !first || !second) throw new Error("the sample is empty");

  it("finds nothing wrong with what arrived once", () => {
    expect(counts(day(), good)).toEqual([0, 0, 0]);
  });

  it.each<[string, BoardState]>([
    ["a check-in", board({ encounters: [] })],
    ["a step", board({ tasks: [first] })],
    ["a status", board({ encounters: [{ ...encounter, status: "arrived" }] })],
    ["who checked in", board({}, { "Encounter/e-1 CREATE": 0 })],
    ["who did a step", board({}, { "Task/t-2 CREATE": 0 })],
    ["a view", board({ views: () => 0 })],
  ])("sees that %s is lost", (_, state) => {
    expect(counts(day(), state)).toEqual([1, 0, 0]);
  });

  it.each<[string, BoardState]>([
    ["a check-in under the same key", board({ encounters: [encounter, { ...encounter, id: "e-2" }] })],
    [
      "a check-in under a new key",
      board({ encounters: [encounter, { ...encounter, id: "e-2", entry: "v-2" }] }),
    ],
    ["a step", board({ tasks: [first, second, { ...second }] }, {})],
    ["a step under another time", board({ tasks: [first, second, { ...second, id: "t-3", at: at(3) }] })],
    ["who checked in", board({}, { "Encounter/e-1 CREATE": 2 })],
    ["an undo that nobody asked for", board({}, { "Encounter/e-1 NULLIFY": 1 })],
    ["a view", board({ views: () => 2 })],
  ])("sees that %s is doubled", (_, state) => {
    expect(counts(day(), state)).toEqual([0, 1, 0]);
  });

  it("sees an undo that did not arrive", () => {
    const ledger = new Ledger();
    ledger.sawVisit(visitView({ status: "cancelled", steps: [] }));
    const state = board({ encounters: [{ ...encounter, status: "cancelled" }], tasks: [] });
    expect(counts(ledger, state)).toEqual([1, 0, 0]);
  });

  it("sees steps that arrived in another order", () => {
    const state = board({ tasks: [{ ...first, storedAt: 30 }, second] });
    expect(counts(day(), state)).toEqual([0, 0, 1]);
  });

  describe("of forms", () => {
    const filled = (kind: "chronic" | "referral" = "chronic"): Ledger => {
      const ledger = day();
      ledger.sawForm(PERSON, kind, "f-1");
      return ledger;
    };
    const form = { id: "r-1", entry: "f-1", personId: PERSON, values: ["8480-6", "8462-4"], referrals: 0 };
    const written = { "QuestionnaireResponse/r-1 CREATE": 1 };
    const holding = (...forms: BoardState["forms"]) => board({ forms }, written);

    it("finds nothing wrong with one that arrived once, with its values", () => {
      expect(counts(filled(), holding(form))).toEqual([0, 0, 0]);
      expect(counts(filled("referral"), holding({ ...form, values: [], referrals: 1 }))).toEqual([0, 0, 0]);
    });

    it.each<[string, Ledger, BoardState]>([
      ["a form", filled(), holding()],
      ["its values", filled(), holding({ ...form, values: [] })],
      ["who wrote it", filled(), board({ forms: [form] })],
      ["the request of a referral", filled("referral"), holding(form)],
    ])("sees that %s is lost", (_, ledger, state) => {
      expect(counts(ledger, state)).toEqual([1, 0, 0]);
    });

    it.each<[string, Ledger, BoardState]>([
      ["a value", filled(), holding({ ...form, values: ["8480-6", "8480-6"] })],
      ["a form that nobody submitted", day(), holding(form)],
      ["the request of a referral", filled("referral"), holding({ ...form, referrals: 2 })],
    ])("sees that %s is doubled", (_, ledger, state) => {
      expect(counts(ledger, state)).toEqual([0, 1, 0]);
    });

    it("gives one that was cut off by a kill the benefit of the doubt, until its list has told", () => {
      const ledger = day();
      ledger.doubtsForms(PERSON);
      expect(counts(ledger, holding(form))).toEqual([0, 0, 0]);
      ledger.settledForms(PERSON);
      expect(counts(ledger, holding(form))).toEqual([0, 1, 0]);
    });
  });

  it("gives the benefit of the doubt to what was cut off by a kill, and to nothing else", () => {
    const ledger = day();
    ledger.doubtsView(PERSON);
    const extra = board({ tasks: [first, second, { ...second, id: "t-3", at: at(3) }], views: () => 2 });
    expect(counts(ledger, extra)).toEqual([0, 1, 0]);
    ledger.doubtsVisits(PERSON);
    expect(counts(ledger, extra)).toEqual([0, 0, 0]);
    expect(counts(ledger, board({ views: () => 3 }))).toEqual([0, 1, 0]);
    expect(counts(ledger, board({ encounters: [] }))).toEqual([1, 0, 0]);
  });
});
