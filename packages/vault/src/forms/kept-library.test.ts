import {
  CODE_SYSTEMS,
  formsCollection,
  questionnaireSchema,
  VALUE_SETS,
  valueSetSchema,
} from "@cadre-care/fhir";
import { describe, expect, it } from "vitest";
import { plainKeys } from "../testing/histories/plain-keys.ts";
import { KeptLibrary } from "./kept-library.ts";

const exam = questionnaireSchema.parse({
  resourceType: "Questionnaire",
  url: "https://board.example/fhir/Questionnaire/exam",
  version: "1",
  title: "Khám",
  status: "active",
  code: [{ system: CODE_SYSTEMS.formKind, code: "exam" }],
  item: [],
});
const icd10 = valueSetSchema.parse({
  resourceType: "ValueSet",
  url: VALUE_SETS.icd10,
  status: "active",
  expansion: { timestamp: "2026-11-01", contains: [{ system: "s", code: "I10", display: "Tăng huyết áp" }] },
});

const machine = () => {
  const read: string[] = [];
  const kept: Record<string, unknown> = {
    forms: formsCollection([exam]),
    terminology: formsCollection([icd10]),
  };
  const documents = {
    read: async (name: string) => {
      read.push(name);
      return kept[name];
    },
  };
  return { read, kept, library: new KeptLibrary(documents, () => plainKeys) };
};

describe("the forms of this machine", () => {
  it("are listed without the large value sets, and each document is read once", async () => {
    const { read, library } = machine();
    expect((await library.forms()).empty).toBe(false);
    await library.forms();
    expect(read).toEqual(["forms"]);
    expect((await library.read()).valueSet(VALUE_SETS.icd10)).toBeDefined();
    expect(await library.read()).toBe(await library.read());
    expect(await library.codes(VALUE_SETS.icd10)).toBe(await library.codes(VALUE_SETS.icd10));
    expect(read).toEqual(["forms", "terminology"]);
  });

  it("are read again where there were none, and after others came", async () => {
    const { kept, library } = machine();
    const { terminology } = kept;
    kept.terminology = undefined;
    expect(await library.codes(VALUE_SETS.icd10)).toBeUndefined();
    kept.terminology = terminology;
    expect((await library.codes(VALUE_SETS.icd10))?.search("I10")).toHaveLength(1);
    kept.forms = undefined;
    expect((await library.read()).empty).toBe(false);
    library.forget();
    expect((await library.read()).empty).toBe(true);
  });
});
