import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { propertyRuns } from "../testing/property-runs.ts";
import type { Concept } from "./concept-index.ts";
import { joinDiseaseCodes, splitDiseaseCodes } from "./disease-codes.ts";
import { searchConcepts } from "./search-concepts.ts";

const concept = (code: string, display: string): Concept => ({ system: "icd", code, display });
const concepts = [
  concept("E11", "Đái tháo đường không phụ thuộc insuline"),
  concept("E11.9", "Đái tháo đường không phụ thuộc insuline, không có biến chứng"),
  concept("I10", "Bệnh lý tăng huyết áp nguyên phát"),
  concept("I11", "Bệnh tim do tăng huyết áp"),
  concept("I20.0", "Cơn đau thắt ngực không ổn định"),
];
const codes = (text: string) => searchConcepts(concepts, text).map(({ code }) => code);

describe("searchConcepts", () => {
  it.each([
    ["tang huyet ap", ["I10", "I11"]],
    ["TĂNG HUYẾT", ["I10", "I11"]],
    ["huyet tang", ["I10", "I11"]],
    ["dai thao", ["E11", "E11.9"]],
    ["đái tháo đường bien", ["E11.9"]],
    ["e119", ["E11.9"]],
    ["E11", ["E11", "E11.9"]],
    ["i1", ["I10", "I11"]],
    ["dau that", ["I20.0"]],
    ["khong co gi", []],
    ["", ["E11", "E11.9", "I10", "I11", "I20.0"]],
    [";;", []],
  ])("%j", (text, expected) => {
    expect(codes(text)).toEqual(expected);
  });

  it("finds every concept by its own code and by any words of its name, however they are written", () => {
    fc.assert(
      fc.property(fc.constantFrom(...concepts), fc.array(fc.nat(), { maxLength: 4 }), (one, picks) => {
        expect(searchConcepts(concepts, one.code.toLowerCase())[0]).toBe(one);
        const words = one.display.split(" ");
        const text = picks.map((pick) => words[pick % words.length]).join("  ");
        for (const written of [text, text.toUpperCase(), text.normalize("NFD")])
          expect(searchConcepts(concepts, written)).toContain(one);
      }),
      propertyRuns(200),
    );
  });
});

describe("disease codes", () => {
  it("are joined by semicolons, each once, in their order", () => {
    expect(joinDiseaseCodes(["I10", " e11.9 ", "I10", ""])).toBe("I10;E11.9");
    expect(splitDiseaseCodes("I10; E11.9,J44.9  I10")).toEqual(["I10", "E11.9", "J44.9"]);
    expect(splitDiseaseCodes("")).toEqual([]);
  });

  it("come back as they were joined", () => {
    const code = fc.stringMatching(/^[A-Z]\d{2}(\.\d)?$/);
    fc.assert(
      fc.property(fc.uniqueArray(code, { maxLength: 8 }), (list) => {
        expect(splitDiseaseCodes(joinDiseaseCodes(list))).toEqual(list);
      }),
      propertyRuns(200),
    );
  });
});
