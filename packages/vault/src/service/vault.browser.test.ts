import type { CareTopic } from "@cadre-care/domain";
import { describe, expect, it } from "vitest";
import { Clinic } from "../testing/clinic.ts";
import { person, statedAs } from "../testing/people.ts";
import { untilSubject, value } from "../testing/until.ts";
import type { PageScope } from "./vault.ts";

const calm = { emergency: false };
const people = Array.from({ length: 12 }, (_, number) => ({ ...person(number), tier: "nhom-1" }));
const at = (number: number) => statedAs(person(number));

const state = (scope: PageScope, number: number, generation: number, urgency = calm) =>
  scope.statePatient(at(number), urgency, { settled: true, generation });

describe("the vault at work", () => {
  it("goes from sign-in to a delivered check-in", async () => {
    const clinic = new Clinic(people);
    const vault = await clinic.atWork();
    const scope = vault.scope("tab-1");
    scope.statePage("bv-tinh", "patient");
    const { subject } = value(await state(scope, 3, 1));
    const shown = await untilSubject(scope, ({ about }) => about.state === "managed");
    expect(shown).toMatchObject({ subject, generation: 1, roster: { state: "current", entries: 12 } });
    const details = value(await scope.service.openDetails(subject));
    expect(details.person.name).toBe(person(3).name);
    const visit = value(await scope.service.checkIn(subject, false));
    expect(visit.visit).toMatchObject({ personId: "person-3", status: "arrived", site: "bv-tinh" });
    value(await scope.service.sendNow());
    expect(clinic.board.all("Encounter")).toHaveLength(1);
    expect(clinic.board.all("Provenance")).toHaveLength(1);
    expect(clinic.board.all("AuditEvent")).toHaveLength(1);
    const delivered = await untilSubject(
      scope,
      ({ about }) => about.state === "managed" && about.visit?.delivery === "delivered",
    );
    expect(delivered.subject).toBe(subject);
  });

  it("keeps a check-in that the board cannot take, through a restart of the browser", async () => {
    const clinic = new Clinic(people);
    const before = await clinic.atWork();
    clinic.board.down = true;
    const scope = before.scope("tab-1");
    const { subject } = value(await state(scope, 5, 1));
    value(await scope.service.checkIn(subject, false));
    await before.close();
    clinic.openKeys.clear();
    const after = await clinic.open();
    expect(after.session.view().state).toBe("locked");
    expect(clinic.board.all("Encounter")).toHaveLength(0);
    value(await after.session.unlock("246810"));
    clinic.board.down = false;
    const again = after.scope("tab-1");
    value(await again.service.sendNow());
    expect(clinic.board.all("Encounter")).toHaveLength(1);
    expect(clinic.board.all("Provenance")).toHaveLength(1);
    value(await state(again, 5, 1));
    await untilSubject(
      again,
      ({ about }) => about.state === "managed" && about.visit?.delivery === "delivered",
    );
  });

  it("shows a second desk the visit that the first one opened, in the hospital of the page", async () => {
    const first = new Clinic(people);
    const opening = (await first.atWork()).scope("tab-1");
    opening.statePage("bv-khu-vuc", "patient");
    const { subject } = value(await state(opening, 4, 1));
    value(await opening.service.checkIn(subject, false));
    value(await opening.service.sendNow());
    const second = new Clinic(people, undefined, first.board);
    second.user = { subject: "u-2", name: "Trần Văn Hai" };
    const scope = (await second.atWork()).scope("tab-1");
    scope.statePage("bv-khu-vuc", "patient");
    value(await state(scope, 4, 1));
    const shown = await untilSubject(
      scope,
      ({ about }) => about.state === "managed" && about.visit !== undefined,
    );
    expect(shown.about).toMatchObject({ visit: { visit: { site: "bv-khu-vuc", status: "arrived" } } });
    expect(first.board.all("Encounter")).toHaveLength(1);
  });

  it("says beside the answer what the page's reader could not read", async () => {
    const scope = (await new Clinic(people).atWork()).scope("tab-1");
    const problem = { code: "date-format-unknown", message: { vi: "Ngày sinh", en: "Birth date" } };
    value(await scope.statePatient(at(3), calm, { settled: true, generation: 1, problems: [problem] }));
    const shown = await untilSubject(scope, ({ about }) => about.state === "managed");
    expect(shown.warnings).toContainEqual(problem);
  });

  it("hands out nothing but JSON", async () => {
    const clinic = new Clinic(people);
    const scope = (await clinic.atWork()).scope("tab-1");
    const { subject } = value(await state(scope, 3, 1));
    scope.stateRows("l", 1, [{ key: "r", identity: at(1), urgency: calm, top: 0, height: 20 }]);
    const topics: CareTopic[] = ["session", "subject", "marks", "page", "roster", "outbox", "connection"];
    for (const topic of topics)
      scope.subscribe(topic, (shown) => expect(JSON.parse(JSON.stringify(shown))).toEqual(shown));
    const details = await scope.service.openDetails(subject);
    expect(JSON.parse(JSON.stringify(details))).toEqual(details);
  });
});
