import type { MarksView, OutboxView, PageView, StatedIdentity, SubjectView } from "@cadre-care/domain";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { Clinic } from "../testing/clinic.ts";
import { person, statedAs } from "../testing/people.ts";
import { codeOf, until, untilSubject, value } from "../testing/until.ts";
import type { PageScope, StatedRow, Vault } from "./vault.ts";

const calm = { emergency: false };
const people = Array.from({ length: 20 }, (_, number) => ({ ...person(number), tier: "nhom-1" }));
const at = (number: number) => statedAs(person(number));
const bare = (number: number): StatedIdentity => {
  const { name, birthDate, sex } = person(number);
  return { identifiers: [], name, birthDate, sex };
};
const torn: StatedIdentity = {
  identifiers: [...person(1).identifiers.slice(0, 1), ...person(2).identifiers.slice(1, 2)],
};

const row = (key: string, identity: StatedIdentity, emergency = false): StatedRow => ({
  key,
  identity,
  urgency: { emergency },
  top: Number(key) * 20,
  height: 20,
});

let clinic: Clinic;
let vault: Vault;
let scopes = 0;
const open: PageScope[] = [];

const freshScope = (kind: "list" | "patient" = "patient"): PageScope => {
  scopes += 1;
  const scope = vault.scope(`tab-${scopes}`);
  open.push(scope);
  scope.statePage("bv-tinh", kind);
  return scope;
};

const state = (scope: PageScope, identity: StatedIdentity | null, generation: number, urgency = calm) =>
  scope.statePatient(identity, urgency, { settled: true, generation });

const seen = (scope: PageScope): SubjectView[] => {
  const views: SubjectView[] = [];
  scope.subscribe("subject", (view) => views.push(view));
  return views;
};

const present = (scope: PageScope): SubjectView => {
  const view = seen(scope).at(-1);
  if (!view) throw new Error("no view");
  return view;
};

const untilMarks = (scope: PageScope, list: string, holds: (marks: MarksView) => boolean) =>
  until<MarksView>((listener) => scope.subscribeMarks(list, listener), holds);
const untilPage = (scope: PageScope, holds: (page: PageView) => boolean) =>
  until<PageView>((listener) => scope.subscribe("page", listener), holds);

/** Holds back every opening of sealed data until it is released, as a busy machine would. */
const holdCrypto = () => {
  const decrypt = SubtleCrypto.prototype.decrypt;
  const waiting: (() => void)[] = [];
  SubtleCrypto.prototype.decrypt = async function (...call) {
    await new Promise<void>((resolve) => waiting.push(resolve));
    return decrypt.apply(this, call);
  };
  return {
    release: () => {
      for (const go of waiting.splice(0)) go();
    },
    restore: () => {
      SubtleCrypto.prototype.decrypt = decrypt;
      for (const go of waiting.splice(0)) go();
    },
    get waiting() {
      return waiting.length;
    },
  };
};

const turn = () => new Promise((resolve) => setTimeout(resolve, 0));

beforeAll(async () => {
  clinic = new Clinic(people);
  vault = await clinic.atWork();
}, 60_000);

afterEach(() => {
  for (const scope of open.splice(0)) scope.close();
});

