import { describe, expect, it } from "vitest";
import { IDENTIFIER_SYSTEMS } from "../systems.ts";
import { amendResource, carriesAmendment } from "./amended-resource.ts";

const first = "0199a3c4-5b6d-7e8f-9a0b-1c2d3e4f5a6b";
const second = "0199a3c4-5b6d-7e8f-9a0b-1c2d3e4f5a6c";
const read = {
  resourceType: "Task",
  id: "7",
  meta: {
    versionId: "3",
    lastUpdated: "2026-11-22T08:15:00Z",
    tag: [{ system: "urn:other", code: "kept" }],
    security: [{ code: "R" }],
  },
  status: "requested",
};

describe("an amendment", () => {
  it("names the version that was seen, and marks the one that it makes", () => {
    const { resource, request } = amendResource({ ...read, status: "completed" }, "3", first);
    expect(request).toEqual({ method: "PUT", url: "Task/7", ifMatch: 'W/"3"' });
    expect(resource).toMatchObject({ id: "7", status: "completed", meta: { security: [{ code: "R" }] } });
    expect(resource.meta).not.toHaveProperty("versionId");
    expect(carriesAmendment(resource, first)).toBe(true);
    expect(carriesAmendment(resource, second)).toBe(false);
    expect(carriesAmendment(read, first)).toBe(false);
  });

  it("on top of another keeps foreign tags and its own mark alone", () => {
    const made = amendResource(read, "3", first).resource;
    const { resource } = amendResource({ ...made, id: "7" }, "4", second);
    expect(carriesAmendment(resource, first)).toBe(false);
    expect(resource.meta).toMatchObject({
      tag: [
        { system: "urn:other", code: "kept" },
        { system: IDENTIFIER_SYSTEMS.amendment, code: second },
      ],
    });
  });
});
