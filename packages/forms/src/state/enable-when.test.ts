import { expect, it } from "vitest";
import type { AnswerValue } from "../questionnaire/data-types.ts";
import type { EnableWhen, QuestionnaireItem } from "../questionnaire/questionnaire.ts";
import { formOf } from "../testing/form-of.ts";

const shown = (
  type: QuestionnaireItem["type"],
  value: AnswerValue | undefined,
  condition: Omit<EnableWhen, "question">,
) => {
  const form = formOf([
    { linkId: "q", type },
    { linkId: "then", type: "display", enableWhen: [{ question: "q", ...condition }] },
  ]);
  if (value) form.setAnswer("q", 0, value);
  return form.node("then")?.enabled;
};
const quantity = (value: number, code: string) => ({ value, system: "http://unitsofmeasure.org", code });

it.each<[QuestionnaireItem["type"], AnswerValue | undefined, Omit<EnableWhen, "question">, boolean]>([
  ["string", undefined, { operator: "exists", answerBoolean: true }, false],
  ["string", undefined, { operator: "exists", answerBoolean: false }, true],
  ["string", { valueString: "x" }, { operator: "exists", answerBoolean: true }, true],
  ["string", { valueString: "x" }, { operator: "exists", answerBoolean: false }, false],
  ["boolean", { valueBoolean: true }, { operator: "=", answerBoolean: true }, true],
  ["boolean", { valueBoolean: false }, { operator: "!=", answerBoolean: true }, true],
  ["boolean", undefined, { operator: "!=", answerBoolean: true }, false],
  ["decimal", { valueDecimal: 1.5 }, { operator: "=", answerDecimal: 1.5 }, true],
  ["integer", { valueInteger: 140 }, { operator: ">=", answerInteger: 140 }, true],
  ["integer", { valueInteger: 139 }, { operator: ">=", answerInteger: 140 }, false],
  ["integer", { valueInteger: 139 }, { operator: "<", answerInteger: 140 }, true],
  ["integer", { valueInteger: 140 }, { operator: "<=", answerDecimal: 140 }, true],
  ["integer", { valueInteger: 141 }, { operator: ">", answerInteger: 140 }, true],
  ["date", { valueDate: "2026-03-01" }, { operator: ">", answerDate: "2026-02-28" }, true],
  ["date", { valueDate: "2026-03" }, { operator: ">", answerDate: "2025" }, true],
  ["date", { valueDate: "2026" }, { operator: ">", answerDate: "2026-01-15" }, false],
  ["date", { valueDate: "2026" }, { operator: "=", answerDate: "2026" }, true],
  [
    "dateTime",
    { valueDateTime: "2026-03-01T08:00:00+07:00" },
    { operator: "=", answerDateTime: "2026-03-01T01:00:00Z" },
    true,
  ],
  ["time", { valueTime: "08:30:00" }, { operator: "<", answerTime: "12:00:00" }, true],
  ["string", { valueString: "x" }, { operator: "=", answerString: "x" }, true],
  ["url", { valueUri: "https://x" }, { operator: "=", answerString: "https://x" }, true],
  [
    "choice",
    { valueCoding: { system: "s", code: "a" } },
    { operator: "=", answerCoding: { system: "s", code: "a" } },
    true,
  ],
  [
    "choice",
    { valueCoding: { system: "t", code: "a" } },
    { operator: "=", answerCoding: { system: "s", code: "a" } },
    false,
  ],
  [
    "choice",
    { valueCoding: { system: "s", code: "b" } },
    { operator: "!=", answerCoding: { system: "s", code: "a" } },
    true,
  ],
  [
    "quantity",
    { valueQuantity: quantity(100, "kg") },
    { operator: ">", answerQuantity: quantity(90, "kg") },
    true,
  ],
  [
    "quantity",
    { valueQuantity: quantity(100, "g") },
    { operator: ">", answerQuantity: quantity(90, "kg") },
    false,
  ],
  [
    "reference",
    { valueReference: { reference: "Patient/1" } },
    { operator: "=", answerReference: { reference: "Patient/1" } },
    true,
  ],
])("%s %j against %j: %s", (type, value, condition, expected) => {
  expect(shown(type, value, condition)).toBe(expected);
});

