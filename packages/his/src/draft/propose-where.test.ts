import fc from "fast-check";
import { expect, it } from "vitest";
import { listPageSchema } from "../profile/page-schema.ts";
import { whereFits } from "../read/recognise-pages.ts";
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

/** Pieces of addresses as HISs have them: words, numbers, uuids, sessions, and characters that mean something to a pattern. */
const piece = fc.oneof(
  fc.constantFrom(
    "benh-nhan",
    "tiep-nhan.do",
    "Xem(2600017)",
    "*",
    "a*b",
    "kham_26;x=1",
    "%3Bjsessionid=5A3F",
    ";",
    "..;",
  ),
  fc.constant("trang-".repeat(60)),
  fc.uuid(),
  fc.integer({ min: 0, max: 9_999_999_999 }).map(String),
  fc.string({ unit: fc.constantFrom(..."abc019.;=-_()*?%3bB$+[^\\|{"), maxLength: 40 }),
);
const route = fc.array(piece, { minLength: 1, maxLength: 12 }).map((pieces) => `/${pieces.join("/")}`);
const query = fc.constantFrom("", "?", "?x=1", "?id=2600000007&tab=a/b", "?a=?b");

it("what is proposed is a place that a profile can state, and holds for the address at which it was seen", () => {
  fc.assert(
    fc.property(
      route,
      query,
      fc.option(fc.tuple(fc.constantFrom("#", "#!"), route, query)),
      fc.boolean(),
      (path, search, fragment, nested) => {
        const url = new URL(
          `https://his.example${path.replaceAll("?", "")}${search}${fragment?.join("") ?? ""}`,
        );
        const where = listPageSchema.shape.where.safeParse(proposeWhere(url, nested));
        if (!where.success) throw where.error;
        expect(whereFits(where.data, url, nested)).toBe(true);
        expect(whereFits(where.data, url, !nested)).toBe(false);
      },
    ),
    { numRuns: 1000 },
  );
});

it("a route fits with any query of its own, unless the profile speaks of one", () => {
  const fits = (hash: string, at: string): boolean =>
    whereFits({ path: "*", query: {}, hash, frame: "any" }, new URL(`https://his.example/${at}`), false);
  expect(proposeWhere({ pathname: "/", hash: "#/reception?x=1" }, false).hash).toBe("#/reception");
  expect(fits("#/reception", "#/reception?x=1")).toBe(true);
  expect(fits("#/reception", "#/reception")).toBe(true);
  expect(fits("#/reception", "#/receptions?x=1")).toBe(false);
  expect(fits("#/reception?tab=1", "#/reception?tab=2")).toBe(false);
  expect(fits("#/reception?tab=*", "#/reception")).toBe(false);
});
