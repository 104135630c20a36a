import { expect, it } from "vitest";
import { URLS } from "../definition/extension-urls.ts";
import { codesOf, formOf } from "../testing/form-of.ts";

const fhirpath = (url: string, expression: string, language = "text/fhirpath") => ({
  url,
  valueExpression: { language, expression },
});
const rule = (url: string, expression: string, severity = "error") => ({
  url,
  extension: [
    { url: "severity", valueCode: severity },
    { url: "human", valueString: "Không hợp lý" },
    { url: "expression", valueString: expression },
  ],
});

it("offers the options that an answerExpression gives, and new ones when its sources change", async () => {
  const form = formOf(
    [
      { linkId: "drug", type: "string", repeats: true },
      {
        linkId: "main",
        type: "choice",
        extension: [fhirpath(URLS.answerExpression, "%resource.item.where(linkId='drug').answer.value")],
      },
      {
        linkId: "from",
        type: "choice",
        extension: [fhirpath(URLS.answerExpression, "%patient.contact.relationship.coding")],
      },
    ],
    {
      launchContext: {
        patient: {
          resourceType: "Patient",
          contact: [{ relationship: [{ coding: [{ code: "N", display: "Người thân" }] }] }],
        },
      },
    },
  );
  await form.ready;
  let told = 0;
  form.node("main")?.subscribe(() => told++);
  form.typeText("drug", 0, "Aspirin");
  expect(told).toBe(1);
  const [, main, from] = form.roots;
  expect(main && form.options(main).options.map(({ label }) => label)).toEqual(["Aspirin"]);
  expect(from && form.options(from).options.map(({ value }) => value)).toEqual([
    { valueCoding: { code: "N", display: "Người thân" } },
  ]);
});

it("checks a targetConstraint against the whole response, and rules of the form itself", async () => {
  const less =
    "%resource.item.where(linkId='from').answer.value <= %resource.item.where(linkId='to').answer.value";
  const form = formOf(
    [
      { linkId: "from", type: "date" },
      { linkId: "to", type: "date", extension: [rule(URLS.targetConstraint, less, "warning")] },
    ],
    {},
    { extension: [rule(URLS.constraint, "item.count() < 2")] },
  );
  await form.ready;
  form.typeText("from", 0, "02/03/2026");
  expect(form.issues).toEqual([]);
  form.typeText("to", 0, "01/03/2026");
  expect(form.node("to")?.issues).toMatchObject([
    { code: "constraint-unmet", severity: "advisory", message: { vi: "Không hợp lý" } },
  ]);
  expect(form.issues.map(({ severity, node }) => [severity, node?.key])).toEqual([
    ["blocking", undefined],
    ["advisory", "to"],
  ]);
  form.typeText("from", 0, "");
  expect(form.issues).toEqual([]);
});

it("hides what an enableWhenExpression decides until it is computed, and shows it where it cannot be", async () => {
  const form = formOf([
    { linkId: "a", type: "boolean", initial: [{ valueBoolean: true }] },
    {
      linkId: "b",
      type: "string",
      required: true,
      extension: [fhirpath(URLS.enableWhenExpression, "%resource.item.where(linkId='a').answer.value")],
    },
    { linkId: "c", type: "string", extension: [fhirpath(URLS.enableWhenExpression, "%gone.x")] },
  ]);
  expect([form.node("b")?.enabled, form.issues]).toEqual([false, []]);
  await form.ready;
  expect([form.node("b")?.enabled, codesOf(form, "b")]).toEqual([true, ["required"]]);
  expect([form.node("c")?.enabled, codesOf(form, "c")]).toEqual([true, ["expression-failed"]]);
});

it("gives a calculation the type, unit and code of its item", async () => {
  const calculated = (expression: string) => [fhirpath(URLS.calculatedExpression, expression)];
  const kg = { system: "http://unitsofmeasure.org", code: "kg", display: "kg" };
  const form = formOf([
    {
      linkId: "quantity",
      type: "quantity",
      extension: [...calculated("60.5"), { url: URLS.unit, valueCoding: kg }],
    },
    { linkId: "own unit", type: "quantity", extension: calculated("5 'mg'") },
    {
      linkId: "code",
      type: "choice",
      answerOption: [{ valueCoding: { system: "s", code: "III", display: "Loại III" } }],
      extension: calculated("'III'"),
    },
    { linkId: "date", type: "date", extension: calculated("@2026-03-01 + 1 month") },
    { linkId: "time", type: "time", extension: calculated("@T08:30:00") },
    { linkId: "minutes", type: "time", extension: calculated("@T08:30") },
    { linkId: "instant", type: "dateTime", extension: calculated("@2026-03-01T08:30:00+07:00") },
    { linkId: "no day", type: "date", extension: calculated("'hôm qua'") },
    { linkId: "no instant", type: "dateTime", extension: calculated("'hôm qua'") },
    { linkId: "no time", type: "time", extension: calculated("'25:00'") },
    { linkId: "text", type: "string", extension: calculated("'a' & 'b'") },
    { linkId: "many", type: "integer", repeats: true, extension: calculated("1 | 2 | 3") },
    { linkId: "wrong type", type: "integer", extension: calculated("'x'") },
    {
      linkId: "query",
      type: "string",
      extension: [fhirpath(URLS.calculatedExpression, "Patient/1", "application/x-fhir-query")],
    },
  ]);
  await form.ready;
  const values = Object.fromEntries(
    form.roots.map(({ key, answers }) => [key, answers.map(({ value }) => value)]),
  );
  expect(values).toEqual({
    quantity: [{ valueQuantity: { value: 60.5, unit: "kg", system: kg.system, code: "kg" } }],
    "own unit": [{ valueQuantity: { value: 5, unit: "mg", system: kg.system, code: "mg" } }],
    code: [{ valueCoding: { system: "s", code: "III", display: "Loại III" } }],
    date: [{ valueDate: "2026-04-01" }],
    time: [{ valueTime: "08:30:00" }],
    minutes: [{ valueTime: "08:30:00" }],
    instant: [{ valueDateTime: expect.stringMatching(/^2026-03-01T08:30:00(\.000)?\+07:00$/) }],
    "no day": [undefined],
    "no instant": [undefined],
    "no time": [undefined],
    text: [{ valueString: "ab" }],
    many: [{ valueInteger: 1 }, { valueInteger: 2 }, { valueInteger: 3 }],
    "wrong type": [undefined],
    query: [undefined],
  });
  expect(form.issues.map(({ code, node }) => [code, node?.key])).toEqual([
    ["expression-language-unsupported", "query"],
  ]);
});

it("leaves what it was given as it was", async () => {
  const patient = Object.freeze({ resourceType: "Patient", birthDate: "1961-06-04" });
  const form = formOf(
    [{ linkId: "born", type: "date", extension: [fhirpath(URLS.initialExpression, "%patient.birthDate")] }],
    { launchContext: { patient } },
  );
  const before = JSON.stringify(form.definition.questionnaire);
  await form.ready;
  expect(form.inputText("born")).toBe("04/06/1961");
  expect(JSON.stringify([patient, form.definition.questionnaire])).toBe(
    JSON.stringify([patient, JSON.parse(before)]),
  );
});
