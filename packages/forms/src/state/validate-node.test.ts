import "../messages/english-now.ts";
import "./patterns-now.ts";
import { expect, it } from "vitest";
import { URLS } from "../definition/extension-urls.ts";
import type { Extension } from "../questionnaire/data-types.ts";
import type { QuestionnaireItem } from "../questionnaire/questionnaire.ts";
import { codesOf, formOf } from "../testing/form-of.ts";

const one = (
  type: QuestionnaireItem["type"],
  more: Partial<QuestionnaireItem>,
  extension: readonly Extension[] = [],
) => formOf([{ linkId: "a", type, ...more, extension }]);
const after = (text: string, ...args: Parameters<typeof one>): readonly string[] => {
  const form = one(...args);
  form.typeText("a", 0, text);
  return codesOf(form, "a");
};

it("asks for what is required, until it is answered, and not where it is not shown", () => {
  const form = formOf([
    { linkId: "a", type: "string", required: true },
    { linkId: "g", type: "group", required: true, item: [{ linkId: "in", type: "string" }] },
    {
      linkId: "b",
      type: "string",
      required: true,
      enableWhen: [{ question: "a", operator: "=", answerString: "x" }],
    },
  ]);
  expect(form.issues.map(({ node, code, severity }) => `${node?.key} ${code} ${severity}`)).toEqual([
    "a required blocking",
    "g required blocking",
  ]);
  form.typeText("a", 0, "x");
  form.typeText("in", 0, "y");
  expect(form.issues.map(({ node }) => node?.key)).toEqual(["b"]);
});

it("never blocks for what is hidden: nobody could mend it", () => {
  const hidden = [{ url: URLS.hidden, valueBoolean: true }];
  const form = formOf([
    {
      linkId: "g",
      type: "group",
      extension: hidden,
      item: [{ linkId: "a", type: "string", required: true }],
    },
  ]);
  expect(form.issues.map(({ code, severity }) => `${code} ${severity}`)).toEqual(["required advisory"]);
});

it.each<[string, readonly string[], ...Parameters<typeof one>]>([
  ["four", ["too-long"], "string", { maxLength: 3 }],
  ["ba", [], "string", { maxLength: 3 }],
  ["👩‍⚕️".slice(0, 2), [], "string", { maxLength: 1 }],
  ["ab", ["too-short"], "string", {}, [{ url: URLS.minLength, valueInteger: 3 }]],
  ["39", ["below-minimum"], "integer", {}, [{ url: URLS.minValue, valueInteger: 40 }]],
  ["40", [], "integer", {}, [{ url: URLS.minValue, valueInteger: 40 }]],
  ["250,5", ["above-maximum"], "decimal", {}, [{ url: URLS.maxValue, valueDecimal: 250 }]],
  ["250,5", ["above-maximum"], "quantity", {}, [{ url: URLS.maxValue, valueDecimal: 250 }]],
  ["250,5", ["above-maximum"], "quantity", {}, [{ url: URLS.maxQuantity, valueQuantity: { value: 250 } }]],
  ["01/01/2027", ["above-maximum"], "date", {}, [{ url: URLS.maxValue, valueDate: "2026-12-31" }]],
  ["2027", ["above-maximum"], "date", {}, [{ url: URLS.maxValue, valueDate: "2026-12-31" }]],
  ["2026", [], "date", {}, [{ url: URLS.maxValue, valueDate: "2026-06-30" }]],
  ["7:00", ["below-minimum"], "time", {}, [{ url: URLS.minValue, valueTime: "07:30:00" }]],
  ["36,55", ["too-many-decimals"], "decimal", {}, [{ url: URLS.maxDecimalPlaces, valueInteger: 1 }]],
  ["36,5", [], "decimal", {}, [{ url: URLS.maxDecimalPlaces, valueInteger: 1 }]],
  ["abc", ["pattern-mismatch"], "string", {}, [{ url: URLS.regex, valueString: "\\d{3}/\\d{2}" }]],
  ["120/80", [], "string", {}, [{ url: URLS.regex, valueString: "^\\d{2,3}/\\d{2,3}$" }]],
  [
    "I10;E11.9",
    [],
    "string",
    {},
    [{ url: URLS.regex, valueString: "[A-Z]\\d{2}(\\.\\d{1,2})?(;[A-Z]\\d{2}(\\.\\d{1,2})?)*" }],
  ],
])("of %j says %j (%s %j %j)", (text, expected, ...args) => {
  expect(after(text, ...args)).toEqual(expected);
});

