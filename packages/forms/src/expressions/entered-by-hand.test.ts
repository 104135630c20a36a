import { expect, it, vi } from "vitest";
import { URLS } from "../definition/extension-urls.ts";
import type { QuestionnaireItem } from "../questionnaire/questionnaire.ts";
import type { QuestionnaireResponse } from "../response/response.ts";
import type { FormState } from "../state/form-state.ts";
import { codesOf, formOf } from "../testing/form-of.ts";

const fhirpath = (url: string, expression: string) => ({
  url,
  valueExpression: { language: "text/fhirpath", expression },
});
const calculated = (expression: string) => [fhirpath(URLS.calculatedExpression, expression)];
const answerOf = (linkId: string): string => `%resource.item.where(linkId='${linkId}').answer.value`;
const ready = async (...args: Parameters<typeof formOf>): Promise<FormState> => {
  const form = formOf(...args);
  await form.ready;
  return form;
};
const valuesOf = (form: FormState, key: string): readonly unknown[] =>
  form
    .node(key)
    ?.answers.map(({ value }) => value?.valueInteger ?? value?.valueDecimal ?? value?.valueString) ?? [];
const draft = (item: QuestionnaireResponse["item"]): QuestionnaireResponse => ({
  resourceType: "QuestionnaireResponse",
  status: "in-progress",
  ...(item && { item }),
});

/** Fails where `a` has two answers. */
const SINGLE: readonly QuestionnaireItem[] = [
  { linkId: "a", type: "integer", repeats: true },
  { linkId: "b", type: "integer", readOnly: true, extension: calculated(`${answerOf("a")}.single() * 2`) },
];

it("does not let the old value stand when a calculation fails, and opens a read only item to be entered by hand", async () => {
  const form = await ready(SINGLE);
  const told: (boolean | undefined)[] = [];
  form.node("b")?.subscribe(({ readOnly }) => told.push(readOnly));
  form.typeText("a", 0, "3");
  expect([valuesOf(form, "b"), form.node("b")?.readOnly]).toEqual([[6], true]);
  expect(form.typeText("b", 0, "7").ok).toBe(false);
  form.addAnswer("a");
  form.typeText("a", 1, "4");
  expect([valuesOf(form, "b"), codesOf(form, "b")]).toEqual([[undefined], ["expression-failed"]]);
  expect(told.at(-1)).toBe(false);
  expect(form.typeText("b", 0, "7").ok).toBe(true);
  form.removeAnswer("a", 1);
  expect([valuesOf(form, "b"), form.node("b")?.overridden]).toEqual([[7], true]);
  form.typeText("b", 0, "");
  expect([valuesOf(form, "b"), form.node("b")?.readOnly, codesOf(form, "b")]).toEqual([[6], true, []]);
});

it("opens read only calculations that feed each other, or are in another language", async () => {
  const cql = { url: URLS.calculatedExpression, valueExpression: { language: "text/cql", expression: "1" } };
  const form = await ready([
    { linkId: "a", type: "integer", readOnly: true, extension: calculated(`${answerOf("b")} + 1`) },
    { linkId: "b", type: "integer", readOnly: true, extension: calculated(`${answerOf("a")} + 1`) },
    { linkId: "c", type: "integer", readOnly: true, extension: [cql] },
    { linkId: "d", type: "integer", readOnly: true },
  ]);
  expect(form.roots.map(({ readOnly }) => readOnly)).toEqual([false, false, false, true]);
  expect(form.typeText("a", 0, "3").ok).toBe(true);
  expect(valuesOf(form, "b")).toEqual([undefined]);
});

const PARTS = ["./start-expressions.ts", "../definition/expression-dependencies.ts"];

/** A form with a calculated draft, and an item that the calculation does not read. */
const without = async (parts: readonly string[]) => {
  for (const part of parts)
    vi.doMock(part, () => {
      throw new Error("offline");
    });
  const extension = [{ url: URLS.answerSource, valueCode: "calculated" }];
  const form = await ready([...SINGLE, { linkId: "other", type: "integer" }], {
    response: draft([
      { linkId: "a", answer: [{ valueInteger: 3 }] },
      { linkId: "b", answer: [{ valueInteger: 6, extension }] },
    ]),
  });
  for (const part of parts) vi.doUnmock(part);
  expect(form.issues.map(({ code }) => code)).toEqual(["expressions-unavailable"]);
  expect([valuesOf(form, "b"), form.node("b")?.readOnly]).toEqual([[6], false]);
  return form;
};

it("where not even what a calculation reads can be loaded, what a draft brought stands until anything changes", async () => {
  const form = await without(PARTS);
  form.typeText("other", 0, "5");
  expect(valuesOf(form, "b")).toEqual([undefined]);
  expect(form.typeText("b", 0, "10").ok).toBe(true);
  form.typeText("other", 0, "6");
  expect(valuesOf(form, "b")).toEqual([10]);
});

it("opens them where FHIRPath cannot be loaded; what a draft brought stands until what it was made of changes", async () => {
  const form = await without(PARTS.slice(0, 1));
  form.typeText("other", 0, "5");
  expect(valuesOf(form, "b")).toEqual([6]);
  form.typeText("a", 0, "5");
  expect(valuesOf(form, "b")).toEqual([undefined]);
  expect(form.typeText("b", 0, "10").ok).toBe(true);
});

