import { expect, it } from "vitest";
import { URLS } from "../definition/extension-urls.ts";
import type { QuestionnaireItem } from "../questionnaire/questionnaire.ts";
import { codesOf, formOf } from "../testing/form-of.ts";

const english = (text: string) => ({
  extension: [
    {
      url: URLS.translation,
      extension: [
        { url: "lang", valueCode: "en" },
        { url: "content", valueString: text },
      ],
    },
  ],
});
const coding = (code: string, display: string) => ({ system: "s", code, display });
const labels = (form: ReturnType<typeof formOf>): readonly string[] => {
  const [node] = form.roots;
  return node ? form.options(node).options.map(({ label }) => label) : [];
};
const SYMPTOMS: QuestionnaireItem = {
  linkId: "a",
  type: "choice",
  repeats: true,
  answerOption: [
    { valueCoding: coding("cough", "Ho") },
    { valueCoding: coding("fever", "Sốt") },
    {
      valueCoding: coding("none", "Không có"),
      extension: [{ url: URLS.optionExclusive, valueBoolean: true }],
    },
  ],
};
const chosen = (form: ReturnType<typeof formOf>) =>
  form.node("a")?.answers.map(({ value }) => value?.valueCoding?.code);

it("chooses and unchooses; an exclusive option stands alone", () => {
  const form = formOf([SYMPTOMS]);
  const toggle = (code: string) => form.toggle("a", { valueCoding: coding(code, "") });
  toggle("cough");
  toggle("fever");
  expect(chosen(form)).toEqual(["cough", "fever"]);
  toggle("none");
  expect(chosen(form)).toEqual(["none"]);
  toggle("fever");
  expect(chosen(form)).toEqual(["fever"]);
  toggle("fever");
  expect(chosen(form)).toEqual([undefined]);
});

it("says of a response that has an exclusive option beside another, and of what is no option", () => {
  const answer = [
    { valueCoding: coding("none", "Không có") },
    { valueCoding: coding("cough", "Ho") },
    { valueCoding: coding("x", "X") },
  ];
  const form = formOf([SYMPTOMS], {
    response: { resourceType: "QuestionnaireResponse", status: "completed", item: [{ linkId: "a", answer }] },
  });
  expect(form.node("a")?.issues).toMatchObject([
    { code: "option-exclusive", severity: "blocking", answer: 0 },
    { code: "not-an-option", severity: "blocking", answer: 2 },
  ]);
});

it("reads scores, prefixes and options of other kinds, in both languages", () => {
  const form = formOf([
    {
      linkId: "a",
      type: "choice",
      answerOption: [
        {
          valueCoding: { ...coding("0", "Không"), ...{ _display: english("No") } },
          extension: [
            { url: URLS.ordinalValue, valueDecimal: 0 },
            { url: URLS.optionPrefix, valueString: "A." },
          ],
        },
        { valueString: "Có", _valueString: english("Yes") },
        { valueInteger: 3 },
        { valueDate: "2026-03-01" },
      ],
    },
  ]);
  expect(labels(form)).toEqual(["Không", "Có", "3", "01/03/2026"]);
  const [node] = form.roots;
  expect(node && form.options(node).options[0]).toEqual({
    value: { valueCoding: coding("0", "Không") },
    label: "Không",
    prefix: "A.",
    exclusive: false,
    score: 0,
  });
  form.setAnswer("a", 0, { valueCoding: coding("0", "Không") });
  form.language = "en";
  expect(labels(form)).toEqual(["No", "Yes", "3", "2026-03-01"]);
  expect(form.displayText("a")).toBe("No");
  form.setAnswer("a", 0, { valueInteger: 3 });
  expect(codesOf(form, "a")).toEqual([]);
});

const contains = [
  {
    system: "s",
    code: "group",
    display: "Nhóm",
    abstract: true,
    contains: [{ system: "s", code: "b", display: "Bê" }],
  },
  { system: "s", code: "a", display: "A", designation: [{ language: "en", value: "Ay" }] },
  { system: "s", code: "old", display: "Cũ", inactive: true },
];

it("finds a value set that is contained, given by url, or listed code by code", () => {
  const contained = [{ resourceType: "ValueSet", id: "vs", expansion: { contains } }];
  const inside = formOf([{ linkId: "a", type: "choice", answerValueSet: "#vs" }], {}, { contained });
  expect(labels(inside)).toEqual(["Bê", "A"]);
  inside.language = "en";
  expect(labels(inside)).toEqual(["Bê", "Ay"]);
  const url = "https://board.example/vs";
  const given = formOf([{ linkId: "a", type: "choice", answerValueSet: `${url}|2` }], {
    valueSets: [{ resourceType: "ValueSet", url, version: "2", expansion: { contains } }, "nonsense"],
  });
  expect(labels(given)).toEqual(["Bê", "A"]);
  const listed = [
    {
      resourceType: "ValueSet",
      id: "vs",
      compose: { include: [{ system: "s", concept: [{ code: "a", display: "A" }] }] },
    },
  ];
  const composed = formOf(
    [{ linkId: "a", type: "choice", answerValueSet: "#vs" }],
    {},
    { contained: listed },
  );
  expect(labels(composed)).toEqual(["A"]);
});

it("keeps the entry open where a value set cannot be expanded here, says so, and takes it when it comes", () => {
  const url = "https://board.example/icd-10";
  const filtered = [
    { resourceType: "ValueSet", id: "vs", compose: { include: [{ system: "s", filter: [{}] }] } },
  ];
  for (const answerValueSet of [url, "#vs", "#gone"]) {
    const form = formOf(
      [{ linkId: "a", type: "choice", answerValueSet, required: true }],
      {},
      { contained: filtered },
    );
    const [node] = form.roots;
    expect(node && form.options(node)).toEqual({ options: [], open: true, unavailable: true });
    expect(node?.issues).toMatchObject([
      { code: "required" },
      { code: "options-unavailable", severity: "advisory" },
    ]);
    form.typeText("a", 0, "Tăng huyết áp");
    expect(form.toResponse("completed").item).toEqual([
      { linkId: "a", answer: [{ valueCoding: { display: "Tăng huyết áp" } }] },
    ]);
  }
  const form = formOf([{ linkId: "a", type: "choice", answerValueSet: url }]);
  let told = 0;
  form.node("a")?.subscribe(() => told++);
  expect(form.addValueSet({ resourceType: "ValueSet", url, expansion: { contains } })).toBe(true);
  expect(form.addValueSet({ resourceType: "Patient" })).toBe(false);
  expect([labels(form), codesOf(form, "a"), told]).toEqual([["Bê", "A"], [], 1]);
});

it("takes own words in an open choice, and a code that is not offered in neither", () => {
  const answerOption = [{ valueCoding: coding("a", "A") }];
  const form = formOf([{ linkId: "a", type: "open-choice", answerOption }]);
  form.typeText("a", 0, "khác");
  expect(codesOf(form, "a")).toEqual([]);
  form.setAnswer("a", 0, { valueCoding: coding("z", "Z") });
  expect(codesOf(form, "a")).toEqual(["not-an-option"]);
});
