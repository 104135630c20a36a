import { type FormsView, type SessionView, type StatedIdentity, success } from "@cadre-care/domain";
import { describe, expect, it, vi } from "vitest";
import { openDatabase } from "../storage/database.ts";
import { Clinic, DOCTOR, RECEPTIONIST } from "../testing/clinic.ts";
import { person, statedAs } from "../testing/people.ts";
import { EARLIER_EXAM, EXAM, publishForms, REFERRAL, responseOf } from "../testing/sample-forms.ts";
import { codeOf, until, value } from "../testing/until.ts";
import { Visits } from "../visits/visits.ts";
import type { PageScope, Vault } from "./vault.ts";

const people = Array.from({ length: 6 }, (_, number) => ({ ...person(number), tier: "nhom-1" }));
const calm = { emergency: false };
let generation = 0;

const onPage = async (
  scope: PageScope,
  number: number,
  facts: readonly { item: "person-address"; text: string }[] = [],
) => {
  generation += 1;
  const stated = await scope.statePatient(statedAs(person(number)), calm, {
    settled: true,
    generation,
    facts,
  });
  return value(stated).subject;
};

const ward = async (change: (clinic: Clinic) => void = () => undefined) => {
  const clinic = new Clinic(people);
  clinic.user = DOCTOR;
  publishForms(clinic);
  change(clinic);
  const vault = await clinic.atWork();
  const scope = vault.scope("tab-1");
  scope.statePage("bv-tinh", "patient");
  return { clinic, vault, scope };
};

/** The browser was killed: nothing but the disk is left. */
const killed = async (clinic: Clinic, vault: Vault) => {
  await vault.close();
  clinic.openKeys.clear();
  const again = await clinic.open();
  value(await again.session.unlock("246810"));
  const scope = again.scope("tab-1");
  scope.statePage("bv-tinh", "patient");
  return { vault: again, scope };
};

const formsOf = (scope: PageScope, holds: (view: FormsView) => boolean) =>
  until<FormsView>((listener) => scope.subscribe("forms", listener), holds);

