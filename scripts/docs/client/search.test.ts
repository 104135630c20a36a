import { describe, expect, it } from "vitest";
import { createSearch } from "./search.ts";

const search = createSearch([
  {
    id: 0,
    address: "le-tan.html#tiep",
    page: "Ở quầy tiếp đón",
    title: "Tiếp nhận",
    text: "Đưa người bệnh đến phòng khám.",
  },
  {
    id: 1,
    address: "it.html",
    page: "Công nghệ thông tin",
    title: "Đóng gói",
    text: "Tiện ích của một bệnh viện.",
  },
]);
const found = (query: string) => search(query).map(({ address }) => address);

describe("search", () => {
  it("finds Vietnamese words that are typed without marks, đ as d, and the other way round", () => {
    expect(found("tiep don")).toEqual(["le-tan.html#tiep"]);
    expect(found("dong goi")).toEqual(["it.html"]);
    expect(found("Đóng gói")).toEqual(["it.html"]);
    expect(found("TIỆN ÍCH")).toEqual(["it.html"]);
  });

  it("finds beginnings of words, wants all words, and finds nothing where there is nothing", () => {
    expect(found("dua nguoi")).toEqual(["le-tan.html#tiep"]);
    expect(found("dong quay")).toEqual([]);
    expect(found("xyz")).toEqual([]);
  });

  it("shows the words around the place", () => {
    expect(search("benh vien")[0]?.excerpt).toContain("bệnh viện");
  });
});
