import { expect, it } from "vitest";
import { compileForm } from "./compile-form.ts";
import { expressionReads } from "./expression-reads.ts";

const { byLinkId, hints } = compileForm({
  resourceType: "Questionnaire",
  extension: [
    {
      url: "http://hl7.org/fhir/StructureDefinition/variable",
      valueExpression: {
        name: "w",
        expression: "%resource.item.where(linkId='g').item.where(linkId='a').answer.value",
      },
    },
  ],
  item: [
    {
      linkId: "g",
      type: "group",
      item: [
        { linkId: "a", type: "decimal" },
        { linkId: "it's", type: "decimal", item: [{ linkId: "below", type: "string" }] },
      ],
    },
    { linkId: "c", type: "decimal" },
  ],
});
const reads = (expression: string, scope = "") => {
  const { items, anything } = expressionReads(expression, byLinkId.get(scope), byLinkId, hints);
  return anything ? "anything" : [...items].map(({ linkId }) => linkId).join(" ");
};

it.each<[string, string, string?]>([
  ["%resource.item.where(linkId='c').answer.value", "c"],
  ["%resource.item.where(linkId = 'g').item.where(linkId ='a').answer.value + 1", "g a"],
  ["%resource.descendants().where(linkId='a').answer.value", "a"],
  ["%resource.repeat(item).where(linkId='a').answer.value", "a"],
  ["%resource.repeat(item | answer).where(linkId='a' or linkId='c').answer.value.sum()", "a c"],
  ["item.where(linkId='it\\'s').answer.value", "it's below"],
  ["%w * 2", "g a"],
  ["today()", ""],
  ["%patient.birthDate", ""],
  ["'item.count()'", ""],
  ["iif(%w > 3, 'a', 'b')", "g a"],
  // A group counts as there when anything in it is answered.
  ["%resource.item.where(linkId='g').exists()", "g a it's below"],
  ["/* don't read item */ %resource.item.where(linkId='c').answer.value // it's c", "c"],
  ["%resource/**/.item.where(linkId='c').answer.value + 1 // item", "c"],
  ["'/*' & %resource.item.where(linkId='c').answer.value & '*/'", "c"],
  ["%context.answer.value", "c", "c"],
  ["answer.value > 3", "c", "c"],
])("%s reads %s", (expression, expected, scope = "") => expect(reads(expression, scope)).toBe(expected));

it.each([
  "%resource.item.answer.value.sum()",
  "%resource.item[0].answer.value",
  "%resource.descendants().answer.value",
  "%resource.item.where(linkId='g').item.count()",
  "%resource.item.where(text='x').answer.value",
  "%resource.item.where(linkId='a' and answer.exists()).answer.value",
  // Equivalence takes C for c, and two spaces for one.
  "%resource.item.where(linkId ~ 'C').answer.value",
  "%resource.item.where(linkId ~ 'c').answer.value",
  "%resource.item.where(linkId='\\u0063').answer.value",
  "%resource.children().count()",
  "%resource.trace('x')",
  "%context",
  "%patient.where(%resource.exists())",
  "repeat(item).answer.value",
])("%s may read anything", (expression) => expect(reads(expression)).toBe("anything"));

it("looks into each variable once, however often others refer to it", () => {
  let looks = 0;
  const chain = Array.from({ length: 60 }, (_, place) => ({
    name: `v${place}`,
    get expression() {
      looks++;
      return place === 0
        ? "%resource.item.where(linkId='c').answer.value"
        : `%v${place - 1} + %v${place - 1}`;
    },
  }));
  const form = compileForm({
    resourceType: "Questionnaire",
    extension: chain.map((valueExpression) => ({
      url: "http://hl7.org/fhir/StructureDefinition/variable",
      valueExpression,
    })),
    item: [{ linkId: "c", type: "integer" }],
  });
  looks = 0;
  const { items } = expressionReads("%v59", undefined, form.byLinkId, form.hints);
  expect([...items].map(({ linkId }) => linkId)).toEqual(["c"]);
  expect(looks).toBeLessThan(200);
});

it("does not look to the end of a chain of thousands of variables", () => {
  const variables = Array.from({ length: 20_000 }, (_, place) => ({
    name: `v${place}`,
    expression: `%v${place + 1}`,
  }));
  expect(expressionReads("%v0", undefined, byLinkId, { variables }).anything).toBe(true);
  const circle = [
    { name: "a", expression: "%b" },
    { name: "b", expression: "%a + %resource.item.where(linkId='c').answer.value" },
  ];
  const reads = expressionReads("%a", undefined, byLinkId, { variables: circle });
  expect([[...reads.items].map(({ linkId }) => linkId), reads.anything]).toEqual([["c"], false]);
});
