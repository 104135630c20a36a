import "../messages/english-now.ts";
import { expect, it } from "vitest";
import { compileForm } from "../definition/compile-form.ts";
import { formOf } from "../testing/form-of.ts";
import { DEEPEST, MOST_ITEMS, readQuestionnaire } from "./read-questionnaire.ts";

const read = (item: unknown, more = {}) =>
  readQuestionnaire({ resourceType: "Questionnaire", item, ...more });
const problemOf = (item: unknown, more = {}): string => {
  const result = read(item, more);
  return result.ok ? "none" : `${result.problem.code}: ${result.problem.message.en}`;
};

it.each([
  [null, "Questionnaire"],
  [{ resourceType: "Patient" }, "Questionnaire.resourceType"],
  [{ resourceType: "Questionnaire", item: {} }, "Questionnaire.item"],
  [{ resourceType: "Questionnaire", item: ["x"] }, "Questionnaire.item[0]"],
  [{ resourceType: "Questionnaire", item: [{ linkId: "a" }] }, "Questionnaire.item[0].type"],
  [{ resourceType: "Questionnaire", item: [{ linkId: "a", type: "slider" }] }, "Questionnaire.item[0].type"],
  [
    {
      resourceType: "Questionnaire",
      item: [
        {
          linkId: "g",
          type: "group",
          item: [{ linkId: "a", type: "choice", answerOption: [{ valueCoding: { code: 1 } }] }],
        },
      ],
    },
    "Questionnaire.item[0].item[0].answerOption[0].valueCoding.code",
  ],
  [
    {
      resourceType: "Questionnaire",
      item: [{ linkId: "a", type: "string", enableWhen: [{ question: "b", operator: "like" }] }],
    },
    "Questionnaire.item[0].enableWhen[0].operator",
  ],
])("says where %j is wrong", (json, path) => {
  const result = readQuestionnaire(json);
  expect(result).toMatchObject({ ok: false, problem: { code: "questionnaire-not-fhir" } });
  expect(!result.ok && result.problem.message.vi).toContain(`(sai ở ${path})`);
  expect(!result.ok && result.problem.message.en).toContain(`(wrong at ${path})`);
});

it("refuses a linkId that comes twice, by its name", () => {
  const item = [
    { linkId: "g", type: "group", item: [{ linkId: "a", type: "string" }] },
    { linkId: "a", type: "date" },
  ];
  expect(problemOf(item)).toContain(
    'questionnaire-link-id-repeated: The form has two items with the linkId "a"',
  );
  expect(problemOf([{ linkId: "", type: "string" }])).toContain("questionnaire-link-id-empty");
});

it("refuses items that contain themselves, and items nested deeper than any form", () => {
  const circle: Record<string, unknown> = { linkId: "g", type: "group" };
  circle.item = [circle];
  expect(problemOf([circle])).toContain("questionnaire-too-deep");
  const nested = (depth: number): unknown =>
    depth === 0
      ? [{ linkId: "leaf", type: "string" }]
      : [{ linkId: `g${depth}`, type: "group", item: nested(depth - 1) }];
  expect(problemOf(nested(DEEPEST - 1))).toBe("none");
  expect(problemOf(nested(DEEPEST))).toContain("questionnaire-too-deep");
  expect(problemOf(nested(5_000))).toContain("questionnaire-too-deep");
});

it("refuses more items than it can hold, and takes 10,000", () => {
  const many = (count: number) =>
    Array.from({ length: count }, (_, index) => ({ linkId: `q${index}`, type: "string" }));
  expect(problemOf(many(MOST_ITEMS + 1))).toContain("questionnaire-too-large");
  expect(problemOf(many(10_000))).toBe("none");
});

it("lets unknown extensions and elements pass through untouched", () => {
  const json = {
    resourceType: "Questionnaire",
    extension: [{ url: "https://other.example/x", valueRange: { low: { value: 1 } } }],
    "x-own": { any: [1, 2] },
    item: [
      {
        linkId: "a",
        type: "string",
        extension: [{ url: "https://other.example/y", valueBoolean: true }],
        future: 5,
      },
    ],
  };
  const before = structuredClone(json);
  const result = readQuestionnaire(json);
  expect(result.ok && result.value).toBe(json);
  expect(result.ok && compileForm(result.value).items[0]?.hints).toEqual({});
  expect(json).toEqual(before);
});

it("takes HTML in any string for text", () => {
  const html = "<img src=x onerror=alert(1)>";
  const form = formOf([{ linkId: html, type: "string", text: html }]);
  const [node] = form.roots;
  expect(node && form.text(node)).toBe(html);
  form.typeText(html, 0, html);
  expect(form.toResponse("completed").item).toEqual([
    { linkId: html, text: html, answer: [{ valueString: html }] },
  ]);
});