describe("which forms there are", () => {
  it("says them in the version of the event's day, for reference until the unit confirms", async () => {
    const { scope } = await ward();
    const offers = value(await scope.service.listForms(await onPage(scope, 3)));
    expect(offers.map(({ questionnaire, kind, sample }) => [questionnaire, kind, sample])).toEqual([
      [EXAM, "exam", true],
      [REFERRAL, "referral", true],
    ]);
  });

  it("takes the version of the encounter's start, not of today", async () => {
    const { clinic, scope } = await ward((one) => {
      one.now = Date.parse("2026-06-30T16:57:00Z");
    });
    const subject = await onPage(scope, 3);
    const offers = value(await scope.service.listForms(subject));
    expect(offers[0]?.questionnaire).toBe(EARLIER_EXAM);
    const opened = value(await scope.service.openForm(subject, EARLIER_EXAM));
    value(await scope.service.saveDraft(opened.form, responseOf(EARLIER_EXAM, "đang khám"), opened.opening));
    clinic.now = Date.parse("2026-06-30T17:03:00Z");
    const later = value(await scope.service.listForms(subject));
    expect(later[0]).toMatchObject({ questionnaire: EARLIER_EXAM, draft: { form: opened.form } });
    const again = value(await scope.service.openForm(subject, EARLIER_EXAM));
    expect(again).toMatchObject({ form: opened.form, eventDate: "2026-06-30T23:57:00.000+07:00" });
  });

  it("offers the draft of a form that is no longer in force, and no new one of it", async () => {
    const { clinic, vault, scope } = await ward((one) => publishForms(one, 600, "2026-11-22"));
    const subject = await onPage(scope, 3);
    const { form, opening } = value(await scope.service.openForm(subject, REFERRAL));
    value(await scope.service.saveDraft(form, responseOf(REFERRAL, "đang viết"), opening));
    clinic.now += 86_400_000;
    const after = await killed(clinic, vault);
    const { service } = after.scope;
    const again = await onPage(after.scope, 3);
    const offers = async () => value(await service.listForms(again));
    expect((await offers()).map(({ questionnaire, draft }) => [questionnaire, draft?.form])).toEqual([
      [EXAM, undefined],
      [REFERRAL, form],
    ]);
    expect(value(await service.openForm(again, REFERRAL)).form).toBe(form);
    value(await service.discardDraft(form));
    expect((await offers()).map(({ questionnaire }) => questionnaire)).toEqual([EXAM]);
    expect(codeOf(await service.openForm(again, REFERRAL))).toBe("form-version-missing");
  });

  it("offers a receptionist none of a doctor's, nor opens them", async () => {
    const { scope } = await ward((clinic) => {
      clinic.user = RECEPTIONIST;
    });
    const subject = await onPage(scope, 3);
    expect(value(await scope.service.listForms(subject))).toEqual([]);
    expect(codeOf(await scope.service.openForm(subject, EXAM))).toBe("form-role");
  });

  it.each([
    ["whom the list does not have", { ...person(40), tier: "nhom-1" }, "nobody-to-open"],
    ["of the secret tier", { ...person(41), tier: "mat" }, "nobody-to-open"],
  ])("has none for a person %s", async (_who, stranger, code) => {
    const { scope } = await ward((clinic) => {
      if (stranger.tier === "mat") clinic.add(stranger);
    });
    generation += 1;
    const stated = await scope.statePatient(statedAs(stranger), calm, { settled: true, generation });
    const { subject } = value(stated);
    expect(codeOf(await scope.service.listForms(subject))).toBe(code);
    expect(codeOf(await scope.service.openForm(subject, EXAM))).toBe(code);
  });

  it("are listed without a sign of activity: a panel left open keeps no session open", async () => {
    const { clinic, scope } = await ward();
    const subject = await onPage(scope, 3);
    value(await scope.service.openForm(subject, EXAM));
    const step = 60_000;
    const begun = clinic.now;
    while ((await scope.service.listForms(subject)).ok && clinic.now - begun < 3 * 3_600_000)
      clinic.now += step;
    expect(codeOf(await scope.service.listForms(subject))).toBe("session-locked");
    expect(clinic.now - begun).toBeGreaterThan(step);
  });

  it("keeps no session open by a save that fails and is tried again and again", async () => {
    const { clinic, scope } = await ward();
    const { form, opening } = value(await scope.service.openForm(await onPage(scope, 3), EXAM));
    await onPage(scope, 4);
    const begun = clinic.now;
    const again = async () => codeOf(await scope.service.saveDraft(form, responseOf(EXAM, "gõ dở"), opening));
    while ((await again()) === "form-of-another-patient" && clinic.now - begun < 3 * 3_600_000)
      clinic.now += 60_000;
    expect(await again()).toBe("session-locked");
    expect(clinic.now - begun).toBeGreaterThan(60_000);
  });

  it("says that none have arrived", async () => {
    const clinic = new Clinic(people);
    clinic.user = DOCTOR;
    const scope = (await clinic.atWork()).scope("tab-1");
    expect(codeOf(await scope.service.listForms(await onPage(scope, 3)))).toBe("forms-missing");
  });
});

