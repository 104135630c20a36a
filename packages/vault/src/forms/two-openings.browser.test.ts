import type { FormsView, OpenedForm } from "@cadre-care/domain";
import { describe, expect, it } from "vitest";
import type { PageScope } from "../service/vault.ts";
import { Clinic, DOCTOR } from "../testing/clinic.ts";
import { person, statedAs } from "../testing/people.ts";
import { EXAM, publishForms, responseOf } from "../testing/sample-forms.ts";
import { codeOf, until, value } from "../testing/until.ts";

const patient = { ...person(3), tier: "nhom-1" };

const openIn = async (scope: PageScope): Promise<OpenedForm> => {
  const stated = { settled: true, generation: 1, facts: [] };
  const { subject } = value(await scope.statePatient(statedAs(patient), { emergency: false }, stated));
  return value(await scope.service.openForm(subject, EXAM));
};

const clinicAtWork = async () => {
  const clinic = new Clinic([patient]);
  clinic.user = DOCTOR;
  publishForms(clinic);
  const vault = await clinic.atWork();
  const tab = (name: string): PageScope => {
    const scope = vault.scope(name);
    scope.statePage("bv-tinh", "patient");
    return scope;
  };
  return { clinic, vault, one: tab("tab-1"), other: tab("tab-2") };
};

const said = async (scope: PageScope): Promise<string> => {
  const opened = await openIn(scope);
  return JSON.stringify(opened.response ?? {});
};

describe("one form, open in two tabs", () => {
  it("is not written over by the tab that does not have what the other one saved", async () => {
    const { one, other } = await clinicAtWork();
    const here = await openIn(one);
    const there = await openIn(other);
    expect(there.form).toBe(here.form);
    value(await one.service.saveDraft(here.form, responseOf(EXAM, "ở thẻ một"), here.opening));
    const late = responseOf(EXAM, "ở thẻ hai");
    const { form, opening } = there;
    expect(codeOf(await other.service.saveDraft(form, late, opening))).toBe("form-saved-elsewhere");
    expect(codeOf(await other.service.submitForm(form, late, opening))).toBe("form-saved-elsewhere");
    expect(await said(one)).toContain("ở thẻ một");
  });

  it("is told to every tab with who saved it, and goes on where it is opened again", async () => {
    const { one, other } = await clinicAtWork();
    const here = await openIn(one);
    const { savedAt } = value(await one.service.saveDraft(here.form, responseOf(EXAM, "một"), here.opening));
    const told = await until<FormsView>(
      (listener) => other.subscribe("forms", listener),
      ({ bound }) => bound[0]?.saved !== undefined,
    );
    expect(told.bound).toEqual([
      { form: here.form, page: "none", saved: { at: savedAt, opening: here.opening.id } },
    ]);
    const there = await openIn(other);
    expect(there.opening).toEqual({ id: expect.any(String), savedAt });
    expect(there.opening.id).not.toBe(here.opening.id);
    value(await other.service.saveDraft(there.form, responseOf(EXAM, "hai"), there.opening));
    // What was opened at the same state as the other is behind as soon as that one saved.
    const late = await one.service.saveDraft(here.form, responseOf(EXAM, "ba"), here.opening);
    expect(codeOf(late)).toBe("form-saved-elsewhere");
    expect(await said(other)).toContain("hai");
  });

  it("is saved again and again by one tab, whether or not it heard the answer", async () => {
    const { one } = await clinicAtWork();
    const { form, opening } = await openIn(one);
    for (const text of ["một", "hai", "ba"])
      await one.service.saveDraft(form, responseOf(EXAM, text), opening);
    expect(await said(one)).toContain("ba");
    value(await one.service.submitForm(form, responseOf(EXAM, "xong"), opening));
  });

  it("is not thrown away by the tab that does not have what the other one saved", async () => {
    const { one, other } = await clinicAtWork();
    const here = await openIn(one);
    const there = await openIn(other);
    value(await one.service.saveDraft(here.form, responseOf(EXAM, "ở thẻ một"), here.opening));
    expect(codeOf(await other.service.discardDraft(there.form, there.opening))).toBe("form-saved-elsewhere");
    expect(await said(one)).toContain("ở thẻ một");
    value(await one.service.discardDraft(here.form, here.opening));
  });

  it("answers the submission of the same answers with the same entry, from any tab, and refuses others", async () => {
    const { one, other } = await clinicAtWork();
    const here = await openIn(one);
    const there = await openIn(other);
    const first = value(await one.service.submitForm(here.form, responseOf(EXAM, "xong"), here.opening));
    const again = value(await other.service.submitForm(there.form, responseOf(EXAM, "xong"), there.opening));
    expect(again.entry).toBe(first.entry);
    const others = await other.service.submitForm(there.form, responseOf(EXAM, "x"), there.opening);
    expect(codeOf(others)).toBe("form-submitted");
  });
});
