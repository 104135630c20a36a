import { describe, expect, it } from "vitest";
import { patientFindings, type RowFaults, RowTally } from "./findings.ts";

const SOUND: RowFaults = { names: true, faults: [], shapeless: [], empty: [] };
const NOBODY: RowFaults = { ...SOUND, names: false };
const faulty = (place: string, fault: RowFaults["faults"][number][1]): RowFaults => ({
  ...SOUND,
  faults: [[place, fault]],
});
/** What a list of `all` rows says of which `bad` are like this. */
const found = (bad: number, all: number, row: RowFaults) => {
  const tally = new RowTally();
  for (let at = 0; at < all; at += 1) tally.add(at < bad ? row : SOUND);
  return tally.findings();
};

describe("a list", () => {
  it.each<[string, number, number, RowFaults, boolean | undefined]>([
    ["a cell too many in every row", 20, 20, faulty("columns", "cells-off"), true],
    ["a cell too many in nearly every row", 18, 20, faulty("columns", "cells-off"), true],
    ["a group heading now and then", 6, 20, faulty("columns", "cells-off"), undefined],
    ["the one row that says that there is nobody", 1, 1, faulty("columns", "cells-off"), undefined],
    ["a header gone, whatever the rows", 1, 1, faulty("fields.name", "header-missing"), true],
    ["a broken selector, whatever the rows", 1, 3, faulty("fields.birthDate", "selector-broken"), true],
    ["an identifier gone from every row", 8, 8, faulty("fields.identifiers[1]", "element-count-off"), true],
    [
      "an identifier gone from a few rows of few",
      4,
      4,
      faulty("fields.name", "element-count-off"),
      undefined,
    ],
    ["no emergency signal to be read", 9, 9, faulty("emergency[0]", "element-count-off"), true],
    ["no emergency signal to be read in its only row", 1, 1, faulty("emergency[0]", "texts-differ"), true],
    ["an emergency cell that one row of few lacks", 1, 2, faulty("emergency[0]", "cells-off"), undefined],
    ["an emergency word of another form", 1, 1, faulty("emergency[0]", "pattern-off"), undefined],
    [
      "no emergency cell in the row that says that there is nobody",
      1,
      1,
      { ...faulty("emergency[0]", "element-count-off"), names: false },
      undefined,
    ],
    ["codes for sex that nobody stated", 9, 9, faulty("fields.sex", "sex-code-unknown"), false],
    ["names of another form", 9, 9, faulty("fields.name", "name-form-off"), true],
    ["names of which no family name is certain", 9, 9, faulty("fields.name", "name-order-unclear"), false],
    ["one name of another form", 1, 9, faulty("fields.name", "name-form-off"), undefined],
    ["dates in the other order", 6, 10, faulty("fields.birthDate", "date-format-unknown"), false],
    ["dates that are none", 10, 10, faulty("fields.birthDate", "date-format-unknown"), true],
    ["one date of another format", 1, 10, faulty("fields.birthDate", "date-format-unknown"), undefined],
    ["numbers of another kind", 9, 9, { ...SOUND, shapeless: ["fields.identifiers[0]"] }, true],
    ["one slip in a number", 1, 9, { ...SOUND, shapeless: ["fields.identifiers[0]"] }, undefined],
    ["a field empty in all rows", 5, 5, { ...SOUND, empty: ["fields.identifiers[0]"] }, false],
    ["a field empty in few rows", 4, 4, { ...SOUND, empty: ["fields.identifiers[0]"] }, undefined],
    ["a field empty in most rows", 19, 20, { ...SOUND, empty: ["fields.identifiers[0]"] }, undefined],
  ])("with %s", (_, bad, all, row, off) => {
    expect(found(bad, all, row).map((finding) => finding.off)).toEqual(off === undefined ? [] : [off]);
  });

  it("judges a value among the rows that have one", () => {
    const tally = new RowTally();
    for (let at = 0; at < 20; at += 1)
      tally.add(at < 6 ? faulty("fields.name", "name-form-off") : { ...SOUND, empty: ["fields.name"] });
    expect(tally.findings()).toEqual([{ place: "fields.name", fault: "name-form-off", off: true }]);
  });
});

it("a lost emergency signal counts among the rows that name somebody", () => {
  const tally = new RowTally();
  tally.add(faulty("emergency[0]", "element-count-off"));
  tally.add(NOBODY);
  tally.add({ ...NOBODY, faults: [["columns", "cells-off"]] });
  expect(tally.findings()).toEqual([{ place: "emergency[0]", fault: "element-count-off", off: true }]);
});

it("one patient's slip takes nothing away; a page built otherwise says nothing", () => {
  expect(
    patientFindings([
      ["fields.birthDate", "date-format-unknown"],
      ["fields.identifiers[0]", "element-count-off"],
      ["fields.sex", "element-count-off"],
    ]).map(({ off }) => off),
  ).toEqual([false, true, false]);
});

it("a name that may be read two ways is none of the page's faults", () => {
  expect(patientFindings([["fields.name", "name-order-unclear"]])).toEqual([]);
});