describe("a form", () => {
  it("opens audited, with what list and page know as proposals", async () => {
    const { clinic, scope } = await ward();
    const subject = await onPage(scope, 3, [{ item: "person-address", text: "Số 4, phố Mẫu" }]);
    const opened = value(await scope.service.openForm(subject, EXAM));
    expect(opened).toMatchObject({
      subject,
      kind: "exam",
      person: { name: person(3).name, sex: "female" },
      previousSource: "board",
      searched: [expect.stringContaining("icd-10")],
    });
    expect(opened.response).toBeUndefined();
    expect(opened.prefilled.map(({ linkId, source }) => [linkId, source])).toEqual([
      ["name", "roster"],
      ["born", "roster"],
      ["sex", "roster"],
      ["address", "page"],
    ]);
    expect(opened.prefilled[2]?.value).toMatchObject({ valueCoding: { code: "female" } });
    value(await scope.service.sendNow());
    expect(clinic.board.all("AuditEvent")).toHaveLength(1);
    expect(clinic.board.all("QuestionnaireResponse")).toHaveLength(0);
  });

  it("is not given when the session was locked while it was read", async () => {
    const { vault, scope } = await ward();
    const subject = await onPage(scope, 3);
    const recordView = vi.spyOn(Visits.prototype, "recordView").mockImplementation(async () => {
      await vault.session.lock();
      return success(null);
    });
    const late = await scope.service.openForm(subject, EXAM);
    recordView.mockRestore();
    expect(codeOf(late)).toBe("session-locked");
  });

  it("is given nothing that the page said of the next patient, though the first one is back by then", async () => {
    const { scope } = await ward();
    const byCmnd = (number: number) => {
      const { birthDate, identifiers } = person(number);
      return { birthDate, identifiers: identifiers.filter(({ kind }) => kind === "cmnd") };
    };
    const state = (identity: StatedIdentity, text: string) => {
      generation += 1;
      const facts = [{ item: "person-address" as const, text }];
      return scope.statePatient(identity, calm, { settled: true, generation, facts });
    };
    const { subject } = value(await state(byCmnd(3), "của người ba"));
    value(await scope.service.checkIn(subject, true));
    const again = value(await state(byCmnd(3), "của người ba")).subject;
    value(await scope.service.sendNow());
    // The next patient comes while it is asked whether this one was checked in, and goes while the form is begun.
    const shown = [() => state(statedAs(person(4)), "của người bốn"), () => state(byCmnd(3), "của người ba")];
    const { current } = Visits.prototype;
    const visits = vi.spyOn(Visits.prototype, "current").mockImplementation(async function (
      this: Visits,
      desk,
      personId,
    ) {
      if (personId === "person-3") await shown.shift()?.();
      return current.call(this, desk, personId);
    });
    const opened = value(await scope.service.openForm(again, EXAM));
    visits.mockRestore();
    expect(shown).toEqual([]);
    expect(opened.prefilled).toContainEqual({
      linkId: "address",
      value: { valueString: "của người ba" },
      source: "page",
    });
  });

  it("is there after the browser was killed, as it was at the last pause, on another tab too", async () => {
    const { clinic, vault, scope } = await ward();
    const opened = value(await scope.service.openForm(await onPage(scope, 3), EXAM));
    value(await scope.service.saveDraft(opened.form, responseOf(EXAM, "lần một"), opened.opening));
    const saved = value(
      await scope.service.saveDraft(opened.form, responseOf(EXAM, "lần hai"), opened.opening),
    );
    const after = await killed(clinic, vault);
    const other = after.vault.scope("tab-9");
    const subject = await onPage(other, 3);
    const again = value(await other.service.openForm(subject, EXAM));
    expect(again).toMatchObject({ form: opened.form, opening: { savedAt: saved.savedAt } });
    expect(JSON.stringify(again.response)).toContain("lần hai");
    const view = await formsOf(other, ({ drafts }) => drafts.length > 0);
    expect(view.drafts).toMatchObject([{ form: opened.form, subject, person: { name: person(3).name } }]);
  });

  it("is locked while the page shows another patient, and written into nobody else", async () => {
    const { clinic, scope } = await ward();
    const opened = value(await scope.service.openForm(await onPage(scope, 3), EXAM));
    value(await scope.service.saveDraft(opened.form, responseOf(EXAM, "của người ba"), opened.opening));
    const other = await onPage(scope, 4);
    const view = await formsOf(scope, ({ bound }) => bound[0]?.page === "another");
    expect(view).toMatchObject({ bound: [{ form: opened.form }], patient: { name: person(4).name } });
    expect(view.drafts[0]).not.toHaveProperty("subject");
    const late = responseOf(EXAM, "gõ nhầm");
    expect(codeOf(await scope.service.saveDraft(opened.form, late, opened.opening))).toBe(
      "form-of-another-patient",
    );
    expect(codeOf(await scope.service.submitForm(opened.form, late, opened.opening))).toBe(
      "form-of-another-patient",
    );
    const theirs = value(await scope.service.openForm(other, EXAM));
    expect(theirs.form).not.toBe(opened.form);
    expect(theirs.response).toBeUndefined();
    const back = await onPage(scope, 3);
    expect(
      (await formsOf(scope, ({ bound }) => bound.some(({ page }) => page === "same"))).bound,
    ).toContainEqual(expect.objectContaining({ form: opened.form, page: "same" }));
    expect(JSON.stringify(value(await scope.service.openForm(back, EXAM)).response)).toContain(
      "của người ba",
    );
    expect(clinic.board.all("QuestionnaireResponse")).toHaveLength(0);
  });

  it("is not locked when more is read of the same patient", async () => {
    const { scope } = await ward();
    const opened = value(await scope.service.openForm(await onPage(scope, 3), EXAM));
    generation += 1;
    const { name: _, ...less } = statedAs(person(3));
    value(await scope.statePatient(less, calm, { settled: true, generation }));
    value(await scope.service.saveDraft(opened.form, responseOf(EXAM, "vẫn là người ba"), opened.opening));
  });

  it("is written into nobody else by a tab that never heard of it either", async () => {
    const { clinic, scope } = await ward();
    await onPage(scope, 4);
    const other = await clinic.open();
    value(await other.session.unlock("246810"));
    const elsewhere = other.scope("tab-2");
    elsewhere.statePage("bv-tinh", "patient");
    const { form, opening } = value(await elsewhere.service.openForm(await onPage(elsewhere, 3), EXAM));
    const late = responseOf(EXAM, "gõ nhầm");
    expect(codeOf(await scope.service.saveDraft(form, late, opening))).toBe("form-of-another-patient");
    expect(codeOf(await scope.service.submitForm(form, late, opening))).toBe("form-of-another-patient");
    await other.close();
  });

  it("that nobody typed into is gone after some days; a draft is not, and goes before one", async () => {
    const { clinic, vault, scope } = await ward();
    const day = 86_400_000;
    const { form, opening } = value(await scope.service.openForm(await onPage(scope, 3), EXAM));
    value(await scope.service.openForm(await onPage(scope, 4), EXAM));
    clinic.now += day;
    const next = await killed(clinic, vault);
    const today = value(await next.scope.service.openForm(await onPage(next.scope, 3), EXAM));
    expect(today.form).not.toBe(form);
    value(await next.scope.service.saveDraft(form, responseOf(EXAM, "của hôm qua"), opening));
    expect(value(await next.scope.service.openForm(await onPage(next.scope, 3), EXAM)).form).toBe(form);
    clinic.now += 30 * day;
    const later = await killed(clinic, next.vault);
    const view = await formsOf(later.scope, ({ bound }) => bound.length === 1);
    expect(view.drafts).toMatchObject([{ form }]);
  });

  it("takes nothing that belongs to another form", async () => {
    const { scope } = await ward();
    const opened = value(await scope.service.openForm(await onPage(scope, 3), EXAM));
    const { service } = scope;
    expect(codeOf(await service.saveDraft(opened.form, responseOf(REFERRAL, "x"), opened.opening))).toBe(
      "form-invalid",
    );
    expect(codeOf(await service.saveDraft(opened.form, { resourceType: "Patient" }, opened.opening))).toBe(
      "form-invalid",
    );
    expect(codeOf(await service.saveDraft("none", responseOf(EXAM, "x"), { id: "none" }))).toBe(
      "form-unknown",
    );
    // The board counts bytes: "ế" is three of them.
    for (const large of ["x".repeat(3_000_000), "ế".repeat(1_000_000)])
      expect(codeOf(await service.saveDraft(opened.form, responseOf(EXAM, large), opened.opening))).toBe(
        "form-too-large",
      );
    value(await service.saveDraft(opened.form, responseOf(EXAM, "x".repeat(2_900_000)), opened.opening));
  });

  it("is discarded for good, and then a new one is opened", async () => {
    const { scope } = await ward();
    const subject = await onPage(scope, 3);
    const opened = value(await scope.service.openForm(subject, EXAM));
    value(await scope.service.saveDraft(opened.form, responseOf(EXAM, "bỏ"), opened.opening));
    value(await scope.service.discardDraft(opened.form));
    const again = value(await scope.service.openForm(subject, EXAM));
    expect(again.form).not.toBe(opened.form);
    expect(again.response).toBeUndefined();
  });

  it.each([
    ["response", true],
    ["binding", false],
  ] as const)(
    "whose %s does not open any more says so, stays as it is, and bars no new one",
    async (part, said) => {
      const { clinic, vault, scope } = await ward();
      const subject = await onPage(scope, 3);
      const { form, opening } = value(await scope.service.openForm(subject, EXAM));
      value(await scope.service.saveDraft(form, responseOf(EXAM, "hỏng"), opening));
      const database = await openDatabase(clinic.databaseName);
      const row = () => database.read(["forms"], (transaction) => transaction.objectStore("forms").get(form));
      const bytes = new Uint8Array(64);
      await database.write(["forms"], async (transaction) => {
        const forms = transaction.objectStore("forms");
        const before = await forms.get(form);
        if (before) await forms.put({ ...before, [part]: bytes });
      });
      if (said) expect(codeOf(await scope.service.openForm(subject, EXAM))).toBe("form-damaged");
      const again = value(await scope.service.openForm(subject, EXAM));
      expect(again.form).not.toBe(form);
      value(await scope.service.saveDraft(again.form, responseOf(EXAM, "mới"), again.opening));
      const shown = await formsOf(scope, ({ damaged }) => damaged !== undefined);
      expect(shown.damaged).toMatchObject([{ form, ...(said ? { person: { name: person(3).name } } : {}) }]);
      expect(shown.drafts).toMatchObject([{ form: again.form }]);
      const after = await killed(clinic, vault);
      await formsOf(after.scope, ({ damaged }) => damaged?.[0]?.form === form);
      expect((await row())?.[part]).toEqual(bytes);
      expect(codeOf(await after.scope.service.saveDraft(form, responseOf(EXAM, "x"), opening))).toBe(
        "form-damaged",
      );
      value(await after.scope.service.discardDraft(form));
      await formsOf(after.scope, ({ damaged }) => damaged === undefined);
      expect(await row()).toBeUndefined();
      database.close();
    },
  );

  it("of one user is neither read nor lost by another", async () => {
    const { clinic, vault, scope } = await ward();
    const { form, opening } = value(await scope.service.openForm(await onPage(scope, 3), EXAM));
    value(await scope.service.saveDraft(form, responseOf(EXAM, "của bác sĩ Khám"), opening));
    clinic.user = { subject: "u-3", name: "Phạm Thị Hai", role: "doctor" };
    value(await vault.session.signIn());
    value(await vault.session.createSecret("135791"));
    expect((await formsOf(scope, ({ bound }) => bound.length === 0)).drafts).toEqual([]);
    const subject = await onPage(scope, 3);
    const response = responseOf(EXAM, "của người khác");
    expect(codeOf(await scope.service.saveDraft(form, response, opening))).toBe("form-unknown");
    expect(codeOf(await scope.service.submitForm(form, response, opening))).toBe("form-unknown");
    expect(codeOf(await scope.service.discardDraft(form))).toBe("form-unknown");
    expect(value(await scope.service.openForm(subject, EXAM)).form).not.toBe(form);
    clinic.user = DOCTOR;
    value(await vault.session.signIn());
    value(await vault.session.unlock("246810"));
    const mine = await formsOf(scope, ({ drafts }) => drafts.length === 1);
    expect(mine.drafts[0]?.form).toBe(form);
  });
});

