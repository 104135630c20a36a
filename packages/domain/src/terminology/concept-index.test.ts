import { describe, expect, it } from "vitest";
import { ConceptIndex } from "./concept-index.ts";

const system = "http://hl7.org/fhir/sid/icd-10";
const of = (code: string, display: string) => ({ system, code, display });
const index = new ConceptIndex([
  of("I10", "Tăng huyết áp vô căn (nguyên phát)"),
  of("I11", "Bệnh tim do tăng huyết áp"),
  of("E11", "Đái tháo đường không phụ thuộc insuline"),
  of("E11.9", "Đái tháo đường không phụ thuộc insuline, không có biến chứng"),
]);
const codes = (text: string) => index.search(text).map(({ code }) => code);

describe("codes of a prepared value set", () => {
  it.each([
    ["tang huyet ap", ["I10", "I11"]],
    ["Tăng Huyết", ["I10", "I11"]],
    ["dai thao", ["E11", "E11.9"]],
    ["e119", ["E11.9"]],
    ["E11", ["E11", "E11.9"]],
    ["huyet tim", ["I11"]],
    ["uyet", []],
    ["%", []],
  ])("%s", (text, expected) => {
    expect(codes(text)).toEqual(expected);
  });

  it("finds all for nothing", () => {
    expect(codes("  ")).toHaveLength(4);
  });

  it("folds the list once, however often it is asked", () => {
    const many = new ConceptIndex(
      Array.from({ length: 15_000 }, (_, n) => of(`X${n}`, `Bệnh số ${n} của đường hô hấp trên`)),
    );
    let reads = 0;
    const watched = new ConceptIndex([
      {
        system,
        code: "A00",
        get display() {
          reads += 1;
          return "Bệnh tả";
        },
      },
    ]);
    for (let n = 0; n < 10; n += 1) watched.search("benh ta");
    expect(reads).toBe(1);
    expect(many.search("ho hap 14999")[0]?.code).toBe("X14999");
  });
});