describe("the page's patient", () => {
  it("is read, then managed, then read again, and never the one before", async () => {
    const scope = freshScope();
    const views = seen(scope);
    await state(scope, at(1), 1);
    await scope.statePatient(at(1), calm, { settled: false, generation: 2 });
    expect(present(scope).about.state).toBe("reading");
    expect(present(scope).subject).toBeUndefined();
    await state(scope, at(900), 2);
    expect(present(scope).about.state).toBe("not-managed");
    const managedUnder = views
      .filter(({ about }) => about.state === "managed")
      .map((view) => view.generation);
    expect(new Set(managedUnder)).toEqual(new Set([1]));
  });

  it("throws away an answer that comes after the patient changed", async () => {
    const scope = freshScope();
    const held = holdCrypto();
    try {
      const first = state(scope, at(1), 1);
      while (held.waiting === 0) await turn();
      const views = seen(scope);
      held.restore();
      const second = state(scope, at(900), 2);
      expect(codeOf(await first)).toBe("statement-overtaken");
      value(await second);
      expect(views.some(({ about }) => about.state === "managed")).toBe(false);
      expect(present(scope)).toMatchObject({ generation: 2, about: { state: "not-managed" } });
    } finally {
      held.restore();
    }
  });

  it("ignores a statement of an older generation", async () => {
    const scope = freshScope();
    await state(scope, at(1), 5);
    expect(codeOf(await state(scope, at(2), 4))).toBe("statement-overtaken");
    expect(present(scope).generation).toBe(5);
  });

  it("has another token for another patient, and the same when the first one returns", async () => {
    const scope = freshScope();
    const one = value(await state(scope, at(1), 1)).subject;
    const two = value(await state(scope, at(2), 2)).subject;
    expect(two).not.toBe(one);
    expect(codeOf(await scope.service.openDetails(one))).toBe("subject-changed");
    expect(codeOf(await scope.service.checkIn(one, true))).toBe("subject-changed");
    expect(value(await state(scope, at(1), 3)).subject).toBe(one);
    expect(value(await scope.service.openDetails(one)).person.personId).toBe("person-1");
  });

  it("does not accept the tokens of another page", async () => {
    const { subject } = value(await state(freshScope(), at(1), 1));
    expect(codeOf(await freshScope().service.openDetails(subject))).toBe("subject-changed");
    expect(codeOf(await freshScope().service.checkIn("made-up", true))).toBe("subject-changed");
  });

  it("gives details only after the view is on the disk, and none when it is not", async () => {
    const scope = freshScope();
    const { subject } = value(await state(scope, at(6), 1));
    const put = IDBObjectStore.prototype.add;
    const full = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
    IDBObjectStore.prototype.add = full;
    const putOriginal = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = full;
    try {
      expect(codeOf(await scope.service.openDetails(subject))).toBe("storage-full");
      expect(codeOf(await scope.service.checkIn(subject, true))).toBe("storage-full");
    } finally {
      IDBObjectStore.prototype.add = put;
      IDBObjectStore.prototype.put = putOriginal;
    }
    expect(value(await scope.service.openDetails(subject)).person.personId).toBe("person-6");
  });

  it("does not give details when the patient changes while the view is being recorded", async () => {
    const scope = freshScope();
    const { subject } = value(await state(scope, at(7), 1));
    const opening = scope.service.openDetails(subject);
    await state(scope, at(8), 2);
    expect(codeOf(await opening)).toBe("subject-changed");
  });

  it("wants a confirmed paper for a possible person and for one found by CMND", async () => {
    const scope = freshScope();
    const possible = value(await state(scope, bare(9), 1)).subject;
    expect(present(scope).about).toMatchObject({ state: "possible", candidates: 1 });
    expect(codeOf(await scope.service.checkIn(possible, false))).toBe("confirmation-needed");
    expect(value(await scope.service.openDetails(possible)).person.personId).toBe("person-9");
    expect(value(await scope.service.checkIn(possible, true)).visit.personId).toBe("person-9");
    const cmnd = { identifiers: person(10).identifiers.slice(2), birthDate: person(10).birthDate };
    const confirm = value(await state(scope, cmnd, 2)).subject;
    expect(present(scope).about).toMatchObject({ state: "managed", confirm: true });
    expect(codeOf(await scope.service.checkIn(confirm, false))).toBe("confirmation-needed");
  });

  it("says why on a conflict, and opens nobody", async () => {
    const scope = freshScope();
    const { subject } = value(await state(scope, torn, 1));
    expect(present(scope).about).toEqual({ state: "conflict", reason: "identifiers-of-different-people" });
    expect(codeOf(await scope.service.openDetails(subject))).toBe("identifiers-of-different-people");
    expect(codeOf(await scope.service.checkIn(subject, true))).toBe("identifiers-of-different-people");
  });

  it("says an emergency at once, also while reading and while nothing is known", async () => {
    const scope = freshScope();
    const urgent = { emergency: true };
    await scope.statePatient(at(1), urgent, { settled: false, generation: 1 });
    expect(present(scope)).toMatchObject({ emergency: true, about: { state: "reading" } });
    const { subject } = value(await state(scope, at(1), 1, urgent));
    expect(present(scope)).toMatchObject({ emergency: true, about: { state: "managed" } });
    const details = value(await scope.service.openDetails(subject));
    expect(details).toMatchObject({ emergency: true, person: { statutoryGroups: ["emergency", "age-75"] } });
  });

  it("warns of a CCCD whose digits contradict the birth year, and of a malformed number", async () => {
    const scope = freshScope();
    const identity: StatedIdentity = { ...at(900), birthDate: { year: 1901 } };
    await state(scope, identity, 1);
    expect(present(scope).warnings.map(({ code }) => code)).toContain("cccd-birth-year-mismatch");
    await state(scope, { identifiers: [{ kind: "cccd", value: "00309" }] }, 2);
    expect(present(scope).about).toEqual({ state: "not-enough", reason: "identifier-malformed" });
    expect(present(scope).warnings).not.toHaveLength(0);
  });

  it("gives an unknown date format as the reason why nothing can be said, where no number says more", async () => {
    const scope = freshScope();
    const problem = { code: "date-format-unknown", message: { vi: "Ngày lạ", en: "Strange date" } };
    const statement = { settled: true, problems: [problem] };
    const named: StatedIdentity = { identifiers: [], name: person(1).name, sex: person(1).sex };
    await scope.statePatient(named, calm, { ...statement, generation: 1 });
    expect(present(scope).about).toEqual({ state: "not-enough", reason: "date-format-unknown" });
    await scope.statePatient(named, calm, { settled: true, generation: 2 });
    expect(present(scope).about).toEqual({ state: "not-enough", reason: "no-identifier" });
    const { birthDate: _, ...numbered } = at(1);
    await scope.statePatient(numbered, calm, { ...statement, generation: 3 });
    expect(present(scope).about.state).toBe("managed");
    expect(present(scope).warnings).toContainEqual(problem);
  });

  it("flags nobody while the page contradicts itself, and the same patient again when it does not", async () => {
    const scope = freshScope();
    await scope.statePatient(at(1), calm, { settled: true, generation: 1, contradictory: false });
    const views = seen(scope);
    const contradicted = scope.statePatient(at(1), calm, {
      settled: true,
      generation: 1,
      contradictory: true,
    });
    expect(views.at(-1)?.about.state).toBe("reading");
    const { subject } = value(await contradicted);
    expect(present(scope).about).toEqual({ state: "conflict", reason: "page-contradicts-itself" });
    expect(codeOf(await scope.service.openDetails(subject))).toBe("page-contradicts-itself");
    await scope.statePatient(at(1), calm, { settled: true, generation: 1, contradictory: false });
    expect(present(scope).about.state).toBe("managed");
  });

  it("says that the profile does not fit, and nobody when there is nobody", async () => {
    const scope = freshScope();
    await state(scope, null, 1);
    expect(present(scope).about.state).toBe("no-patient");
    const problem = { code: "selector-missing", message: { vi: "Thiếu", en: "Missing" } };
    scope.statePage("bv-tinh", "unknown", problem);
    expect(present(scope).about).toEqual({ state: "profile-mismatch", problem });
  });

  it("says so of a patient page of which too little can be read, and of nobody when a list beside it is at fault", async () => {
    const message = { vi: "Thiếu cột", en: "A column is missing" };
    const misfit = { code: "header-missing", message, page: "p", place: "fields.name", off: true };
    const scope = freshScope();
    await state(scope, { identifiers: [] }, 1);
    scope.statePage("bv-tinh", "patient", undefined, [{ ...misfit, kind: "list" }]);
    expect(present(scope).about.state).toBe("not-enough");
    scope.statePage("bv-tinh", "patient", undefined, [{ ...misfit, kind: "patient" }]);
    expect(present(scope).about).toMatchObject({ state: "profile-mismatch", problem: { message } });
    const page = await untilPage(scope, ({ state }) => state === "profile-mismatch");
    expect(page).toMatchObject({
      problem: { code: "header-missing" },
      misfits: [{ code: "header-missing", message }],
    });
    scope.statePage("bv-tinh", "patient");
    expect(present(scope).about.state).toBe("not-enough");
  });

  it("tells of what is wrong without turning the page off, and why the policy turned it off", async () => {
    const scope = freshScope("list");
    const message = { vi: "Trống", en: "Empty" };
    scope.statePage("bv-tinh", "list", undefined, [
      { code: "field-empty", message, page: "l", kind: "list", place: "fields.sex", off: false },
    ]);
    const empty = await untilPage(scope, ({ misfits }) => misfits !== undefined);
    expect(empty).toMatchObject({ state: "read", misfits: [{ code: "field-empty", message }] });
    expect(empty.problem).toBeUndefined();
    const problem = { code: "profile-off", message: { vi: "Tắt", en: "Off" } };
    scope.statePage("bv-tinh", "off", problem);
    const off = await untilPage(scope, ({ state }) => state === "switched-off");
    expect(off).toMatchObject({ problem, site: { kind: "other" } });
  });
});