describe("submitting", () => {
  it("is one entry, however often it is asked, and the board has it once", async () => {
    const { clinic, scope } = await ward();
    clinic.board.down = true;
    const subject = await onPage(scope, 3);
    const { form, opening } = value(await scope.service.openForm(subject, EXAM));
    const response = responseOf(EXAM, "xong");
    const answers = await Promise.all([
      scope.service.submitForm(form, response, opening),
      scope.service.submitForm(form, response, opening),
    ]);
    const [first, second] = answers.map(value);
    expect(second?.entry).toBe(first?.entry);
    // Durable and not there yet: an attempt of which nothing comes may be under way.
    expect(first?.delivery).toMatch(/^(saved|sending)$/);
    expect(clinic.board.all("QuestionnaireResponse")).toEqual([]);
    expect(codeOf(await scope.service.saveDraft(form, response, opening))).toBe("form-submitted");
    expect(codeOf(await scope.service.discardDraft(form))).toBe("form-submitted");
    expect((await formsOf(scope, ({ bound }) => bound.length === 0)).drafts).toEqual([]);
    clinic.board.down = false;
    value(await scope.service.sendNow());
    value(await scope.service.sendNow());
    const [sent, ...more] = clinic.board.all("QuestionnaireResponse");
    expect(more).toEqual([]);
    expect(sent).toMatchObject({
      status: "completed",
      questionnaire: EXAM,
      subject: { reference: "Patient/person-3" },
      author: { reference: `Practitioner/${DOCTOR.subject}` },
    });
    expect(clinic.board.all("Observation")).toMatchObject([
      {
        status: "final",
        code: { coding: [{ code: "8867-4" }] },
        valueQuantity: { value: 72, code: "/min" },
        derivedFrom: [{ reference: `QuestionnaireResponse/${sent?.id}` }],
      },
    ]);
    const offers = value(await scope.service.listForms(subject));
    expect(offers[0]).toMatchObject({ submitted: { entry: first?.entry, delivery: "delivered" } });
    expect(offers[0]).not.toHaveProperty("draft");
  });

  it("leaves the machine with its receipt once the board has it, and not before", async () => {
    const { clinic, vault, scope } = await ward();
    clinic.board.down = true;
    const { form, opening } = value(await scope.service.openForm(await onPage(scope, 3), EXAM));
    value(await scope.service.submitForm(form, responseOf(EXAM, "xong"), opening));
    const kept = async () => {
      const database = await openDatabase(clinic.databaseName);
      const ids = await database.read(["forms"], (transaction) =>
        transaction.objectStore("forms").getAllKeys(),
      );
      await database.close();
      return ids;
    };
    clinic.now += 40 * 86_400_000;
    const later = await killed(clinic, vault);
    value(await later.scope.service.listForms(await onPage(later.scope, 3)));
    expect(await kept()).toEqual([form]);
    clinic.board.down = false;
    value(await later.scope.service.sendNow());
    expect(clinic.board.all("QuestionnaireResponse")).toHaveLength(1);
    const last = await killed(clinic, later.vault);
    await until<SessionView>(
      (listener) => last.scope.subscribe("session", listener),
      ({ state }) => state === "open",
    );
    await vi.waitUntil(async () => (await kept()).length === 0, { timeout: 30_000, interval: 200 });
  });

  it("belongs to the visit, also when both still wait", async () => {
    const { clinic, vault, scope } = await ward();
    clinic.board.down = true;
    const subject = await onPage(scope, 3);
    const { visit } = value(await scope.service.checkIn(subject, false));
    const opened = value(await scope.service.openForm(subject, EXAM));
    expect(opened).toMatchObject({ visit: visit.id, eventDate: visit.checkedInAt });
    value(await scope.service.submitForm(opened.form, responseOf(EXAM, "xong"), opened.opening));
    const after = await killed(clinic, vault);
    clinic.board.down = false;
    value(await after.scope.service.sendNow());
    const [encounter] = clinic.board.all("Encounter");
    expect(clinic.board.all("QuestionnaireResponse")).toMatchObject([
      { encounter: { reference: `Encounter/${encounter?.id}` } },
    ]);
  });

  it("keeps draft and queue as they were where the disk refuses half of it", async () => {
    const { scope } = await ward();
    const subject = await onPage(scope, 3);
    const { form, opening } = value(await scope.service.openForm(subject, EXAM));
    value(await scope.service.saveDraft(form, responseOf(EXAM, "bản nháp"), opening));
    const put = vi.spyOn(IDBObjectStore.prototype, "add").mockImplementation(() => {
      throw new DOMException("full", "QuotaExceededError");
    });
    const refused = await scope.service.submitForm(form, responseOf(EXAM, "bản nộp"), opening);
    put.mockRestore();
    expect(codeOf(refused)).toBe("storage-full");
    const again = value(await scope.service.openForm(subject, EXAM));
    expect(again.form).toBe(form);
    expect(JSON.stringify(again.response)).toContain("bản nháp");
    value(await scope.service.submitForm(form, responseOf(EXAM, "bản nộp"), opening));
  });

  it("of a referral rests on the checklist of the same day, which may still wait", async () => {
    const { clinic, scope } = await ward();
    clinic.board.down = true;
    const subject = await onPage(scope, 3);
    const exam = value(await scope.service.openForm(subject, EXAM));
    value(await scope.service.submitForm(exam.form, responseOf(EXAM, "xong"), exam.opening));
    const referral = value(await scope.service.openForm(subject, REFERRAL));
    expect(referral.prefilled).toContainEqual({
      linkId: "diagnosis",
      value: { valueString: "Tăng huyết áp" },
      source: "form",
    });
    value(await scope.service.submitForm(referral.form, responseOf(REFERRAL, "chuyển"), referral.opening));
    clinic.board.down = false;
    value(await scope.service.sendNow());
    const responses = clinic.board.all("QuestionnaireResponse");
    expect(responses).toHaveLength(2);
    const [request] = clinic.board.all("ServiceRequest");
    const supporting: unknown = request?.supportingInfo;
    expect(supporting).toEqual(
      expect.arrayContaining(
        responses.map(({ id }) => expect.objectContaining({ reference: `QuestionnaireResponse/${id}` })),
      ),
    );
  });
});

