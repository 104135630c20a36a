import { URLS } from "../../definition/extension-urls.ts";
import type { Extension } from "../../questionnaire/data-types.ts";
import { scriptedForm } from "./scripted-form.ts";

const fhirpath = (url: string, expression: string, name?: string): Extension => ({
  url,
  valueExpression: { language: "text/fhirpath", expression, ...(name !== undefined && { name }) },
});

const answerOf = (linkId: string) => `%resource.item.where(linkId='${linkId}').answer.value`;

export const calculation = scriptedForm({
  name: "calculation",
  idea: "calculatedExpression: the body-mass index, recalculated when the weight is corrected",
  item: [
    { linkId: "height", type: "decimal", text: "Chiều cao (m)" },
    { linkId: "weight", type: "decimal", text: "Cân nặng (kg)" },
    {
      linkId: "bmi",
      type: "decimal",
      text: "BMI",
      readOnly: true,
      extension: [
        fhirpath(
          URLS.calculatedExpression,
          `(${answerOf("weight")} / (${answerOf("height")} * ${answerOf("height")})).round(1)`,
        ),
      ],
    },
    {
      linkId: "obese",
      type: "string",
      text: "Tư vấn",
      enableWhen: [{ question: "bmi", operator: ">=", answerDecimal: 25 }],
    },
  ],
  steps: [
    { linkId: "height", give: { valueDecimal: 1.6 } },
    { linkId: "weight", give: { valueDecimal: 50 } },
    { linkId: "weight", give: { valueDecimal: 70 } },
    { linkId: "obese", give: { valueString: "Giảm cân" } },
  ],
});

export const variables = scriptedForm({
  name: "variables",
  idea: "Variables of the form and of an item, used by a calculation",
  extension: [fhirpath(URLS.variable, answerOf("cigarettes"), "perDay")],
  item: [
    { linkId: "cigarettes", type: "integer", text: "Số điếu mỗi ngày" },
    { linkId: "years", type: "integer", text: "Số năm hút" },
    {
      linkId: "pack-years",
      type: "decimal",
      text: "Bao-năm",
      readOnly: true,
      extension: [
        fhirpath(URLS.variable, answerOf("smokingYears"), "years"),
        fhirpath(URLS.calculatedExpression, "%perDay / 20 * %smokingYears"),
      ],
    },
  ],
  steps: [
    { linkId: "cigarettes", give: { valueInteger: 10 } },
    { linkId: "years", give: { valueInteger: 30 } },
  ],
});

export const initialExpressions = scriptedForm({
  name: "initial-expressions",
  idea: "initialExpression: a value worked out once, when the form opens",
  item: [
    {
      linkId: "sum",
      type: "integer",
      text: "Số chuyên khoa",
      extension: [fhirpath(URLS.initialExpression, "2 + 3")],
    },
    {
      linkId: "greeting",
      type: "string",
      text: "Ghi sẵn",
      extension: [fhirpath(URLS.initialExpression, "'chưa ' & 'khám'")],
    },
  ],
  steps: [{ linkId: "greeting", give: { valueString: "đã khám" } }],
});

export const conditionExpressions = scriptedForm({
  name: "condition-expressions",
  idea: "enableWhenExpression: asked for when two answers together say so",
  item: [
    { linkId: "systolic", type: "integer", text: "Tâm thu" },
    { linkId: "diastolic", type: "integer", text: "Tâm trương" },
    {
      linkId: "again",
      type: "string",
      text: "Đo lại",
      extension: [
        fhirpath(
          URLS.enableWhenExpression,
          `${answerOf("systolic")} >= 140 and ${answerOf("diastolic")} >= 90`,
        ),
      ],
    },
    {
      linkId: "fine",
      type: "string",
      text: "Không cần đo lại",
      extension: [fhirpath(URLS.enableWhenExpression, `${answerOf("systolic")} < 140`)],
    },
  ],
  steps: [
    { linkId: "systolic", give: { valueInteger: 150 } },
    { linkId: "diastolic", give: { valueInteger: 95 } },
    { linkId: "again", give: { valueString: "148/92" } },
  ],
});

const scored = (code: string, display: string, score: number) => ({
  valueCoding: { system: "https://board.example/fhir/CodeSystem/sample-score", code, display },
  extension: [{ url: URLS.ordinalValue, valueDecimal: score }],
});

export const scores = scriptedForm({
  name: "scores",
  idea: "ordinalValue: a total of the scores of the chosen options",
  item: [
    {
      linkId: "sleep",
      type: "choice",
      text: "Mất ngủ",
      answerOption: [scored("s0", "Không", 0), scored("s1", "Nhiều ngày", 1)],
    },
    {
      linkId: "mood",
      type: "choice",
      text: "Buồn chán",
      answerOption: [scored("m0", "Ít khi", 0), scored("m2", "Gần như mỗi ngày", 2)],
    },
    {
      linkId: "total",
      type: "decimal",
      text: "Tổng điểm",
      readOnly: true,
      extension: [fhirpath(URLS.calculatedExpression, "%resource.item.answer.value.weight().sum()")],
    },
  ],
  steps: [
    { linkId: "sleep", give: { valueCoding: scored("s1", "Nhiều ngày", 1).valueCoding } },
    { linkId: "mood", give: { valueCoding: scored("m2", "Gần như mỗi ngày", 2).valueCoding } },
  ],
});
