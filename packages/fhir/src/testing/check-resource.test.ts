import { describe, expect, it } from "vitest";
import { checkInBundle } from "../visit/visit-bundles.ts";
import { checkResource } from "./check-resource.ts";

const good = () =>
  structuredClone(
    checkInBundle(
      {
        entry: "0199a3c4-5b6d-7e8f-9a0b-1c2d3e4f5a6b",
        provenanceEntry: "0199a3c4-5b6d-7e8f-9a0b-1c2d3e4f5a6c",
        personId: "p-1",
        site: "bv-tinh",
        visitKey: "p-1.bv-tinh.2026-11-22",
        process: "quy-trinh-a",
        emergency: false,
        at: "2026-11-22T08:15:00+07:00",
      },
      { reference: "Practitioner/1", name: "Lê Thị Mẫu" },
    ),
  );

type Change = (encounter: Record<string, unknown>, bundle: Record<string, unknown>) => void;

/** Each fault is planted on purpose; a checker that misses one is worthless. */
const faults: Record<string, Change> = {
  "unknown property": (encounter) => {
    encounter.urgencyRank = 1;
  },
  "status that FHIR does not know": (encounter) => {
    encounter.status = "waiting";
  },
  "missing required element": (encounter) => {
    delete encounter.class;
  },
  "code that is not in the profile": (encounter) => {
    encounter.priority = {
      coding: [{ system: "http://terminology.hl7.org/CodeSystem/v3-ActPriority", code: "VIP" }],
    };
  },
  "code system of nobody": (encounter) => {
    encounter.type = [{ coding: [{ system: "https://elsewhere.example/x", code: "a" }] }];
  },
  "day that does not exist": (encounter) => {
    encounter.period = { start: "2026-02-30" };
  },
  "text without a character": (encounter) => {
    encounter.serviceType = { text: "" };
  },
  "no confidentiality": (encounter) => {
    delete encounter.meta;
  },
  "name beside the reference": (encounter) => {
    encounter.subject = { reference: "Patient/p-1", display: "Nguyễn Văn Mẫu" };
  },
  "reference to an entry that is not there": (encounter) => {
    encounter.subject = { reference: "urn:uuid:0199a3c4-5b6d-7e8f-9a0b-000000000000" };
  },
  "identifier that is no UUID": (encounter) => {
    encounter.identifier = [{ system: "https://cadre-care.example/fhir/sid/entry", value: "1" }];
  },
  "unconditional creation": (_encounter, bundle) => {
    bundle.entry = good().entry.map((entry) => ({ ...entry, request: { method: "POST", url: "Encounter" } }));
  },
  "condition on another UUID": (_encounter, bundle) => {
    bundle.entry = good().entry.map((entry) => ({
      ...entry,
      request: { ...entry.request, ifNoneExist: "identifier=a|b" },
    }));
  },
};

describe("checkResource", () => {
  it("accepts what is right", () => expect(checkResource(good())).toEqual([]));

  for (const [name, change] of Object.entries(faults))
    it(`finds: ${name}`, () => {
      const bundle: Record<string, unknown> & { entry: { resource: Record<string, unknown> }[] } = JSON.parse(
        JSON.stringify(good()),
      );
      const encounter = bundle.entry[0]?.resource;
      if (!encounter) throw new Error("no encounter");
      change(encounter, bundle);
      expect(checkResource(bundle)).not.toEqual([]);
    });
});