it("speaks of a bound as each language writes it, and of the form asked for", () => {
  const bound = one("decimal", {}, [{ url: URLS.minValue, valueDecimal: 36.5 }]);
  bound.typeText("a", 0, "30");
  expect(bound.node("a")?.issues[0]?.message).toEqual({
    vi: "Giá trị nhỏ nhất là 36,5.",
    en: "The lowest value allowed is 36.5.",
  });
  const form = one("string", {}, [
    { url: URLS.regex, valueString: "\\d+" },
    { url: URLS.entryFormat, valueString: "số bệnh án" },
  ]);
  form.typeText("a", 0, "x");
  expect(form.node("a")?.issues[0]?.message.vi).toContain("(số bệnh án)");
});

it.each([
  ["([a-z", ["pattern-unusable"]],
  ["(a)\\1*b+", ["pattern-unusable"]],
  ["(a+)+$", []],
  ["(a|aa)*b", ["pattern-mismatch"]],
  ["(\\w+\\s?)*!", ["pattern-mismatch"]],
  [".*.*.*.*.*x", ["pattern-mismatch"]],
  ["a+a+a+x", ["pattern-mismatch"]],
])("does not let the pattern %j hold the form up or break it", (pattern, expected) => {
  expect(after("a".repeat(2_000), "string", {}, [{ url: URLS.regex, valueString: pattern }])).toEqual(
    expected,
  );
  const tooLong = after("a".repeat(2_001), "string", {}, [{ url: URLS.regex, valueString: pattern }]);
  expect(tooLong).toEqual(expected.includes("pattern-unusable") ? expected : ["pattern-mismatch"]);
});

it("counts answers: too few, too many", () => {
  const form = one("string", { repeats: true }, [
    { url: URLS.minOccurs, valueInteger: 2 },
    { url: URLS.maxOccurs, valueInteger: 3 },
  ]);
  expect(codesOf(form, "a")).toEqual(["required"]);
  form.typeText("a", 0, "1");
  expect(codesOf(form, "a")).toEqual(["too-few"]);
  for (const place of [1, 2]) {
    form.addAnswer("a");
    form.typeText("a", place, "x");
  }
  expect(codesOf(form, "a")).toEqual([]);
  expect(form.addAnswer("a")).toBeUndefined();
  const crowded = formOf([{ linkId: "a", type: "string" }], {
    response: {
      resourceType: "QuestionnaireResponse",
      status: "completed",
      item: [{ linkId: "a", answer: [{ valueString: "1" }, { valueString: "2" }] }],
    },
  });
  expect(codesOf(crowded, "a")).toEqual(["too-many"]);
});

it("takes only units that the form offers, and compares bounds within one unit", () => {
  const unit = (code: string) => ({ system: "http://unitsofmeasure.org", code, display: code });
  const form = one("quantity", {}, [
    { url: URLS.unitOption, valueCoding: unit("mmol/L") },
    { url: URLS.unitOption, valueCoding: unit("mg/dL") },
    { url: URLS.maxQuantity, valueQuantity: { value: 30, code: "mmol/L" } },
  ]);
  form.typeText("a", 0, "126", unit("mg/dL"));
  expect(form.node("a")).toMatchObject({
    issues: [],
    answers: [{ value: { valueQuantity: { value: 126, code: "mg/dL" } } }],
  });
  form.typeText("a", 0, "127");
  expect(form.node("a")?.answers[0]?.value?.valueQuantity).toMatchObject({ value: 127, code: "mg/dL" });
  form.typeText("a", 0, "127", unit("mmol/L"));
  expect(codesOf(form, "a")).toEqual(["above-maximum"]);
  form.setAnswer("a", 0, { valueQuantity: { value: 1, code: "kg" } });
  expect(codesOf(form, "a")).toEqual(["unit-unknown"]);
});

it("takes attachments of the size and kind asked for", () => {
  const form = one("attachment", {}, [
    { url: URLS.maxSize, valueDecimal: 0.001 },
    { url: URLS.mimeType, valueCode: "image/png" },
  ]);
  const give = (size: number, contentType: string) => {
    form.setAnswer("a", 0, { valueAttachment: { size, contentType, title: "ảnh.png" } });
    return codesOf(form, "a");
  };
  expect(give(900, "image/png")).toEqual([]);
  expect(give(1_001, "image/png")).toEqual(["attachment-too-large"]);
  expect(give(900, "text/html")).toEqual(["attachment-type"]);
});

it("lets nobody answer what is read only, or what takes no answer", () => {
  const form = formOf([
    { linkId: "a", type: "string", readOnly: true, initial: [{ valueString: "x" }] },
    { linkId: "d", type: "display" },
  ]);
  expect(form.typeText("a", 0, "y")).toMatchObject({ ok: false, problem: { code: "item-read-only" } });
  expect(form.setAnswer("d", 0, { valueString: "y" })).toMatchObject({
    problem: { code: "item-has-no-answers" },
  });
  expect(form.setAnswer("gone", 0, undefined)).toMatchObject({ problem: { code: "item-has-no-answers" } });
  expect(form.inputText("a")).toBe("x");
});
