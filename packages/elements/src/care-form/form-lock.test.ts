import type { BoundForm, DraftOpening, FormsView, SessionView } from "@cadre-care/domain";
import { describe, expect, it } from "vitest";
import { formLock } from "./form-lock.ts";

const open: SessionView = { state: "open", minimumSecretLength: 8, language: "vi" };
const forms = (page: BoundForm["page"], more: Partial<FormsView> = {}): FormsView => ({
  drafts: [],
  bound: [
    { form: "f-0", page: "another", saved: { at: "2026-11-22T03:00:00.000Z", opening: "o-0" } },
    { form: "f-1", page },
  ],
  ...more,
});
const opened = { form: "f-1", opening: { id: "o-1" } };

describe("form f-1", () => {
  it("is open for its own patient, for a page that shows nobody, and before the service has spoken", () => {
    expect(formLock(opened, open, forms("same"))).toBeUndefined();
    expect(formLock(opened, open, forms("none"))).toBeUndefined();
    expect(formLock(opened, open, { drafts: [], bound: [] })).toBeUndefined();
    expect(formLock(opened, undefined, undefined)).toBeUndefined();
  });

  it("locks for another patient, with the name where there is one", () => {
    expect(formLock(opened, open, forms("another"))).toEqual({ reason: "patient-changed" });
    const patient = { name: "Lê Văn Sáng", birthDate: "1950" };
    expect(formLock(opened, open, forms("another", { patient }))).toEqual({
      reason: "patient-changed",
      patient,
    });
  });

  it("locks with the session, whoever the page shows", () => {
    const session: SessionView = { ...open, state: "locked" };
    expect(formLock(opened, session, forms("another"))).toEqual({ reason: "session-locked" });
    expect(formLock(opened, session, { drafts: [], bound: [] })).toEqual({ reason: "session-locked" });
  });
});

describe("form f-1, open in two windows", () => {
  const at = "2026-11-22T02:20:00.000Z";
  const saved = (last: BoundForm["saved"], page: BoundForm["page"] = "same"): FormsView => ({
    drafts: [],
    bound: [{ form: "f-1", page, ...(last === undefined ? {} : { saved: last }) }],
  });
  const from = (savedAt: string | undefined): { form: string; opening: DraftOpening } => ({
    form: "f-1",
    opening: savedAt === undefined ? { id: "o-1" } : { id: "o-1", savedAt },
  });

  it("locks once the other window saved after this one was opened", () => {
    const lock = { reason: "saved-elsewhere", savedAt: at };
    expect(formLock(from(undefined), open, saved({ at, opening: "o-2" }))).toEqual(lock);
    expect(formLock(from("2026-11-22T09:19:59+07:00"), open, saved({ at, opening: "o-2" }))).toEqual(lock);
    expect(formLock(from(undefined), open, saved({ at }))).toEqual(lock);
  });

  it("goes on with what it saved itself, and with what it was opened from", () => {
    expect(formLock(from(undefined), open, saved({ at, opening: "o-1" }))).toBeUndefined();
    expect(formLock(from("2026-11-22T09:20:00+07:00"), open, saved({ at, opening: "o-2" }))).toBeUndefined();
    expect(formLock(from("2026-11-22T09:21:00+07:00"), open, saved({ at, opening: "o-2" }))).toBeUndefined();
  });

  it("says first that the patient is another", () => {
    expect(formLock(from(undefined), open, saved({ at, opening: "o-2" }, "another"))).toEqual({
      reason: "patient-changed",
    });
  });
});
