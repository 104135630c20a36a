import { describe, expect, it } from "vitest";
import { Clinic, DOCTOR } from "../testing/clinic.ts";
import { person, statedAs } from "../testing/people.ts";
import { EXAM, publishForms, responseOf } from "../testing/sample-forms.ts";
import { codeOf, value } from "../testing/until.ts";

const people = Array.from({ length: 6 }, (_, number) => ({ ...person(number), tier: "nhom-1" }));
let generation = 0;

/** A form of person 3 that was submitted while the board was away. */
const submitted = async () => {
  const clinic = new Clinic(people);
  clinic.user = DOCTOR;
  publishForms(clinic);
  const scope = (await clinic.atWork()).scope("tab-1");
  scope.statePage("bv-tinh", "patient");
  const state = async (number: number): Promise<string> => {
    generation += 1;
    const stated = await scope.statePatient(
      statedAs(person(number)),
      { emergency: false },
      { settled: true, generation },
    );
    return value(stated).subject;
  };
  const subject = await state(3);
  clinic.board.down = true;
  const { form } = value(await scope.service.openForm(subject, EXAM));
  const { entry } = value(await scope.service.submitForm(form, responseOf(EXAM, "như đã viết")));
  const deliver = async (): Promise<void> => {
    clinic.board.down = false;
    value(await scope.service.sendNow());
    value(await scope.service.sendNow());
  };
  const views = (): number => clinic.board.all("AuditEvent").length;
  return { clinic, service: scope.service, state, subject, entry, deliver, views };
};

describe("a form that was submitted", () => {
  it("is shown from the queue while it waits, in its own version", async () => {
    const { service, subject, entry } = await submitted();
    const viewed = value(await service.viewForm(subject, entry));
    expect(viewed).toMatchObject({
      entry,
      source: "queue",
      kind: "exam",
      person: { name: person(3).name },
      response: { resourceType: "QuestionnaireResponse", status: "completed", questionnaire: EXAM },
    });
    expect(JSON.stringify(viewed.response)).toContain("như đã viết");
    expect(`${viewed.questionnaire.url}|${viewed.questionnaire.version}`).toBe(EXAM);
  });

  it("is shown as the board has it once it is there, also what was put right there; audited", async () => {
    const { clinic, service, subject, entry, deliver, views } = await submitted();
    await deliver();
    const [sent] = clinic.board.all("QuestionnaireResponse");
    if (sent === undefined) throw new Error("nothing arrived");
    const address = `QuestionnaireResponse/${sent.id}`;
    clinic.board.resources.set(address, { ...sent, status: "amended" });
    const before = views();
    expect(value(await service.viewForm(subject, entry))).toMatchObject({
      source: "board",
      response: { status: "amended" },
    });
    value(await service.sendNow());
    expect(views()).toBeGreaterThan(before);
  });

  it("is not shown from anywhere else while the board is away", async () => {
    const { clinic, service, subject, entry, deliver } = await submitted();
    await deliver();
    clinic.board.down = true;
    expect(codeOf(await service.viewForm(subject, entry))).toBe("form-view-offline");
  });

  it("is nobody else's, and not shown beside another patient", async () => {
    const { service, state, subject, entry } = await submitted();
    const other = await state(4);
    expect(codeOf(await service.viewForm(other, entry))).toBe("form-view-unknown");
    expect(codeOf(await service.viewForm(subject, entry))).not.toBe("");
    const again = await state(3);
    expect(codeOf(await service.viewForm(again, "0199a3c4-5b6d-7e8f-9a0b-000000000000"))).toBe(
      "form-view-unknown",
    );
  });
});
