import { expect, it } from "vitest";
import { draftFields, inOneOrder } from "./draft-fields.ts";

const part = { from: "text" as const, selector: "td" };
const sample = (values: readonly string[]) => ({ header: "", values, parts: [part] });

it("says numbers in one order, whichever was found first", () => {
  const kinds = ["bhyt", "his-code", "cccd"] as const;
  const guesses = kinds.map((role, at) => ({ role, columns: [at], confidence: 1 }));
  const { fields } = draftFields(
    guesses,
    kinds.map(() => sample(["1"])),
  );
  expect(fields.identifiers?.map(({ kind }) => kind)).toEqual(["his-code", "cccd", "bhyt"]);
  expect(inOneOrder([])).toEqual([]);
});

it("takes a year alone for a birth date too, wherever one date was seen", () => {
  const formats = (values: readonly string[]) =>
    draftFields([{ role: "birth-date", columns: [0], confidence: 1 }], [sample(values)]).fields.birthDate
      ?.formats;
  expect(formats(["15/03/1950"])).toEqual(["dd/MM/yyyy", "yyyy"]);
  expect(formats(["15/03/1950", "1961"])).toEqual(["dd/MM/yyyy", "yyyy"]);
  expect(formats(["hôm qua"])).toBeUndefined();
});
