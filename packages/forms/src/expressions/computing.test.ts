import { expect, it, vi } from "vitest";
import { URLS } from "../definition/extension-urls.ts";
import type { QuestionnaireItem } from "../questionnaire/questionnaire.ts";
import type { FormState } from "../state/form-state.ts";
import { codesOf, formOf } from "../testing/form-of.ts";
import * as parts from "./part-of-response.ts";

vi.mock("./part-of-response.ts", { spy: true });

const fhirpath = (url: string, expression: string) => ({
  url,
  valueExpression: { language: "text/fhirpath", expression },
});
const variable = (name: string, expression: string, language = "text/fhirpath") => ({
  url: URLS.variable,
  valueExpression: { name, expression, language },
});
const integer = (linkId: string, calculation?: string): QuestionnaireItem => ({
  linkId,
  type: "integer",
  ...(calculation !== undefined && { extension: [fhirpath(URLS.calculatedExpression, calculation)] }),
});
const answerOf = (linkId: string): string => `%resource.item.where(linkId='${linkId}').answer.value`;
const unknown = (linkId: string): string =>
  `%resource.item.where((linkId='${linkId}') and true).answer.value`;
const ready = async (...args: Parameters<typeof formOf>): Promise<FormState> => {
  const form = formOf(...args);
  await form.ready;
  return form;
};
const rule = (expression: string) => ({
  url: URLS.constraint,
  extension: [
    { url: "severity", valueCode: "error" },
    { url: "human", valueString: "Không hợp lý" },
    { url: "expression", valueString: expression },
  ],
});

it("computes each variable once, however often others refer to it", async () => {
  const extension = [
    variable("v0", answerOf("a")),
    ...Array.from({ length: 40 }, (_, place) =>
      variable(`v${place + 1}`, `iif(%v${place} > 0, %v${place}, %v${place})`),
    ),
  ];
  const form = await ready([integer("a"), integer("b", "%v40")], {}, { extension });
  form.typeText("a", 0, "3");
  expect(form.inputText("b")).toBe("3");
  form.typeText("a", 0, "4");
  expect(form.inputText("b")).toBe("4");
});

it("says of variables that read each other that they cannot be computed", async () => {
  const extension = [variable("x", "%y"), variable("y", "%x"), variable("__proto__", "1")];
  const form = await ready(
    [integer("a"), integer("b", "%x"), integer("c", "%__proto__ + 1")],
    {},
    { extension },
  );
  expect(codesOf(form, "b")).toEqual(["expression-failed"]);
  expect(form.inputText("c")).toBe("2");
  expect(form.typeText("b", 0, "1").ok).toBe(true);
});

it("makes the whole response once for all that read it, and anew only where something changed", async () => {
  let looks = 0;
  const watched = (linkId: string): QuestionnaireItem => ({
    ...integer(linkId),
    get text() {
      looks++;
      return linkId;
    },
  });
  const groups = Array.from(
    { length: 20 },
    (_, group): QuestionnaireItem => ({
      linkId: `g${group}`,
      type: "group",
      item: Array.from({ length: 20 }, (_, place) => watched(`g${group}.${place}`)),
    }),
  );
  const sums = Array.from({ length: 8 }, (_, place) =>
    integer(
      `sum${place}`,
      `%resource.descendants().where(linkId = 'g0.0' and ${place} = ${place}).answer.value`,
    ),
  );
  const form = await ready([...groups, ...sums, integer("d", answerOf("g19"))]);
  form.typeText("g0.0", 0, "1");
  const made = vi.mocked(parts.partOfResponse);
  made.mockClear();
  looks = 0;
  form.typeText("g3.3", 0, "5");
  expect(form.inputText("sum7")).toBe("1");
  // Nothing that is calculated changed: one response for all eight.
  expect(made.mock.calls.length).toBe(1);
  // The text of an item is asked for twice where its part is made: of the 400 items, that of the one that changed.
  expect(looks).toBe(2);
});

it("makes a part of the response once for all that happens outside it", async () => {
  const form = await ready([
    integer("a"),
    integer("b"),
    { linkId: "t", type: "choice", extension: [fhirpath(URLS.answerExpression, answerOf("a"))] },
  ]);
  form.typeText("a", 0, "1");
  const made = vi.mocked(parts.partOfResponse);
  const t = form.node("t");
  const look = (): unknown => t && form.options(t).options[0]?.value;
  look();
  made.mockClear();
  form.typeText("b", 0, "5");
  expect([look(), made.mock.calls.length]).toEqual([{ valueInteger: 1 }, 0]);
  form.typeText("a", 0, "2");
  expect([look(), made.mock.calls.length]).toEqual([{ valueInteger: 2 }, 1]);
});

