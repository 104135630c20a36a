import { expect, it } from "vitest";
import { proposeWhere } from "./propose-where.ts";

it.each([
  ["/tiep-nhan/danh-sach.aspx", "", "/tiep-nhan/danh-sach.aspx"],
  ["/patients/0c0b6a52-7d4e-4a55-9d0a-1b2c3d4e5f60/visit", "", "/patients/*/visit"],
  ["/benh-nhan/2600000007", "", "/benh-nhan/*"],
  ["/bn/BN2600017/kham", "", "/bn/*/kham"],
  ["/v2/queue", "#top", "/v2/queue"],
])("a page at %s%s applies at %s", (pathname, hash, path) => {
  expect(proposeWhere({ pathname, hash }, false)).toEqual({ path, frame: "top" });
});

it("a route after # counts, without the patient's number and without its query", () => {
  expect(proposeWhere({ pathname: "/", hash: "#/patients/2600000007?tab=1" }, true)).toEqual({
    path: "/",
    frame: "nested",
    hash: "#/patients/*",
  });
});
