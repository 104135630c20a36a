import { describe, expect, it } from "vitest";
import { SCHEMA_VERSION } from "../storage/migrations.ts";
import { Clinic, DOCTOR } from "../testing/clinic.ts";
import { turnBack } from "../testing/histories/older-version.ts";
import { person, statedAs } from "../testing/people.ts";
import { EXAM, publishForms, responseOf } from "../testing/sample-forms.ts";
import { value } from "../testing/until.ts";

const EARLIER = Array.from({ length: SCHEMA_VERSION - 1 }, (_, index) => index + 1);
const people = [{ ...person(3), tier: "nhom-1" }];
const settled = { settled: true, generation: 1 };

describe.each(EARLIER)("a machine of schema version %s", (version) => {
  it("has room for forms after the upgrade, and what waited is still there", async () => {
    const clinic = new Clinic(people);
    clinic.user = DOCTOR;
    publishForms(clinic);
    const before = await clinic.atWork();
    clinic.board.down = true;
    const first = before.scope("tab-1");
    const stated = value(await first.statePatient(statedAs(person(3)), { emergency: false }, settled));
    value(await first.service.checkIn(stated.subject, false));
    await before.close();
    await turnBack(clinic.databaseName, version);
    const after = await clinic.open();
    if (after.session.view().state === "locked") value(await after.session.unlock("246810"));
    const scope = after.scope("tab-1");
    const { subject } = value(await scope.statePatient(statedAs(person(3)), { emergency: false }, settled));
    const { form, opening } = value(await scope.service.openForm(subject, EXAM));
    value(await scope.service.submitForm(form, responseOf(EXAM, "sau nâng cấp"), opening));
    clinic.board.down = false;
    value(await scope.service.sendNow());
    expect(clinic.board.all("Encounter")).toHaveLength(1);
    expect(clinic.board.all("QuestionnaireResponse")).toHaveLength(1);
  });
});
