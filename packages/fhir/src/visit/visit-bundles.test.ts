import { describe, expect, it } from "vitest";
import { marksAuditBundle, viewAuditBundle } from "../audit/audit-bundles.ts";
import { siteProblemBundle } from "../audit/site-problem-bundle.ts";
import { encounterOnServer } from "../client/board-client.ts";
import { documentLibrary, libraryDocument } from "../library/documents.ts";
import type { EncounterStatus, TransactionBundle } from "../resources/index.ts";
import { LIBRARY_URLS } from "../systems.ts";
import { checkResource } from "../testing/check-resource.ts";
import { checkInEncounter } from "./encounter.ts";
import { visitOf, visitStep } from "./read-visit.ts";
import { transaction } from "./transaction.ts";
import { amendment, checkInBundle, joinVisitBundle, stepBundle, undoBundle } from "./visit-bundles.ts";

const entry = "0199a3c4-5b6d-7e8f-9a0b-1c2d3e4f5a6b";
const provenanceEntry = "0199a3c4-5b6d-7e8f-9a0b-1c2d3e4f5a6c";
const author = { reference: "Practitioner/le-tan-1", name: "Lê Thị Mẫu" };
const at = "2026-11-22T08:15:00.000+07:00";
const checkIn = {
  entry,
  provenanceEntry,
  personId: "p-1",
  site: "bv-tinh",
  visitKey: "p-1.bv-tinh.2026-11-22",
  process: "quy-trinh-a",
  emergency: false,
  at,
};
const step = { entry, provenanceEntry, encounter: "Encounter/77", personId: "p-1", step: "don-tiep", at };

function onServer() {
  const found = encounterOnServer({
    ...checkInEncounter(checkIn, author),
    id: "77",
    meta: { versionId: "3", lastUpdated: at, security: checkInEncounter(checkIn, author).meta?.security },
    length: { value: 12, unit: "min" },
  });
  if (!found) throw new Error("unreadable");
  return found;
}

const amending = (bundle: TransactionBundle, status: EncounterStatus) =>
  transaction([...bundle.entry, amendment(onServer(), status, at)]);

const bundles = {
  "check-in": checkInBundle(checkIn, author),
  "emergency check-in": checkInBundle({ ...checkIn, emergency: true }, author),
  join: joinVisitBundle(checkInBundle(checkIn, author), entry, "77"),
  step: stepBundle(step, author),
  "step to a room": stepBundle({ ...step, room: "phong-kham-a" }, author),
  "step that ends the visit": amending(stepBundle(step, author), "finished"),
  undo: amending(undoBundle({ provenanceEntry, encounter: "Encounter/77", at }, author), "cancelled"),
  "undo of what is already cancelled": undoBundle({ provenanceEntry, encounter: "Encounter/77", at }, author),
  view: viewAuditBundle({ entry, at, author, role: "receptionist", device: "d-1", site: "bv-tinh" }, "p-1"),
  "view by a doctor": viewAuditBundle(
    { entry, at, author, role: "doctor", device: "d-1", site: "bv-tinh" },
    "p-1",
  ),
  marks: marksAuditBundle({ entry, at, author, role: "receptionist", device: "d-1", site: "bv-tinh" }, 10),
  "a page that does not fit its profile": siteProblemBundle({
    ...{ entry, at, day: "2026-11-22", device: "d-1", site: "bv-tinh" },
    ...{ profile: "his-jqgrid", version: "3", page: "list", place: "fields.name", code: "header-missing" },
    off: true,
    count: 2,
  }),
};

describe("what leaves the extension", () => {
  for (const [name, bundle] of Object.entries(bundles))
    it(`passes all three judges: ${name}`, () => expect(checkResource(bundle)).toEqual([]));

  it("carries a policy there and back", () => {
    const document = { version: "7", site: "bv-tinh", content: { text: "Đón tiếp — phòng A" } };
    const library = documentLibrary(LIBRARY_URLS.policy, document, "Chính sách");
    expect(checkResource(library)).toEqual([]);
    expect(libraryDocument(library)).toEqual({ ok: true, value: document });
    const cutOff = { ...library, content: [{ contentType: "application/json", data: "eyJ0ZXh0Ijoi" }] };
    expect(libraryDocument(cutOff)).toMatchObject({ ok: false, problem: { code: "document-unreadable" } });
  });
});

describe("an amended Encounter", () => {
  it("keeps what we do not know and closes the status before", () => {
    const amended = bundles["step that ends the visit"].entry[2]?.resource;
    expect(amended).toMatchObject({
      id: "77",
      length: { value: 12, unit: "min" },
      status: "finished",
      statusHistory: [
        { status: "arrived", period: { start: at, end: at } },
        { status: "finished", period: { start: at } },
      ],
      period: { start: at, end: at },
    });
    expect(bundles["step that ends the visit"].entry[2]?.request).toEqual({
      method: "PUT",
      url: "Encounter/77",
      ifMatch: 'W/"3"',
    });
  });
});

describe("a visit read from the board", () => {
  it("is the one that was written", () => {
    const task = bundles["step to a room"].entry[0]?.resource;
    if (task?.resourceType !== "Task" || !("intent" in task)) throw new Error("no task");
    expect(visitStep(JSON.parse(JSON.stringify(task)))).toEqual({
      step: "don-tiep",
      at,
      by: author.name,
      room: "phong-kham-a",
    });
    expect(visitOf(onServer().encounter, [])).toEqual({
      id: entry,
      personId: "p-1",
      site: "bv-tinh",
      day: "2026-11-22",
      status: "arrived",
      process: "quy-trinh-a",
      checkedInAt: at,
      checkedInBy: "Lê Thị Mẫu",
      steps: [],
    });
  });
});
