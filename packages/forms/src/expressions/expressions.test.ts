import { expect, it } from "vitest";
import { URLS } from "../definition/extension-urls.ts";
import type { QuestionnaireItem } from "../questionnaire/questionnaire.ts";
import { codesOf, formOf } from "../testing/form-of.ts";

const fhirpath = (url: string, expression: string) => ({
  url,
  valueExpression: { language: "text/fhirpath", expression },
});
const answerOf = (linkId: string): string =>
  `%resource.item.where(linkId='body').item.where(linkId='${linkId}').answer.value`;
const BMI: readonly QuestionnaireItem[] = [
  {
    linkId: "body",
    type: "group",
    item: [
      { linkId: "weight", type: "decimal" },
      { linkId: "height", type: "decimal" },
      {
        linkId: "bmi",
        type: "decimal",
        readOnly: true,
        extension: [
          fhirpath(
            URLS.calculatedExpression,
            `(${answerOf("weight")} / (${answerOf("height")} / 100).power(2)).round(1)`,
          ),
        ],
      },
      {
        linkId: "obese",
        type: "boolean",
        extension: [fhirpath(URLS.enableWhenExpression, `${answerOf("bmi")} >= 30`)],
      },
    ],
  },
];

it("calculates when what it reads changes, and what depends on the calculation follows", async () => {
  const form = formOf(BMI);
  await form.ready;
  form.typeText("weight", 0, "92,5");
  form.typeText("height", 0, "170");
  expect(form.node("bmi")?.answers[0]?.value).toEqual({ valueDecimal: 32 });
  expect(form.node("obese")?.enabled).toBe(true);
  form.typeText("weight", 0, "60");
  expect(form.node("bmi")?.answers[0]).toMatchObject({ value: { valueDecimal: 20.8 }, source: "calculated" });
  expect(form.node("obese")?.enabled).toBe(false);
  form.typeText("weight", 0, "");
  expect(form.node("bmi")?.answers[0]?.value).toBeUndefined();
  expect(form.issues).toEqual([]);
});

it("names calculations that feed each other, and leaves them to be entered", async () => {
  const fed = (linkId: string, by: string): QuestionnaireItem => ({
    linkId,
    text: `Mục ${linkId}`,
    type: "decimal",
    extension: [fhirpath(URLS.calculatedExpression, `%resource.item.where(linkId='${by}').answer.value + 1`)],
  });
  const form = formOf([fed("a", "b"), fed("b", "a"), { linkId: "c", type: "string" }]);
  await form.ready;
  form.typeText("a", 0, "3");
  expect(form.node("b")?.answers[0]?.value).toBeUndefined();
  expect(form.issues.map(({ code, severity }) => `${code} ${severity}`)).toEqual([
    "calculation-cycle advisory",
  ]);
  expect(form.issues[0]?.message.vi).toContain("Mục a; Mục b");
});

it("finds out that calculations feed each other though their text does not tell", async () => {
  const fed = (linkId: string): QuestionnaireItem => ({
    linkId,
    type: "integer",
    extension: [
      fhirpath(URLS.calculatedExpression, "%resource.descendants().answer.value.ofType(integer).sum() + 1"),
    ],
  });
  const form = formOf([fed("a"), fed("b"), { linkId: "c", type: "integer" }]);
  await form.ready;
  expect(form.issues).toEqual([]);
  expect(form.typeText("c", 0, "5").ok).toBe(true);
  expect(new Set(form.issues.map(({ code }) => code))).toEqual(new Set(["calculation-cycle"]));
  expect(form.typeText("a", 0, "6").ok).toBe(true);
  expect(form.inputText("c")).toBe("5");
  expect(form.inputText("b")).toBe("");
});

it("computes a long chain of calculations, and what sums all of it, without taking it for a circle", async () => {
  const step = (place: number, expression: string): QuestionnaireItem => ({
    linkId: `s${place}`,
    type: "integer",
    extension: [fhirpath(URLS.calculatedExpression, expression)],
  });
  const answer = (linkId: string): string => `%resource.item.where(linkId='${linkId}').answer.value`;
  const chain = Array.from({ length: 80 }, (_, place) => step(place + 1, `${answer(`s${place}`)} + 1`));
  // Of unknown sources, and in the wrong order: each takes a round of its own.
  const unknown = Array.from({ length: 15 }, (_, place) =>
    step(
      100 + place,
      `%resource.item.where((linkId='s${place === 14 ? 80 : 101 + place}') and true).answer.value + 1`,
    ),
  );
  const sum = step(99, `${answer("s1")} + ${answer("s40")} + ${answer("s80")} + ${answer("s100")}`);
  const form = formOf([...unknown, sum, ...chain, { linkId: "s0", type: "integer" }]);
  await form.ready;
  form.typeText("s0", 0, "5");
  expect(["s80", "s100", "s99"].map((key) => form.inputText(key))).toEqual(["85", "100", "236"]);
  expect(form.issues).toEqual([]);
});

