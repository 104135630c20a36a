import { success } from "@cadre-care/domain";
import { describe, expect, it, vi } from "vitest";
import type { Sealer } from "../keys/sealer.ts";
import { freshDatabase } from "../testing/fresh.ts";
import { plainKeys } from "../testing/histories/plain-keys.ts";
import { value } from "../testing/until.ts";
import { FORM_VERSION, type FormBinding } from "./stored-form.ts";
import { UserForms } from "./user-forms.ts";

const binding: FormBinding = {
  personId: "person-3",
  person: { name: "Người Bệnh Mẫu", birthDate: "1961-06-04", sex: "male" },
  site: "bv-tinh",
  day: "2026-11-22",
  eventDate: "2026-11-22T12:00:00+07:00",
  questionnaire: "https://board.example/fhir/Questionnaire/exam|2026.1",
  kind: "exam",
  title: { vi: "Khám", en: "Exam" },
};

/** A user whose forms open when `held` says so. */
const userWithForm = async () => {
  const { database } = await freshDatabase();
  let held: Promise<void> = Promise.resolve();
  let opening = 0;
  const drafts: Sealer = {
    seal: plainKeys.seal.seal,
    open: async (sealed, context) => {
      opening += 1;
      await held;
      return plainKeys.seal.open(sealed, context);
    },
  };
  let unlocked = true;
  const forms = new UserForms({
    database,
    outbox: { userKey: async () => "user-1" },
    keys: () => plainKeys,
    drafts: async () => (unlocked ? drafts : undefined),
  });
  value(
    await forms.inTurn(async (owner) => {
      const sealed = await forms.store.sealBinding("form-1", binding, owner.drafts);
      const row = { id: "form-1", by: owner.by, state: "open" as const, schemaVersion: FORM_VERSION };
      await forms.store.write({ before: undefined, after: { ...row, binding: sealed } });
      return success(null);
    }),
  );
  return {
    forms,
    begun: () => opening,
    hold: () => {
      let release: () => void = () => undefined;
      held = new Promise((resolve) => {
        release = resolve;
      });
      return () => release();
    },
    lock: () => {
      unlocked = false;
    },
  };
};

describe("this user's open forms", () => {
  it("are not said when they are read, if the keys were closed meanwhile", async () => {
    const { forms, begun, hold, lock } = await userWithForm();
    const release = hold();
    const reading = forms.refresh();
    await vi.waitUntil(() => begun() > 0);
    lock();
    const locked = forms.refresh();
    release();
    await Promise.all([reading, locked]);
    expect(forms.open.value).toEqual([]);
  });

  it("are read without opening what is submitted", async () => {
    const { forms, begun } = await userWithForm();
    value(
      await forms.inTurn(async ({ by, drafts }) => {
        const sealed = await forms.store.sealBinding("form-2", binding, drafts);
        const row = { id: "form-2", by, state: "submitted" as const, schemaVersion: FORM_VERSION };
        await forms.store.write({ before: undefined, after: { ...row, binding: sealed } });
        return success(null);
      }),
    );
    const before = begun();
    await forms.refresh();
    expect(forms.open.value).toMatchObject([{ form: "form-1" }]);
    expect(begun() - before).toBe(1);
  });

  it("are there when a reading that was overtaken ends", async () => {
    const { forms, hold } = await userWithForm();
    const release = hold();
    const first = forms.refresh();
    const second = forms.refresh();
    release();
    await first;
    expect(forms.open.value).toMatchObject([{ form: "form-1", personId: "person-3" }]);
    await second;
  });
});