it("keeps what a response says of a calculation that fails", async () => {
  const form = await ready([{ linkId: "b", type: "integer", readOnly: true, extension: calculated("1 +") }], {
    response: draft([{ linkId: "b", answer: [{ valueInteger: 6 }] }]),
  });
  expect([valuesOf(form, "b"), form.node("b")?.readOnly]).toEqual([[6], false]);
});

const DRUGS: readonly QuestionnaireItem[] = [
  { linkId: "n", type: "integer" },
  {
    linkId: "all",
    type: "integer",
    repeats: true,
    extension: calculated(`${answerOf("n")}.select($this | $this + 1 | $this + 2)`),
    item: [
      { linkId: "why", type: "string", required: true },
      {
        linkId: "more",
        type: "string",
        enableWhen: [{ question: "why", operator: "exists", answerBoolean: true }],
      },
    ],
  },
];

it("looks at what is nested under the answers that a calculation makes", async () => {
  const form = await ready(DRUGS);
  form.typeText("n", 0, "1");
  expect(valuesOf(form, "all")).toEqual([1, 2, 3]);
  expect(form.nodesOf("more").map(({ enabled }) => enabled)).toEqual([false, false, false]);
  expect(form.nodesOf("why").flatMap(({ issues }) => issues.map(({ code }) => code))).toEqual([
    "required",
    "required",
    "required",
  ]);
  const prefilled = [1, 2].map((value) => ({
    linkId: "all",
    value: { valueInteger: value },
    source: "page" as const,
  }));
  const given = formOf(
    DRUGS.map(({ extension: _, ...item }) => item),
    { prefilled },
  );
  expect(given.nodesOf("more").map(({ enabled }) => enabled)).toEqual([false, false]);
});

it("lets a person take away one of several calculated answers, and gives all back when none is left", async () => {
  const form = await ready(DRUGS);
  form.typeText("n", 0, "1");
  form.removeAnswer("all", 1);
  expect([valuesOf(form, "all"), form.node("all")?.overridden]).toEqual([[1, 3], true]);
  expect(form.node("all")?.answers.map(({ source }) => source)).toEqual([undefined, undefined]);
  const again = await ready(DRUGS, { response: form.toResponse("in-progress") });
  again.typeText("n", 0, "5");
  expect([valuesOf(again, "all"), again.node("all")?.overridden]).toEqual([[1, 3], true]);
  form.removeAnswer("all", 0);
  form.removeAnswer("all", 0);
  expect([valuesOf(form, "all"), form.node("all")?.overridden]).toEqual([[1, 2, 3], false]);
});

it("takes answers of a response for a person's own when any of them is not what the calculation gives", async () => {
  const extension = [{ url: URLS.answerSource, valueCode: "calculated" }];
  const answers = (...answer: readonly object[]) => ({
    response: draft([
      { linkId: "n", answer: [{ valueInteger: 1 }] },
      { linkId: "all", answer: [...answer] },
    ]),
  });
  const overridden = async (...answer: readonly object[]) =>
    (await ready(DRUGS, answers(...answer))).node("all")?.overridden;
  const [one, two, three] = [1, 2, 3].map((valueInteger) => ({ valueInteger }));
  expect(await overridden({ ...one, extension }, { valueInteger: 9 })).toBe(true);
  expect(await overridden({ ...one }, { ...two })).toBe(true);
  expect(await overridden({ ...one }, { ...two }, { ...three })).toBe(false);
  expect(await overridden({ ...one, extension }, { valueInteger: 9, extension })).toBe(false);
});

it("takes nothing for overridden because conditions were not computed yet", async () => {
  const items: readonly QuestionnaireItem[] = [
    { linkId: "a", type: "integer" },
    {
      linkId: "b",
      type: "integer",
      extension: [fhirpath(URLS.enableWhenExpression, `${answerOf("a")} > 1`)],
    },
    { linkId: "c", type: "integer", extension: calculated(`${answerOf("a")} + ${answerOf("b")}`) },
    { linkId: "d", type: "integer", extension: calculated(`${answerOf("c")} * 2`) },
  ];
  const form = await ready(items);
  form.typeText("a", 0, "2");
  form.typeText("b", 0, "3");
  expect(valuesOf(form, "d")).toEqual([10]);
  const again = await ready(items, { response: form.toResponse("completed") });
  expect(["c", "d"].map((key) => again.node(key)?.overridden)).toEqual([false, false]);
  again.typeText("a", 0, "5");
  expect([valuesOf(again, "c"), valuesOf(again, "d")]).toEqual([[8], [16]]);
});

it("shows the value of an answer, not what a draft says was typed beside it", () => {
  const extension = [{ url: URLS.typedText, valueString: "40" }];
  const form = formOf([{ linkId: "a", type: "decimal" }], {
    response: draft([{ linkId: "a", answer: [{ valueDecimal: 36.5, extension }] }]),
  });
  expect([form.inputText("a"), form.displayText("a")]).toEqual(["36,5", "36,5"]);
});
