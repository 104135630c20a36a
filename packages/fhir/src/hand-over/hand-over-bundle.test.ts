import { describe, expect, it } from "vitest";
import { checkResource } from "../testing/check-resource.ts";
import { handOverBundle } from "./hand-over-bundle.ts";

const entry = "0199a3c4-5b6d-7e8f-9a0b-1c2d3e4f5a6b";
const author = { reference: "Practitioner/le-tan-1", name: "Lê Thị Mẫu" };
const at = "2026-11-22T08:15:00.000+07:00";
const content = JSON.stringify({ kind: "check-in", name: "Nguyễn Văn Ổn" });

const bundleOf = (more: object) =>
  handOverBundle({ entry, reason: "hand-over", content, at, ...more }, author);

describe("a hand-over", () => {
  it.each([
    ["about nobody, without a note", {}],
    ["about a patient, with a note", { personId: "p-1", note: "Nhờ xử lý giúp" }],
    ["withdrawn", { reason: "withdrawn", personId: "p-1" }],
  ])("is a sound transaction: %s", (_name, more) => {
    const bundle = bundleOf(more);
    expect(checkResource(bundle)).toEqual([]);
    for (const { resource } of bundle.entry) expect(checkResource(resource)).toEqual([]);
    expect(bundle.entry[0]?.request).toMatchObject({
      method: "POST",
      ifNoneExist: expect.stringContaining(entry),
    });
  });

  it("asks something of the board's staff only where it was handed over", () => {
    expect(bundleOf({}).entry).toMatchObject([{ resource: { status: "requested" } }]);
    expect(bundleOf({ reason: "withdrawn" }).entry).toMatchObject([{ resource: { status: "rejected" } }]);
  });

  it("carries what was refused, in its own letters", () => {
    const [{ resource }] = Object(bundleOf({}).entry);
    const bytes = Uint8Array.from(atob(resource.input[0].valueAttachment.data), (one) => one.charCodeAt(0));
    expect(new TextDecoder().decode(bytes)).toBe(content);
  });
});
