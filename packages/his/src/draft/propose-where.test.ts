import { expect, it } from "vitest";
import { proposeWhere } from "./propose-where.ts";

it.each([
  ["/tiep-nhan/danh-sach.aspx", "", "/tiep-nhan/danh-sach.aspx"],
  ["/patients/0c0b6a52-7d4e-4a55-9d0a-1b2c3d4e5f60/visit", "", "/patients/*/visit"],
  ["/benh-nhan/2600000007", "", "/benh-nhan/*"],
  ["/bn/BN2600017/kham", "", "/bn/*/kham"],
  ["/v2/queue", "#top", "/v2/queue"],
  ["/benh-nhan/2600017.aspx", "", "/benh-nhan/*.aspx"],
  ["/bn/2600017;jsessionid=5A3F09C1", "", "/bn/*"],
  ["/tiep-nhan.do;jsessionid=5A3F09C1", "", "/tiep-nhan.do*"],
  ["/tiep-nhan.do%3Bjsessionid=5A3F09C1/ds", "", "/tiep-nhan.do*/ds"],
  ["/bn/kham_0c0b6a52-7d4e-4a55-9d0a-1b2c3d4e5f60.html", "", "/bn/kham_*.html"],
  ["/bn/Xem(2600017)", "", "/bn/Xem(*)"],
])("a page at %s%s applies at %s", (pathname, hash, path) => {
  expect(proposeWhere({ pathname, hash }, false)).toEqual({ path, frame: "top" });
});

it("a route after # counts, without the patient's number and without its query", () => {
  expect(proposeWhere({ pathname: "/", hash: "#/patients/2600000007?tab=1" }, true)).toEqual({
    path: "/",
    frame: "nested",
    hash: "#/patients/*",
  });
  expect(proposeWhere({ pathname: "/", hash: "#/bn;id=2600017/kham" }, false).hash).toBe("#/bn*/kham");
});

it("what is proposed holds for the address at which it was seen", () => {
  for (const path of ["/bn/2600017;jsessionid=5A3F09C1", "/a.do;x=1;y=2/b", "/bn/Xem(2600017).aspx"]) {
    const { path: glob } = proposeWhere({ pathname: path, hash: "" }, false);
    const pieces = glob.split("*").map((piece) => piece.replace(/[^\w/]/gu, "\\$&"));
    expect(path).toMatch(new RegExp(`^${pieces.join(".*")}$`));
    expect(glob).not.toMatch(/\d/);
  }
});
