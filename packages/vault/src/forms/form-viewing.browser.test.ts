import { BoardClient, IDENTIFIER_SYSTEMS } from "@cadre-care/fhir";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { Clinic, DOCTOR } from "../testing/clinic.ts";
import type { Stored } from "../testing/memory-board.ts";
import { person, statedAs } from "../testing/people.ts";
import { EARLIER_EXAM, EXAM, publishForms, responseOf } from "../testing/sample-forms.ts";
import { codeOf, value } from "../testing/until.ts";

const people = Array.from({ length: 6 }, (_, number) => ({ ...person(number), tier: "nhom-1" }));
const ANOTHER = "0199a3c4-5b6d-7e8f-9a0b-000000000000";
let generation = 0;

/** A form of person 3 that was submitted while the board was away. */
const submitted = async () => {
  const clinic = new Clinic(people);
  clinic.user = DOCTOR;
  publishForms(clinic);
  const vault = await clinic.atWork();
  const scope = vault.scope("tab-1");
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
  const { form, opening } = value(await scope.service.openForm(subject, EXAM));
  const { entry } = value(await scope.service.submitForm(form, responseOf(EXAM, "như đã viết"), opening));
  const deliver = async (): Promise<void> => {
    clinic.board.down = false;
    value(await scope.service.sendNow());
    value(await scope.service.sendNow());
  };
  const views = (): number => clinic.board.all("AuditEvent").length;
  return { clinic, vault, scope, service: scope.service, state, subject, entry, deliver, views };
};

type Submitted = Awaited<ReturnType<typeof submitted>>;

/** What the board holds of the form that was delivered. */
const atBoard = (clinic: Clinic) => {
  const [sent] = clinic.board.all("QuestionnaireResponse");
  if (sent === undefined) throw new Error("nothing arrived");
  return sent;
};

type Answer = Awaited<ReturnType<BoardClient["search"]>>;

/** The one answer to the question for a form comes another way. */
const whenAsked = (change: (answer: Answer) => Promise<Answer> | Answer) => {
  const { search } = BoardClient.prototype;
  const asked = vi.spyOn(BoardClient.prototype, "search").mockImplementation(async function (
    this: BoardClient,
    type,
    parameters,
    signal,
  ) {
    const answer = await search.call(this, type, parameters, signal);
    return type === "QuestionnaireResponse" ? change(answer) : answer;
  });
  onTestFinished(() => asked.mockRestore());
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
    const sent = atBoard(clinic);
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
    expect(codeOf(await service.viewForm(again, ANOTHER))).toBe("form-view-unknown");
  });

  it.each([
    ["a lock", ({ vault }: Submitted) => vault.session.lock()],
    [
      "a change of user",
      async ({ vault, clinic, state }: Submitted) => {
        clinic.user = { subject: "u-3", name: "Phạm Thị Hai", role: "doctor" };
        value(await vault.session.signIn());
        value(await vault.session.createSecret("135791"));
        await state(3);
      },
    ],
  ])("is not given after %s while the board was asked", async (_what, happens) => {
    const form = await submitted();
    await form.deliver();
    whenAsked(async (answer) => {
      await happens(form);
      return answer;
    });
    expect(codeOf(await form.service.viewForm(form.subject, form.entry))).toBe("session-locked");
  });

  it("is not given when the page shows another patient, or nobody, by the time the board has answered", async () => {
    const { scope, service, state, subject, entry, deliver } = await submitted();
    await deliver();
    const shown = [
      () => state(4),
      () => scope.statePatient(null, { emergency: false }, { settled: true, generation: ++generation }),
    ];
    whenAsked(async (answer) => {
      await shown.shift()?.();
      return answer;
    });
    expect(codeOf(await service.viewForm(subject, entry))).toBe("form-of-another-patient");
    await state(3);
    expect(codeOf(await service.viewForm(subject, entry))).toBe("subject-changed");
    await state(3);
    value(await service.viewForm(subject, entry));
  });

  it("is not shown to its author in a role that may not fill it in", async () => {
    const { clinic, vault, service, state, entry, deliver } = await submitted();
    await deliver();
    clinic.user = { ...DOCTOR, role: "receptionist" };
    value(await vault.session.signIn());
    value(await vault.session.unlock("246810"));
    expect(codeOf(await service.viewForm(await state(3), entry))).toBe("form-role");
  });

  it.each<[string, (sent: Stored, entry: string) => readonly Stored[]]>([
    ["nothing", () => []],
    ["two", (sent) => [sent, { ...sent, id: "other" }]],
    ["one of another patient", (sent) => [{ ...sent, subject: { reference: "Patient/person-4" } }]],
    ["one of nobody", ({ subject: _, ...sent }) => [sent]],
    ["another form's", (sent) => [{ ...sent, questionnaire: EARLIER_EXAM }]],
    [
      "another entry's",
      (sent) => [{ ...sent, identifier: { system: IDENTIFIER_SYSTEMS.entry, value: ANOTHER } }],
    ],
    [
      "one whose identifier is of another kind",
      (sent, entry) => [{ ...sent, identifier: { system: "https://elsewhere.example", value: entry } }],
    ],
    ["one that cannot be read", (sent) => [{ ...sent, status: "vague" }]],
    ["one more that cannot be read", (sent) => [sent, { ...sent, id: "other", status: "vague" }]],
  ])("is not shown when the board answers with %s", async (_what, said) => {
    const { clinic, service, subject, entry, deliver, views } = await submitted();
    await deliver();
    const resources = said(atBoard(clinic), entry);
    whenAsked((answer) => {
      if (answer.kind !== "success") return answer;
      return { ...answer, body: { ...answer.body, entry: resources.map((resource) => ({ resource })) } };
    });
    const before = views();
    expect(codeOf(await service.viewForm(subject, entry))).toBe("form-view-mismatch");
    value(await service.sendNow());
    expect(views()).toBe(before);
  });
});
