import { expect, it } from "vitest";
import { compileForm } from "../definition/compile-form.ts";
import { URLS } from "../definition/extension-urls.ts";
import type { QuestionnaireItem } from "../questionnaire/questionnaire.ts";
import { parseTyped } from "./parse-typed.ts";

const parse = (type: QuestionnaireItem["type"], text: string, more: Partial<QuestionnaireItem> = {}) => {
  const item = { linkId: "a", type, ...more };
  const [definition] = compileForm({ resourceType: "Questionnaire", item: [item] }).items;
  if (!definition) throw new Error("no item");
  const { result } = parseTyped(text, definition);
  return result.ok ? result.value : result.problem.code;
};

it.each([
  ["36,5", { valueDecimal: 36.5 }],
  ["36.5", { valueDecimal: 36.5 }],
  [" 36,50 ", { valueDecimal: 36.5 }],
  ["-0,0", { valueDecimal: 0 }],
  [",5", { valueDecimal: 0.5 }],
  ["12.", { valueDecimal: 12 }],
  ["−3", { valueDecimal: -3 }],
  ["１２，５", { valueDecimal: 12.5 }],
  ["1.234,5", "number-ambiguous"],
  ["1,234.5", "number-ambiguous"],
  ["1.234.567", "number-ambiguous"],
  ["1e5", "not-a-number"],
  ["12a", "not-a-number"],
  ["Infinity", "not-a-number"],
  ["0,12345678901234567", "number-too-long"],
  ["  ", undefined],
])("reads %j as a decimal", (text, expected) => expect(parse("decimal", text)).toEqual(expected));

it.each([
  ["72", { valueInteger: 72 }],
  ["+7", { valueInteger: 7 }],
  ["7,0", "not-a-whole-number"],
  ["７，０", "not-a-whole-number"],
  ["7,5", "not-a-whole-number"],
  ["3000000000", "number-too-long"],
])("reads %j as an integer", (text, expected) => expect(parse("integer", text)).toEqual(expected));

it.each([
  ["28/02/1961", { valueDate: "1961-02-28" }],
  ["4/6/1961", { valueDate: "1961-06-04" }],
  ["04061961", { valueDate: "1961-06-04" }],
  ["06/1961", { valueDate: "1961-06" }],
  ["1961", { valueDate: "1961" }],
  ["1961-06-04", { valueDate: "1961-06-04" }],
  ["1961-06", { valueDate: "1961-06" }],
  ["29/02/2024", { valueDate: "2024-02-29" }],
  ["29/02/2026", "date-not-in-calendar"],
  ["31/02/2026", "date-not-in-calendar"],
  ["13/13/2026", "date-not-in-calendar"],
  ["31/02", "not-a-date"],
  ["hôm qua", "not-a-date"],
])("reads %j as a date", (text, expected) => expect(parse("date", text)).toEqual(expected));

it.each([
  ["8:05", { valueTime: "08:05:00" }],
  ["8h05", { valueTime: "08:05:00" }],
  ["8h", { valueTime: "08:00:00" }],
  ["8 giờ 5 phút", { valueTime: "08:05:00" }],
  ["0805", { valueTime: "08:05:00" }],
  ["08:05:30", { valueTime: "08:05:30" }],
  ["24:00", "not-a-time"],
  ["8:60", "not-a-time"],
  ["sáng", "not-a-time"],
])("reads %j as a time", (text, expected) => expect(parse("time", text)).toEqual(expected));

it("reads a dateTime with the offset of this machine, or a partial date", () => {
  const offset = /(Z|[+-]\d\d:\d\d)$/;
  for (const text of ["12/03/2026 8:05", "12/03/2026 8h05", "8:05 12/03/2026", "2026-03-12T08:05"]) {
    const value = parse("dateTime", text);
    expect(value).toMatchObject({ valueDateTime: expect.stringMatching(offset) });
    expect(JSON.stringify(value)).toContain("2026-03-12T08:05:00");
  }
  expect(parse("dateTime", "03/2026")).toEqual({ valueDateTime: "2026-03" });
  expect(parse("dateTime", "31/02/2026 8:00")).toBe("date-not-in-calendar");
  expect(parse("dateTime", "03/2026 8:00")).toBe("not-a-date-time");
});

it("reads yes and no, addresses, words for open choices and references", () => {
  expect(parse("boolean", "Có")).toEqual({ valueBoolean: true });
  expect(parse("boolean", "k")).toEqual({ valueBoolean: false });
  expect(parse("boolean", "có lẽ")).toBe("not-a-boolean");
  expect(parse("url", " https://a.example/x ")).toEqual({ valueUri: "https://a.example/x" });
  expect(parse("url", "a b")).toBe("not-a-url");
  expect(parse("open-choice", "khác")).toEqual({ valueString: "khác" });
  expect(parse("choice", "ghi tay")).toEqual({ valueCoding: { display: "ghi tay" } });
  expect(parse("reference", "bác sĩ A")).toEqual({ valueReference: { display: "bác sĩ A" } });
  expect(parse("attachment", "x")).toBe("not-typed");
});

it("gives a quantity the unit of the form", () => {
  const unit = {
    url: URLS.unit,
    valueCoding: { system: "http://unitsofmeasure.org", code: "kg", display: "kg" },
  };
  const expected = {
    valueQuantity: { value: 61.5, unit: "kg", system: "http://unitsofmeasure.org", code: "kg" },
  };
  expect(parse("quantity", "61,5", { extension: [unit] })).toEqual(expected);
  const initial = [{ valueQuantity: { unit: "kg", system: "http://unitsofmeasure.org", code: "kg" } }];
  expect(parse("quantity", "61,5", { initial })).toEqual(expected);
  expect(parse("quantity", "61,5")).toEqual({ valueQuantity: { value: 61.5 } });
});
