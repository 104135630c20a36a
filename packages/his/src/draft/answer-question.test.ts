import { expect, it } from "vitest";
import { answeredWork, withDateFormat, withEmergencyWords, withSexCodes } from "./answer-question.ts";
import { readPage } from "./page-draft.ts";

const part = (header: string) => ({ from: "text" as const, header });
const page = readPage({
  id: "list",
  kind: "list",
  recognise: [{ selector: "#ds" }],
  root: "#ds",
  rows: { selector: "tr" },
  columns: { headers: "th", count: { min: 3, max: 3 } },
  gutter: { at: "edge", edge: "left", width: 16 },
  fields: {
    identifiers: [{ kind: "his-code", parts: [part("Mã")] }],
    birthDate: { parts: [part("Sinh")], formats: ["dd/MM/yyyy", "yyyy"] },
  },
  emergency: [{ when: "contains", part: part("Ưu tiên"), words: ["Cấp cứu"] }],
});
if (page === undefined) throw new Error("no page");
const asked = { doubt: "dates-undecided" as const, role: "birth-date" as const, labels: ["Sinh"] };

it("an answered question is none any more, and its field is sure", () => {
  const fields = [{ role: "birth-date" as const, labels: ["Sinh"], sure: false }];
  const other = { doubt: "gutter" as const, labels: [] };
  expect(answeredWork({ page, fields, questions: [other, asked] }, asked)).toEqual({
    page,
    fields: [{ ...fields[0], sure: true }],
    questions: [other],
  });
});

it("the order of day and month is changed, and a year alone stays", () => {
  const formats = (year?: boolean) =>
    withDateFormat(page, asked, "MM/dd/yyyy", year)?.fields.birthDate?.formats;
  expect(formats()).toEqual(["MM/dd/yyyy", "yyyy"]);
  expect(formats(true)).toEqual(["MM/dd/yyyy", "yyyy"]);
});

it("codes for sex go where the question says that they stand, and nowhere without one", () => {
  const codes = [{ text: "0", sex: "male" as const }];
  const question = { doubt: "sex-codes" as const, role: "sex" as const, labels: [], codes: ["0"] };
  expect(withSexCodes(page, { ...question, parts: [part("Mã")] }, codes)?.fields.sex).toMatchObject({
    codes,
  });
  expect(withSexCodes(page, question, codes)).toBeUndefined();
  expect(withSexCodes(page, { ...question, parts: [part("Mã")] }, [])).toBeUndefined();
});

it("codes for sex that are said one after the other are all known, the last word on each; those of another place go", () => {
  const asked = (header: string) => ({
    doubt: "sex-codes" as const,
    role: "sex" as const,
    labels: [],
    parts: [part(header)],
  });
  const first = withSexCodes(page, asked("Mã"), [{ text: "1", sex: "female" }]);
  const both = first && withSexCodes(first, asked("Mã"), [{ text: "0", sex: "male" }]);
  expect(both?.fields.sex?.codes).toEqual([
    { text: "1", sex: "female" },
    { text: "0", sex: "male" },
  ]);
  const corrected = both && withSexCodes(both, asked("Mã"), [{ text: "1", sex: "male" }]);
  expect(corrected?.fields.sex?.codes).toEqual([
    { text: "0", sex: "male" },
    { text: "1", sex: "male" },
  ]);
  const elsewhere = both && withSexCodes(both, asked("Sinh"), [{ text: "M", sex: "male" }]);
  expect(elsewhere?.fields.sex?.codes).toEqual([{ text: "M", sex: "male" }]);
});

it("words for an emergency take the place of others, and none leave them", () => {
  expect(withEmergencyWords(page, ["CC"])?.emergency).toMatchObject([{ words: ["CC"] }]);
  expect(withEmergencyWords(page, [])?.emergency).toMatchObject([{ words: ["Cấp cứu"] }]);
  expect(withEmergencyWords(page, ["-"])).toBeUndefined();
});