describe("the page's lists", () => {
  it("marks exactly the managed, with a mark for every row", async () => {
    const scope = freshScope("list");
    const rows = [row("0", at(3)), row("1", at(700)), row("2", bare(4)), row("3", torn), row("4", at(5))];
    scope.stateRows("reception", 4, rows);
    const marks = await untilMarks(scope, "reception", (view) => view.marks.length > 0);
    expect(marks.marks.map(({ kind }) => kind)).toEqual([
      "managed",
      "none",
      "possible",
      "conflict",
      "managed",
    ]);
    expect(marks.marks[4]).toEqual({ key: "4", kind: "managed", top: 80, height: 20 });
    expect(marks).toMatchObject({
      generation: 4,
      state: "marked",
      counts: { managed: 2, possible: 1, conflict: 1, rows: 5 },
    });
    const page = await untilPage(scope, (view) => view.state === "read" && view.people.length > 0);
    expect(page).toMatchObject({ site: { kind: "list" }, rowsRead: 5 });
    expect(page.people.map(({ kind }) => kind).sort()).toEqual([
      "conflict",
      "managed",
      "managed",
      "possible",
    ]);
    const possible = page.people.find(({ kind }) => kind === "possible");
    const details = value(await scope.service.openDetails(possible?.subject ?? ""));
    expect(details.person.personId).toBe("person-4");
  });

  it("lists emergencies first, whoever they are", async () => {
    const scope = freshScope("list");
    scope.stateRows("l", 1, [row("0", at(3)), row("1", at(5), true)]);
    const page = await untilPage(scope, (view) => view.people.length === 2);
    expect(page.people.map(({ name }) => name)).toEqual([person(5).name, person(3).name]);
  });

  it("takes marks of an older generation away before the new ones are known", async () => {
    const scope = freshScope("list");
    scope.stateRows("l", 1, [row("0", at(3))]);
    await untilMarks(scope, "l", (view) => view.counts.managed === 1);
    const held = holdCrypto();
    try {
      scope.stateRows("l", 2, [row("0", at(800))]);
      const now = await untilMarks(scope, "l", () => true);
      expect(now).toMatchObject({ generation: 2, marks: [] });
    } finally {
      held.restore();
    }
    await untilMarks(scope, "l", (view) => view.generation === 2 && view.marks.length === 1);
    scope.stateRows("l", 1, [row("0", at(3))]);
    const still = await untilMarks(scope, "l", () => true);
    expect(still).toMatchObject({ generation: 2, counts: { managed: 0 } });
  });

  it("says that the page has nothing to go by, instead of nobody managed", async () => {
    const scope = freshScope("list");
    scope.stateRows("l", 1, [row("0", { identifiers: [], name: "A" }), row("1", { identifiers: [] })]);
    const marks = await untilMarks(scope, "l", (view) => view.marks.length === 2);
    expect(marks.state).toBe("not-enough");
    const page = await untilPage(scope, (view) => view.rowsRead === 2);
    expect(page.rowsWithoutIdentifiers).toBe(2);
  });

  it("does not take the page's former patient for the same person in a list", async () => {
    const scope = freshScope();
    scope.stateRows("l", 1, [row("0", at(3))]);
    const page = await untilPage(scope, (view) => view.people.length === 1);
    const { subject } = value(await state(scope, at(3), 1));
    expect((await untilPage(scope, () => true)).people).toHaveLength(1);
    await state(scope, at(5), 2);
    expect(codeOf(await scope.service.openDetails(subject))).toBe("subject-changed");
    expect(codeOf(await scope.service.openDetails(page.people[0]?.subject ?? ""))).toBe("success");
  });

  it("keeps a chosen person open who scrolls away, until the page is another", async () => {
    const scope = freshScope("list");
    scope.stateRows("l", 1, [row("0", at(3))]);
    const page = await untilPage(scope, (view) => view.people.length === 1);
    scope.forgetRows("l");
    expect((await untilPage(scope, (view) => view.people.length === 0)).rowsRead).toBe(0);
    const chosen = page.people[0]?.subject ?? "";
    expect(codeOf(await scope.service.openDetails(chosen))).toBe("success");
    scope.statePage("bv-tinh", "patient");
    expect(codeOf(await scope.service.openDetails(chosen))).toBe("subject-changed");
  });

  it("audits marks once a page view, as a count and without a name", async () => {
    await vault.scope("send").service.sendNow();
    const before = clinic.board.all("AuditEvent").length;
    const scope = freshScope("list");
    scope.stateRows("l", 1, [row("0", at(3)), row("1", at(5)), row("2", at(700))]);
    await untilMarks(scope, "l", (view) => view.marks.length === 3);
    scope.stateRows("l", 1, [row("0", at(3)), row("1", at(6))]);
    await untilMarks(scope, "l", (view) => view.marks.length === 2);
    scope.close();
    await until<OutboxView>(
      (listener) => vault.scope("send").subscribe("outbox", listener),
      (view) => !view.draining && view.waiting === 0 && clinic.board.all("AuditEvent").length > before,
    );
    const events = clinic.board.all("AuditEvent").slice(before);
    expect(events).toHaveLength(1);
    expect(JSON.stringify(events)).toContain('"valueString":"3"');
    expect(JSON.stringify(events)).not.toContain("Patient/");
  });
});