it("asks for all conditions, or any", () => {
  const enableWhen = ["a", "b"].map(
    (question): EnableWhen => ({ question, operator: "=", answerBoolean: true }),
  );
  const form = formOf([
    { linkId: "a", type: "boolean" },
    { linkId: "b", type: "boolean" },
    { linkId: "all", type: "string", enableWhen, enableBehavior: "all" },
    { linkId: "any", type: "string", enableWhen, enableBehavior: "any" },
  ]);
  form.setAnswer("a", 0, { valueBoolean: true });
  expect([form.node("all")?.enabled, form.node("any")?.enabled]).toEqual([false, true]);
  form.setAnswer("b", 0, { valueBoolean: true });
  expect([form.node("all")?.enabled, form.node("any")?.enabled]).toEqual([true, true]);
});

const yes = (question: string): EnableWhen[] => [{ question, operator: "=", answerBoolean: true }];

it("takes a question that is not shown for unanswered, and gives its answer back when it is shown again", () => {
  const form = formOf([
    { linkId: "a", type: "boolean" },
    { linkId: "b", type: "boolean", enableWhen: yes("a") },
    { linkId: "c", type: "string", enableWhen: yes("b") },
  ]);
  const say = (linkId: string, valueBoolean: boolean) => form.setAnswer(linkId, 0, { valueBoolean });
  say("a", true);
  say("b", true);
  expect(form.node("c")?.enabled).toBe(true);
  say("a", false);
  expect(form.node("c")?.enabled).toBe(false);
  say("a", true);
  expect(form.node("c")?.enabled).toBe(true);
});

it("looks in the own repeat of a group first", () => {
  const form = formOf([
    {
      linkId: "row",
      type: "group",
      repeats: true,
      item: [
        { linkId: "has", type: "boolean" },
        { linkId: "what", type: "string", enableWhen: yes("has") },
      ],
    },
    { linkId: "after", type: "string", enableWhen: yes("has") },
  ]);
  form.addGroup(form.nodesOf("row")[0]?.key ?? "");
  form.setAnswer(form.nodesOf("has")[1]?.key ?? "", 0, { valueBoolean: true });
  expect(form.nodesOf("what").map(({ enabled }) => enabled)).toEqual([false, true]);
  expect(form.node("after")?.enabled).toBe(true);
  form.removeGroup(form.nodesOf("row")[1]?.key ?? "");
  expect(form.node("after")?.enabled).toBe(false);
});

it("goes by the bare answers where conditions run in a circle", () => {
  const form = formOf([
    {
      linkId: "a",
      type: "boolean",
      enableWhen: [{ question: "b", operator: "!=", answerBoolean: true }],
      enableBehavior: "any",
    },
    {
      linkId: "b",
      type: "boolean",
      enableWhen: [{ question: "a", operator: "exists", answerBoolean: false }],
    },
  ]);
  form.setAnswer("b", 0, { valueBoolean: false });
  expect([form.node("a")?.enabled, form.node("b")?.enabled]).toEqual([true, true]);
  form.setAnswer("a", 0, { valueBoolean: true });
  expect([form.node("a")?.enabled, form.node("b")?.enabled]).toEqual([true, false]);
});

it("follows a chain of 10,000 conditions", () => {
  const chain = Array.from(
    { length: 10_000 },
    (_, place): QuestionnaireItem => ({
      linkId: `q${place}`,
      type: "boolean",
      initial: [{ valueBoolean: true }],
      ...(place > 0 && { enableWhen: yes(`q${place - 1}`) }),
    }),
  );
  const form = formOf(chain);
  const last = () => form.node("q9999")?.enabled;
  expect(last()).toBe(true);
  form.setAnswer("q0", 0, { valueBoolean: false });
  expect([form.node("q1")?.enabled, last()]).toEqual([false, false]);
  form.setAnswer("q0", 0, { valueBoolean: true });
  expect(last()).toBe(true);
});

it("counts a condition on a question that is not there as unmet, and says so", () => {
  const form = formOf([{ linkId: "a", type: "string", enableWhen: yes("gone") }]);
  expect(form.node("a")?.enabled).toBe(false);
  expect(form.issues).toMatchObject([{ code: "condition-question-unknown", severity: "advisory" }]);
});
