import { expect, it } from "vitest";
import { URLS } from "../definition/extension-urls.ts";
import { codesOf, formOf } from "../testing/form-of.ts";
import type { AnswerValue } from "./data-types.ts";
import { ITEM_TYPES, type ItemType } from "./questionnaire.ts";
import { isAnswerValue } from "./shapes.ts";

it.each([
  [{ valueDate: "1961" }, true],
  [{ valueDate: "1961-06" }, true],
  [{ valueDate: "2024-02-29" }, true],
  [{ valueDate: "2026-02-29" }, false],
  [{ valueDate: "2026-13" }, false],
  [{ valueDate: "2026-01-00" }, false],
  [{ valueDate: "2026-1-1" }, false],
  [{ valueDate: "hôm qua" }, false],
  [{ valueDate: "" }, false],
  [{ valueDate: "2026-01-01T08:00:00Z" }, false],
  [{ valueDateTime: "2026-03" }, true],
  [{ valueDateTime: "2026-03-12T08:05:00+07:00" }, true],
  [{ valueDateTime: "2026-03-12T08:05:00.123Z" }, true],
  [{ valueDateTime: "2026-03-12T08:05:00" }, false],
  [{ valueDateTime: "2026-03-12T08:05+07:00" }, false],
  [{ valueDateTime: "2026-02-30T08:05:00Z" }, false],
  [{ valueTime: "08:05:00" }, true],
  [{ valueTime: "08:05" }, false],
  [{ valueTime: "24:00:00" }, false],
  [{ valueInteger: 2_147_483_647 }, true],
  [{ valueInteger: 2_147_483_648 }, false],
  [{ valueInteger: 1.5 }, false],
])("%j is an answer of R4: %s", (value, expected) => expect(isAnswerValue(value)).toBe(expected));

const VALUES: Readonly<Record<string, AnswerValue>> = {
  valueBoolean: { valueBoolean: true },
  valueDecimal: { valueDecimal: 1.5 },
  valueInteger: { valueInteger: 1 },
  valueDate: { valueDate: "2026-03" },
  valueDateTime: { valueDateTime: "2026-03-12T08:05:00Z" },
  valueTime: { valueTime: "08:05:00" },
  valueString: { valueString: "x" },
  valueUri: { valueUri: "urn:x" },
  valueAttachment: { valueAttachment: { title: "x" } },
  valueCoding: { valueCoding: { code: "x" } },
  valueQuantity: { valueQuantity: { value: 1 } },
  valueReference: { valueReference: { display: "x" } },
};
const OPTIONS = "valueInteger valueDate valueTime valueString valueCoding valueReference";
const TAKEN: Readonly<Record<ItemType, string>> = {
  group: "",
  display: "",
  boolean: "valueBoolean",
  decimal: "valueDecimal valueInteger",
  integer: "valueInteger",
  date: "valueDate",
  dateTime: "valueDateTime",
  time: "valueTime",
  string: "valueString",
  text: "valueString",
  url: "valueUri",
  choice: OPTIONS,
  "open-choice": OPTIONS,
  attachment: "valueAttachment",
  reference: "valueReference",
  quantity: "valueQuantity",
};

it.each(ITEM_TYPES)("an item of type %s takes answers of its type alone", (type) => {
  const taken = (give: (form: ReturnType<typeof formOf>, value: AnswerValue) => { readonly ok: boolean }) =>
    Object.keys(VALUES).filter((name) => {
      const form = formOf([{ linkId: "a", type, repeats: type !== "display" }]);
      const { ok } = give(form, VALUES[name] ?? {});
      expect(form.toResponse("in-progress").item !== undefined).toBe(ok);
      expect(form.node("a")?.answers.length ?? 0).toBeLessThanOrEqual(1);
      return ok;
    });
  expect(taken((form, value) => form.setAnswer("a", 0, value)).join(" ")).toBe(TAKEN[type]);
  expect(taken((form, value) => form.toggle("a", value)).join(" ")).toBe(TAKEN[type]);
});

it("gives no answer for a value that R4 does not allow, and says why", () => {
  const form = formOf([
    { linkId: "day", type: "date" },
    { linkId: "whole", type: "decimal" },
  ]);
  form.setAnswer("day", 0, { valueDate: "2026-03-12" });
  expect(form.setAnswer("day", 0, { valueDate: "31/02/2026" })).toMatchObject({
    ok: false,
    problem: { code: "answer-type-wrong" },
  });
  expect(form.node("day")?.answers[0]?.value).toEqual({ valueDate: "2026-03-12" });
  form.setAnswer("whole", 0, { valueInteger: 3 });
  expect(form.node("whole")?.answers[0]?.value).toEqual({ valueDecimal: 3 });
});

it("keeps a date of a response that is none as text, and minds no bound that is none", () => {
  const form = formOf(
    [{ linkId: "day", type: "date", extension: [{ url: URLS.maxValue, valueDate: "1/1/1900" }] }],
    {
      response: {
        resourceType: "QuestionnaireResponse",
        status: "in-progress",
        item: [{ linkId: "day", answer: [{ valueDate: "2026-3-12" }] }],
      },
    },
  );
  expect([form.inputText("day"), codesOf(form, "day")]).toEqual(["12/3/2026", ["answer-type-wrong"]]);
  form.typeText("day", 0, "12/3/2026");
  expect(codesOf(form, "day")).toEqual([]);
});