describe("a page while locked", () => {
  it("is not called being read, when the lock came in the middle of a look-up", async () => {
    const scope = freshScope("list");
    const held = holdCrypto();
    try {
      scope.stateRows("l", 1, [row("1", at(1))]);
      while (held.waiting === 0) await turn();
      expect(await untilPage(scope, () => true)).toMatchObject({ state: "reading" });
      const locked = scope.service.lock();
      held.restore();
      value(await locked);
      await turn();
      expect(await untilPage(scope, () => true)).toMatchObject({ state: "read", rowsRead: 0 });
    } finally {
      held.restore();
      value(await scope.service.unlock("246810"));
    }
    expect(await untilPage(scope, (view) => view.rowsRead === 1)).toMatchObject({ state: "read" });
  });

  it("says so, has no people and opens nobody", async () => {
    const scope = freshScope();
    const { subject } = value(await state(scope, at(1), 1));
    scope.stateRows("l", 1, [row("0", at(3))]);
    await untilMarks(scope, "l", (view) => view.counts.managed === 1);
    value(await scope.service.lock());
    expect(present(scope)).toMatchObject({ about: { state: "locked" } });
    expect(present(scope).subject).toBeUndefined();
    const marks = await untilMarks(scope, "l", (view) => view.state === "locked");
    expect(marks.marks).toEqual([]);
    expect((await untilPage(scope, () => true)).people).toEqual([]);
    expect(codeOf(await scope.service.openDetails(subject))).toBe("session-locked");
    expect(codeOf(await state(scope, at(2), 2))).toBe("session-locked");
    value(await scope.service.unlock("246810"));
    await untilSubject(scope, ({ about }) => about.state === "managed");
    await untilMarks(scope, "l", (view) => view.counts.managed === 1);
  });
});