it("says which rules cannot be computed, of an item and of the form, each repeat for itself", async () => {
  const form = await ready(
    [
      integer("a"),
      {
        linkId: "g",
        type: "group",
        repeats: true,
        extension: [rule("item.where(linkId='n').answer.value.single() > 0")],
        item: [{ linkId: "n", type: "integer", repeats: true }],
      },
    ],
    {},
    { title: "Phiếu", extension: [rule("%gone.exists()")] },
  );
  form.addGroup(form.nodesOf("g")[0]?.key ?? "");
  const [first, second] = form.nodesOf("n");
  if (!first || !second) throw new Error("no node");
  for (const node of [first, second]) form.typeText(node, 0, "1");
  form.addAnswer(first);
  form.typeText(first, 1, "2");
  form.typeText(second, 0, "3");
  expect(form.nodesOf("g").map(({ key }) => codesOf(form, key))).toEqual([["constraint-failed"], []]);
  const ofForm = form.issues.filter(({ node }) => !node);
  expect(ofForm).toMatchObject([{ code: "constraint-failed", severity: "advisory" }]);
  expect(ofForm[0]?.message.vi).toContain("Phiếu");
});

it("reads variables of the form, and says which are in a language that it does not know", async () => {
  const extension = [
    variable("a", answerOf("a")),
    variable("q", "Patient?_id=1", "application/x-fhir-query"),
  ];
  const form = await ready(
    [integer("a"), integer("b", "%a * 2"), integer("c", "%q.count()")],
    {},
    { extension },
  );
  form.typeText("a", 0, "4");
  expect([form.inputText("b"), form.inputText("c")]).toEqual(["8", "0"]);
  expect(form.issues.map(({ code, node, message }) => [code, node, message.en.includes("%q")])).toEqual([
    ["expression-language-unsupported", undefined, true],
  ]);
});

it("gives initial expressions to repeats that are added, and to what is nested under new answers", async () => {
  const form = await ready([
    {
      linkId: "g",
      type: "group",
      repeats: true,
      item: [{ ...integer("n"), extension: [fhirpath(URLS.initialExpression, "7")] }],
    },
    {
      linkId: "q",
      type: "string",
      repeats: true,
      item: [{ ...integer("m"), extension: [fhirpath(URLS.initialExpression, "8")] }],
    },
  ]);
  form.typeText(form.nodesOf("n")[0] ?? "", 0, "1");
  form.addGroup(form.nodesOf("g")[0] ?? "");
  form.addAnswer("q");
  expect(["n", "m"].map((linkId) => form.nodesOf(linkId).map((node) => form.inputText(node)))).toEqual([
    ["1", "7"],
    ["8", "8"],
  ]);
  expect(form.nodesOf("n")[1]?.answers[0]?.source).toBe("initial");
  form.removeGroup(form.nodesOf("g")[1] ?? "");
  form.removeGroup(form.nodesOf("g")[0] ?? "");
  expect(form.nodesOf("n").map((node) => form.inputText(node))).toEqual(["7"]);
});

it("takes nothing for a circle that only reads calculations of unknown sources", async () => {
  const count = 12;
  const names = Array.from({ length: count }, (_, place) => `u${place}`);
  // Each sums all before it, and the last is computed first: it changes in each round.
  const chain = names.map((name, place) =>
    integer(
      name,
      [...names.slice(0, place), "a"]
        .map((other) => `iif(${unknown(other)}.exists(), ${unknown(other)}, 0)`)
        .join(" + "),
    ),
  );
  const reader = integer(
    "r",
    names.map((name) => `iif(${answerOf(name)}.exists(), ${answerOf(name)}, 0)`).join(" + "),
  );
  const form = await ready([reader, ...chain, integer("a")]);
  form.typeText("a", 0, "1");
  expect(form.issues).toEqual([]);
  expect([form.inputText("u11"), form.inputText("r")]).toEqual([
    String(2 ** (count - 1)),
    String(2 ** count - 1),
  ]);
});

it("gives up on conditions that turn each other on and off", async () => {
  const shownIf = (linkId: string, expression: string): QuestionnaireItem => ({
    linkId,
    type: "integer",
    initial: [{ valueInteger: 1 }],
    extension: [fhirpath(URLS.enableWhenExpression, expression)],
  });
  const form = await ready([
    shownIf("a", `${answerOf("b")}.empty()`),
    shownIf("b", `${answerOf("a")}.exists()`),
  ]);
  expect(new Set(form.issues.map(({ code }) => code))).toEqual(new Set(["calculation-cycle"]));
});