it("waits with expressions as long as it is asked to", async () => {
  let paint = (): void => undefined;
  const computeAfter = new Promise<void>((resolve) => {
    paint = resolve;
  });
  const form = formOf(BMI, { computeAfter });
  form.typeText("weight", 0, "60");
  form.typeText("height", 0, "170");
  await Promise.resolve();
  expect(form.inputText("bmi")).toBe("");
  paint();
  await form.ready;
  expect(form.inputText("bmi")).toBe("20,8");
});

it("keeps what a person entered in place of a calculation, until it is emptied", async () => {
  const [body] = BMI;
  const items = [
    {
      ...body,
      linkId: "body",
      type: "group" as const,
      item: body?.item?.map((item) => ({ ...item, readOnly: false })) ?? [],
    },
  ];
  const form = formOf(items);
  await form.ready;
  form.typeText("weight", 0, "60");
  form.typeText("height", 0, "170");
  form.typeText("bmi", 0, "21");
  form.typeText("weight", 0, "70");
  expect(form.node("bmi")).toMatchObject({ overridden: true, answers: [{ value: { valueDecimal: 21 } }] });
  const again = formOf(items, { response: form.toResponse("in-progress") });
  await again.ready;
  expect(again.node("bmi")?.overridden).toBe(true);
  form.typeText("bmi", 0, "");
  expect(form.node("bmi")).toMatchObject({ overridden: false, answers: [{ value: { valueDecimal: 24.2 } }] });
});

it("reads the launch context, variables and the item itself", async () => {
  const form = formOf(
    [
      {
        linkId: "name",
        type: "string",
        extension: [fhirpath(URLS.initialExpression, "%patient.name.first().text")],
      },
      { linkId: "absent", type: "string", extension: [fhirpath(URLS.initialExpression, "%encounter.id")] },
      {
        linkId: "row",
        type: "group",
        repeats: true,
        extension: [
          {
            url: URLS.variable,
            valueExpression: { name: "dose", expression: "%context.item.where(linkId='dose').answer.value" },
          },
        ],
        item: [
          { linkId: "dose", type: "integer" },
          { linkId: "daily", type: "integer", extension: [fhirpath(URLS.calculatedExpression, "%dose * 3")] },
        ],
      },
    ],
    { launchContext: { patient: { resourceType: "Patient", name: [{ text: "Người Thử" }] } } },
    {
      extension: ["patient", "encounter"].map((name) => ({
        url: URLS.launchContext,
        extension: [{ url: "name", valueCoding: { code: name } }],
      })),
    },
  );
  await form.ready;
  expect(form.inputText("name")).toBe("Người Thử");
  const second = form.addGroup(form.nodesOf("row")[0]?.key ?? "");
  const [first, other] = form.nodesOf("dose");
  form.typeText(first?.key ?? "", 0, "2");
  form.typeText(other?.key ?? "", 0, "5");
  expect(form.nodesOf("daily").map(({ answers }) => answers[0]?.value)).toEqual([
    { valueInteger: 6 },
    { valueInteger: 15 },
  ]);
  expect(second?.children).toHaveLength(2);
  expect(form.issues).toEqual([]);
});

it("checks constraints, and says which expression cannot be computed", async () => {
  const rule = (expression: string, severity: string) => ({
    url: URLS.constraint,
    extension: [
      { url: "key", valueId: "bp" },
      { url: "severity", valueCode: severity },
      { url: "human", valueString: "Tâm thu phải cao hơn tâm trương" },
      { url: "expression", valueString: expression },
    ],
  });
  const form = formOf([
    {
      linkId: "bp",
      type: "group",
      extension: [rule("item.where(linkId='s').answer.value > item.where(linkId='d').answer.value", "error")],
      item: [
        { linkId: "s", type: "integer" },
        { linkId: "d", type: "integer" },
      ],
    },
    { linkId: "broken", type: "decimal", extension: [fhirpath(URLS.calculatedExpression, "1 +")] },
  ]);
  await form.ready;
  expect(codesOf(form, "broken")).toEqual(["expression-failed"]);
  form.typeText("s", 0, "80");
  form.typeText("d", 0, "120");
  expect(form.node("bp")?.issues).toMatchObject([
    { code: "constraint-unmet", severity: "blocking", message: { vi: "Tâm thu phải cao hơn tâm trương" } },
  ]);
  form.typeText("s", 0, "130");
  expect(codesOf(form, "bp")).toEqual([]);
  expect(form.typeText("broken", 0, "3").ok).toBe(true);
});