describe("a disk that cannot be read", () => {
  const unreadable = () => {
    throw new DOMException("gone", "UnknownError");
  };

  it("is said, whatever was asked for", async () => {
    const { clinic, vault } = await ward();
    const { scope } = await killed(clinic, vault);
    const subject = await onPage(scope, 3);
    const get = vi.spyOn(IDBObjectStore.prototype, "get").mockImplementation(unreadable);
    const { service } = scope;
    const answers = [
      await service.searchCodes("https://elsewhere.example/vs", "x"),
      await service.listForms(subject),
      await service.openForm(subject, EXAM),
      await service.saveDraft("form", responseOf(EXAM, "x"), { id: "none" }),
      await service.discardDraft("form"),
      await service.submitForm("form", responseOf(EXAM, "x"), { id: "none" }),
    ];
    get.mockRestore();
    expect(answers.map(codeOf)).toEqual(answers.map(() => "storage-failed"));
  });

  it("makes nothing of what is saved unsaved", async () => {
    const { scope } = await ward();
    const { form, opening } = value(await scope.service.openForm(await onPage(scope, 3), EXAM));
    const all = vi.spyOn(IDBIndex.prototype, "getAll").mockImplementation(unreadable);
    const saved = await scope.service.saveDraft(form, responseOf(EXAM, "đã lưu"), opening);
    all.mockRestore();
    expect(codeOf(saved)).toBe("success");
    expect((await formsOf(scope, ({ bound }) => bound.length === 1)).bound).toMatchObject([{ form }]);
  });
});

