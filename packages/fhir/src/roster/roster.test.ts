import { generateProvince } from "@cadre-care/domain/synthetic";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { flagSchema, patientSchema } from "../resources/index.ts";
import { directoryEntries } from "../testing/arbitraries.ts";
import { checkResource } from "../testing/check-resource.ts";
import { directoryEntry, isOnRoster } from "./directory-entry.ts";
import { rosterResources } from "./roster-resources.ts";

const unit = { reference: "Organization/unit", type: "Organization", display: "Đơn vị quản lý (mẫu)" };
const wire = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value));

describe("roster on the wire", () => {
  it("gives back every entry as it was", () => {
    fc.assert(
      fc.property(directoryEntries, (entry) => {
        const resources = wire(rosterResources(entry, { unit, flagId: "f", episodeId: "e" }));
        expect(isOnRoster(resources)).toBe(true);
        expect(directoryEntry(resources)).toEqual({ ok: true, value: entry });
      }),
      { numRuns: 500 },
    );
  });

  it("gives back the synthetic province as it was", () => {
    for (const entry of generateProvince({ people: 500, seed: 7, referenceDate: "2026-11-22" })) {
      const read = directoryEntry(wire(rosterResources(entry, { unit })));
      expect(read).toEqual({ ok: true, value: entry });
    }
  });

  it("builds only resources that all three judges accept", () => {
    fc.assert(
      fc.property(directoryEntries, (entry) => {
        const { patient, flag, episode } = rosterResources(entry, { unit, flagId: "f", episodeId: "e" });
        for (const resource of [patient, flag, episode]) expect(checkResource(resource)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it("reads resources with elements that it does not know", () => {
    const [entry] = fc.sample(directoryEntries, { numRuns: 1, seed: 3 });
    if (!entry) throw new Error("no sample");
    const { patient, flag, episode } = rosterResources(entry, { unit });
    const read = directoryEntry({
      patient: patientSchema.parse({ ...patient, maritalStatus: { text: "?" }, contact: [{}] }),
      flag: flagSchema.parse({ ...flag, encounter: { reference: "Encounter/1" } }),
      episode,
    });
    expect(read).toEqual({ ok: true, value: entry });
  });

  it("names the element that is wrong, never its content", () => {
    const [entry] = fc.sample(directoryEntries, { numRuns: 1, seed: 4 });
    if (!entry) throw new Error("no sample");
    const good = rosterResources(entry, { unit });
    const wrong = [
      { ...good, patient: { ...good.patient, birthDate: "1961-02-30" } },
      { ...good, patient: { ...good.patient, gender: "unknown" as const } },
      { ...good, flag: { ...good.flag, subject: { reference: "Patient/somebody-else" } } },
      { ...good, flag: { ...good.flag, code: {} } },
      { ...good, episode: { ...good.episode, extension: [] } },
      { ...good, episode: { ...good.episode, type: [] } },
    ];
    for (const resources of wrong) {
      const read = directoryEntry(resources);
      expect(read.ok).toBe(false);
      if (read.ok) continue;
      expect(read.problem.code).toBe("roster-entry-unreadable");
      expect(JSON.stringify(read.problem)).not.toContain(entry.name);
    }
  });

  it("is over as soon as any of the three says so", () => {
    const [entry] = fc.sample(directoryEntries, { numRuns: 1, seed: 5 });
    if (!entry) throw new Error("no sample");
    const good = rosterResources(entry, { unit });
    expect(isOnRoster({ ...good, patient: { ...good.patient, active: false } })).toBe(false);
    expect(isOnRoster({ ...good, flag: { ...good.flag, status: "inactive" } })).toBe(false);
    expect(isOnRoster({ ...good, episode: { ...good.episode, status: "finished" } })).toBe(false);
  });
});
