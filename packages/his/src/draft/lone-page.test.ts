import { describe, expect, it } from "vitest";
import { readPage } from "./page-draft.ts";

const patient = (more: object): object => ({
  id: "record",
  kind: "patient",
  recognise: [{ selector: "#record" }],
  root: "#record",
  fields: { identifiers: [{ kind: "his-code", parts: [{ from: "text", selector: ".code" }] }] },
  ...more,
});
const banner = { anchor: "#record", position: "before" };

describe("a page that is joined with others, checked by itself", () => {
  it.each([
    ["a whole that joins two parts", { banner, joins: { pages: ["head", "foot"], key: "his-code" } }],
    ["a part without a banner", {}],
  ])("is taken: %s", (_what, more) => {
    expect(readPage(patient(more))).toMatchObject({ id: "record", ...more });
  });

  it.each([
    ["a key that the page does not read", { banner, joins: { pages: ["head"], key: "cccd" } }],
    ["a part that joins others itself", { joins: { pages: ["head"], key: "his-code" } }],
    ["a part that nothing joins by", { fields: { name: { parts: [{ from: "text", selector: ".name" }] } } }],
  ])("is refused: %s", (_what, more) => {
    expect(readPage(patient(more))).toBeUndefined();
  });
});
