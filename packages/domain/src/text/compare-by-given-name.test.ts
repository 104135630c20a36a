import fc from "fast-check";
import { expect, it } from "vitest";
import { names } from "../testing/people.ts";
import { compareByGivenName } from "./compare-by-given-name.ts";

it("orders by given name, then middle, then family name, in Vietnamese order", () => {
  const sorted = ["Nguyễn Văn An", "Bùi Thị Án", "Lê Ân", "Trần Bình", "Lê Văn Dương", "Lê Đặng", "Lê Em"];
  expect([...sorted].reverse().sort(compareByGivenName)).toEqual(sorted);
  expect(["Trần Bá An", "Lê Văn An", "Bùi Văn An"].sort(compareByGivenName)).toEqual([
    "Trần Bá An",
    "Bùi Văn An",
    "Lê Văn An",
  ]);
});

it("does not see case, composition or spaces", () => {
  fc.assert(
    fc.property(names, (name) => {
      expect(
        compareByGivenName(
          ` ${name.toLocaleUpperCase("vi").normalize("NFD").replace(/ /g, "\u00a0 ")}`,
          name,
        ),
      ).toBe(0);
    }),
  );
});
