import type { EnableWhen, QuestionnaireItem } from "../../questionnaire/questionnaire.ts";
import { scriptedForm } from "./scripted-form.ts";

const SYSTEM = "https://board.example/fhir/CodeSystem/sample-stage";
const stage = (code: string, display: string) => ({ valueCoding: { system: SYSTEM, code, display } });

/** A remark that is asked for when the conditions hold; every one of them is then written to. */
const remark = (
  linkId: string,
  enableWhen: readonly EnableWhen[],
  more: Partial<QuestionnaireItem> = {},
): QuestionnaireItem => ({ linkId, type: "string", text: `Ghi chú ${linkId}`, enableWhen, ...more });

const write = (linkId: string) => ({ linkId, give: { valueString: "có" } });

export const numberConditions = scriptedForm({
  name: "number-conditions",
  idea: "enableWhen with every operator, on a whole number and on a decimal",
  item: [
    { linkId: "pulse", type: "integer", text: "Mạch" },
    { linkId: "temperature", type: "decimal", text: "Nhiệt độ" },
    remark("equal", [{ question: "pulse", operator: "=", answerInteger: 100 }]),
    remark("not-equal", [{ question: "pulse", operator: "!=", answerInteger: 99 }]),
    remark("greater", [{ question: "pulse", operator: ">", answerInteger: 99 }]),
    remark("less", [{ question: "pulse", operator: "<", answerInteger: 101 }]),
    remark("at-least", [{ question: "temperature", operator: ">=", answerDecimal: 37.5 }]),
    remark("at-most", [{ question: "temperature", operator: "<=", answerDecimal: 37.5 }]),
    remark("exists", [{ question: "pulse", operator: "exists", answerBoolean: true }]),
  ],
  steps: [
    { linkId: "pulse", give: { valueInteger: 100 } },
    { linkId: "temperature", give: { valueDecimal: 37.5 } },
    ...["equal", "not-equal", "greater", "less", "at-least", "at-most", "exists"].map(write),
  ],
});

export const otherConditions = scriptedForm({
  name: "other-conditions",
  idea: "enableWhen on a coding, a boolean, a text, a date and an absent answer",
  item: [
    {
      linkId: "stage",
      type: "choice",
      text: "Giai đoạn",
      answerOption: [stage("1", "Độ 1"), stage("2", "Độ 2")],
    },
    { linkId: "treated", type: "boolean", text: "Đang điều trị" },
    { linkId: "drug", type: "string", text: "Thuốc" },
    { linkId: "since", type: "date", text: "Từ ngày" },
    { linkId: "unanswered", type: "string", text: "Không trả lời" },
    remark("coding", [{ question: "stage", operator: "=", answerCoding: { system: SYSTEM, code: "2" } }]),
    remark("boolean", [{ question: "treated", operator: "=", answerBoolean: false }]),
    remark("words", [{ question: "drug", operator: "=", answerString: "Amlodipin" }]),
    remark("day", [{ question: "since", operator: "=", answerDate: "2020-05-01" }]),
    remark("absent", [{ question: "unanswered", operator: "exists", answerBoolean: false }]),
  ],
  steps: [
    { linkId: "stage", give: stage("2", "Độ 2") },
    { linkId: "treated", give: { valueBoolean: false } },
    { linkId: "drug", give: { valueString: "Amlodipin" } },
    { linkId: "since", give: { valueDate: "2020-05-01" } },
    ...["coding", "boolean", "words", "day", "absent"].map(write),
  ],
});

export const laterDates = scriptedForm({
  name: "later-dates",
  idea: "enableWhen: a date after another",
  item: [
    { linkId: "since", type: "date", text: "Từ ngày" },
    remark("after", [{ question: "since", operator: ">", answerDate: "2020-01-01" }]),
  ],
  steps: [{ linkId: "since", give: { valueDate: "2020-05-01" } }, write("after")],
});

export const behaviours = scriptedForm({
  name: "enable-behaviours",
  idea: "Several conditions: all of them, or any",
  item: [
    { linkId: "smokes", type: "boolean", text: "Hút thuốc" },
    { linkId: "drinks", type: "boolean", text: "Uống rượu" },
    remark(
      "any",
      [
        { question: "smokes", operator: "=", answerBoolean: true },
        { question: "drinks", operator: "=", answerBoolean: true },
      ],
      { enableBehavior: "any" },
    ),
    remark(
      "all",
      [
        { question: "smokes", operator: "=", answerBoolean: true },
        { question: "drinks", operator: "exists", answerBoolean: true },
      ],
      { enableBehavior: "all" },
    ),
  ],
  steps: [
    { linkId: "smokes", give: { valueBoolean: true } },
    { linkId: "drinks", give: { valueBoolean: false } },
    write("any"),
    write("all"),
  ],
});

export const hiddenAgain = scriptedForm({
  name: "hidden-again",
  idea: "A group that is answered and then no longer asked for is not in the response",
  item: [
    { linkId: "smokes", type: "boolean", text: "Hút thuốc" },
    {
      linkId: "smoking",
      type: "group",
      text: "Về hút thuốc",
      enableWhen: [{ question: "smokes", operator: "=", answerBoolean: true }],
      item: [
        { linkId: "packs", type: "decimal", text: "Số bao mỗi ngày" },
        remark("heavy", [{ question: "packs", operator: ">", answerDecimal: 1 }]),
      ],
    },
    remark("follows", [{ question: "packs", operator: ">", answerDecimal: 1 }]),
  ],
  steps: [
    { linkId: "smokes", give: { valueBoolean: true } },
    { linkId: "packs", give: { valueDecimal: 1.5 } },
    write("heavy"),
    write("follows"),
    { linkId: "smokes", give: { valueBoolean: false } },
  ],
});
