import { describe, expect, it } from "vitest";
import { Clinic } from "../testing/clinic.ts";
import { person, statedAs } from "../testing/people.ts";
import { codeOf, value } from "../testing/until.ts";

const people = Array.from({ length: 4 }, (_, number) => ({ ...person(number), tier: "nhom-1" }));

/** A check-in that the board has refused. */
async function refused() {
  const clinic = new Clinic(people);
  const vault = await clinic.atWork();
  const scope = vault.scope("tab-1");
  const { service } = scope;
  const { subject } = value(
    await scope.statePatient(statedAs(person(1)), { emergency: false }, { settled: true, generation: 1 }),
  );
  clinic.board.poison = ({ resourceType }) => (resourceType === "Encounter" ? "refused" : undefined);
  value(await service.checkIn(subject, false));
  const [entry] = value(await service.sendNow()).entries.filter(({ kind }) => kind === "check-in");
  if (!entry) throw new Error("nothing waits");
  return { clinic, vault, service, entry };
}

describe("what a person can do about a waiting entry", () => {
  it("opens it, with whom it is about and what can be corrected; the view is audited", async () => {
    const { clinic, service, entry } = await refused();
    expect(entry).toMatchObject({ state: "parked", about: person(1).name });
    const before = clinic.board.all("AuditEvent").length;
    const details = value(await service.openEntry(entry.id));
    expect(details.entry.id).toBe(entry.id);
    expect(details.fields).toMatchObject([
      { id: "person", value: person(1).name, input: "none" },
      { id: "process", value: "quy-trinh-a", input: "choice", choices: [{ value: "quy-trinh-a" }] },
      { id: "at", input: "moment" },
    ]);
    value(await service.sendNow());
    expect(clinic.board.all("AuditEvent").length).toBe(before + 1);
  });

  it("corrects and resends it, or hands it over, and hears what has become of it", async () => {
    const { clinic, service, entry } = await refused();
    const wrong = await service.correctEntry(entry.id, { process: "quy-trinh-z" });
    expect(codeOf(wrong)).toBe("value-invalid");
    clinic.board.poison = () => undefined;
    const view = value(await service.correctEntry(entry.id, { at: "2026-11-22T10:00:00+07:00" }));
    expect(view).toMatchObject({ waiting: 0, parked: 0 });
    expect(clinic.board.all("Encounter")).toMatchObject([{ period: { start: "2026-11-22T10:00:00+07:00" } }]);
    expect(codeOf(await service.resendEntry(entry.id))).toBe("entry-gone");
    const other = await refused();
    value(await other.service.handOverEntry(other.entry.id, "Nhờ kiểm tra"));
    expect(other.clinic.board.all("Task")).toMatchObject([{ status: "requested" }]);
  });

  it("is kept as it is while the board is away: the decision is what is saved", async () => {
    const { clinic, service, entry } = await refused();
    clinic.board.down = true;
    const view = value(await service.handOverEntry(entry.id, ""));
    expect(view.entries).toMatchObject([{ id: entry.id, kind: "hand-over" }]);
    expect(clinic.board.all("Task")).toEqual([]);
  });

  it("shows and does nothing while locked, and still counts", async () => {
    const { vault, service, entry } = await refused();
    value(await vault.session.lock());
    expect(codeOf(await service.openEntry(entry.id))).toBe("session-locked");
    expect(codeOf(await service.correctEntry(entry.id, { at: "2026-11-22T10:00:00+07:00" }))).toBe(
      "session-locked",
    );
    expect(codeOf(await service.handOverEntry(entry.id, ""))).toBe("session-locked");
    const view = value(await service.sendNow());
    expect(view.parked).toBe(1);
    expect(JSON.stringify(view)).not.toContain(person(1).name);
  });
});