describe("the board's forms", () => {
  it("are fetched again where what was kept of them does not open any more", async () => {
    const { clinic, vault } = await ward();
    await vault.close();
    const database = await openDatabase(clinic.databaseName);
    await database.write(["documents"], async (transaction) => {
      const documents = transaction.objectStore("documents");
      for (const key of ["board/forms", "board/terminology"])
        await documents.put({ key, document: new Uint8Array(64) });
    });
    await database.close();
    const { scope } = await killed(clinic, vault);
    value(await scope.service.synchronise());
    value(await scope.service.openForm(await onPage(scope, 3), EXAM));
    const icd10 = "https://cadre-care.example/fhir/ValueSet/icd-10";
    expect(value(await scope.service.searchCodes(icd10, "tang huyet"))).toHaveLength(1);
  });

  it("that another tab took are here the next time that somebody asks", async () => {
    const clinic = new Clinic(people);
    clinic.user = DOCTOR;
    const scope = (await clinic.atWork()).scope("tab-1");
    scope.statePage("bv-tinh", "patient");
    const subject = await onPage(scope, 3);
    expect(codeOf(await scope.service.listForms(subject))).toBe("forms-missing");
    publishForms(clinic);
    const other = await clinic.open();
    value(await other.session.unlock("246810"));
    value(await other.scope("tab-2").service.synchronise());
    expect(value(await scope.service.listForms(subject))).toHaveLength(2);
    await other.close();
  });
});

