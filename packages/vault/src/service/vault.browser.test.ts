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
