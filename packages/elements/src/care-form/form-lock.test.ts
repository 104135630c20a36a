import type { BoundForm, FormsView, SessionView } from "@cadre-care/domain";
import { describe, expect, it } from "vitest";
import { formLock } from "./form-lock.ts";

const open: SessionView = { state: "open", minimumSecretLength: 8, language: "vi" };
const forms = (page: BoundForm["page"], more: Partial<FormsView> = {}): FormsView => ({
  drafts: [],
  bound: [
    { form: "f-0", page: "another" },
    { form: "f-1", page },
  ],
  ...more,
});

describe("form f-1", () => {
  it("is open for its own patient, for a page that shows nobody, and before the service has spoken", () => {
    expect(formLock("f-1", open, forms("same"))).toBeUndefined();
    expect(formLock("f-1", open, forms("none"))).toBeUndefined();
    expect(formLock("f-1", open, { drafts: [], bound: [] })).toBeUndefined();
    expect(formLock("f-1", undefined, undefined)).toBeUndefined();
  });

  it("locks for another patient, with the name where there is one", () => {
    expect(formLock("f-1", open, forms("another"))).toEqual({ reason: "patient-changed" });
    const patient = { name: "Lê Văn Sáng", birthDate: "1950" };
    expect(formLock("f-1", open, forms("another", { patient }))).toEqual({
      reason: "patient-changed",
      patient,
    });
  });

  it("locks with the session, whoever the page shows", () => {
    const session: SessionView = { ...open, state: "locked" };
    expect(formLock("f-1", session, forms("another"))).toEqual({ reason: "session-locked" });
    expect(formLock("f-1", session, { drafts: [], bound: [] })).toEqual({ reason: "session-locked" });
  });
});