describe("codes and earlier values", () => {
  it("finds codes of a large list without sending it along", async () => {
    const { scope } = await ward();
    await onPage(scope, 3);
    const found = value(
      await scope.service.searchCodes("https://cadre-care.example/fhir/ValueSet/icd-10", "tang huyet"),
    );
    expect(found).toEqual([expect.objectContaining({ code: "I10", display: "Tăng huyết áp vô căn" })]);
    expect(codeOf(await scope.service.searchCodes("https://elsewhere.example/vs", "x"))).toBe(
      "codes-missing",
    );
  });

  it("shows the board's measurements, keeps them for when it does not answer, and invents none", async () => {
    const { clinic, scope } = await ward();
    const measured = (id: string, at: string, pulse: number, who = "person-3") =>
      clinic.board.put({
        resourceType: "Observation",
        id,
        meta: {},
        status: "final",
        code: { coding: [{ system: "http://loinc.org", code: "8867-4" }] },
        subject: { reference: `Patient/${who}` },
        effectiveDateTime: at,
        valueQuantity: { value: pulse, unit: "/min", code: "/min" },
      });
    measured("o2", "2025-11-18", 82);
    measured("o1", "2024-11-20", 76);
    measured("o9", "2025-11-18", 99, "person-4");
    const subject = await onPage(scope, 3);
    const points = [
      { at: "2024-11-20", value: 76, unit: "/min" },
      { at: "2025-11-18", value: 82, unit: "/min" },
    ];
    const previous = [{ code: "http://loinc.org|8867-4", points }];
    expect(value(await scope.service.openForm(subject, EXAM))).toMatchObject({
      previous,
      previousSource: "board",
    });
    clinic.board.down = true;
    expect(value(await scope.service.openForm(subject, EXAM))).toMatchObject({
      previous,
      previousSource: "kept",
    });
    const other = await onPage(scope, 4);
    expect(value(await scope.service.openForm(other, EXAM))).toMatchObject({
      previous: [],
      previousSource: "unavailable",
    });
  });
});
