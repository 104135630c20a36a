import type { SessionView } from "@cadre-care/domain";
import { describe, expect, it } from "vitest";
import { managed, pageView, subjectView } from "../testing/sample-views.ts";
import { formLock } from "./form-lock.ts";

const open: SessionView = { state: "open", minimumSecretLength: 8, language: "vi" };
const here = { session: open, subject: undefined, page: undefined };
const other = { ...subjectView(managed()), subject: "s-2" };

describe("a form bound to s-1", () => {
  it("is open for its own patient, and where there is no page", () => {
    expect(formLock("s-1", { ...here, subject: { ...other, subject: "s-1" } }, undefined)).toBeUndefined();
    expect(formLock("s-1", here, undefined)).toBeUndefined();
  });

  it("locks for another patient, with the name that the page's list has", () => {
    const people = [{ subject: "s-2", kind: "managed" as const, name: "Lê Văn Sáng" }];
    expect(formLock("s-1", { ...here, subject: other, page: { ...pageView, people } }, undefined)).toEqual({
      reason: "patient-changed",
      nobody: false,
      name: "Lê Văn Sáng",
    });
    expect(
      formLock("s-1", { ...here, subject: other, page: { ...pageView, people: [] } }, undefined),
    ).toEqual({
      reason: "patient-changed",
      nobody: false,
    });
  });

  it("locks for somebody who is not managed, and for nobody", () => {
    const stranger = { ...subjectView({ state: "not-managed" }), subject: "s-9" };
    expect(formLock("s-1", { ...here, subject: stranger }, undefined)?.reason).toBe("patient-changed");
    const { subject: _gone, ...nobody } = subjectView({ state: "no-patient" });
    expect(formLock("s-1", { ...here, subject: nobody }, undefined)).toMatchObject({ nobody: true });
  });

  it("decides nothing while the page is being read", () => {
    const { subject: _gone, ...reading } = subjectView({ state: "reading" });
    expect(formLock("s-1", { ...here, subject: reading }, undefined)).toBeUndefined();
    const before = { reason: "patient-changed", nobody: false } as const;
    expect(formLock("s-1", { ...here, subject: reading }, before)).toEqual(before);
  });

  it("locks with the session, whoever the page shows", () => {
    const session: SessionView = { ...open, state: "locked" };
    expect(formLock("s-1", { ...here, session, subject: other }, undefined)).toEqual({
      reason: "session-locked",
    });
  });
});
