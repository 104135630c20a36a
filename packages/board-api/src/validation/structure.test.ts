import { generateProvince } from "@cadre-care/domain/synthetic";
import { rosterResources } from "@cadre-care/fhir";
import { beforeAll, describe, expect, it } from "vitest";
import { demoPolicy } from "../demo/demo-data.ts";
import { rosterOf } from "../demo/seed.ts";
import { loadDefinitions } from "./definitions.ts";
import { profileComplaints } from "./profiles.ts";
import { structureComplaints } from "./structure.ts";

beforeAll(loadDefinitions, 60_000);

const flag = () => {
  const [person] = generateProvince({ people: 1, seed: 1, referenceDate: "2026-11-22" });
  if (!person) throw new Error("nobody");
  return rosterResources(person, { unit: { reference: "Organization/x" } }).flag;
};

describe("structure", () => {
  it("lets every seeded resource through, profiles too", () => {
    const people = generateProvince({ seed: 1, people: 60, referenceDate: "2026-11-22" });
    for (const resource of rosterOf(people)) {
      expect(structureComplaints(resource)).toEqual([]);
      expect(profileComplaints(resource, { policy: demoPolicy() })).toEqual([]);
    }
  });

  it.each([
    ["an unknown property", { colour: "red" }, "resource-invalid"],
    ["a code outside its required value set", { status: "sleeping" }, "code-unknown"],
    ["an empty object", { period: {} }, "resource-invalid"],
    ["an empty list", { identifier: [] }, "resource-invalid"],
    ["a date that is none", { period: { end: "31/12/2026" } }, "resource-invalid"],
    ["a missing element", { code: undefined }, "resource-invalid"],
  ])("refuses %s", (_name, change, code) => {
    const spoilt: unknown = JSON.parse(JSON.stringify({ ...flag(), ...change }));
    expect(structureComplaints(spoilt)[0]?.code).toBe(code);
  });
});
