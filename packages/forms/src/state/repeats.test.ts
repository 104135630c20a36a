import { expect, it } from "vitest";
import { URLS } from "../definition/extension-urls.ts";
import { formOf } from "../testing/form-of.ts";
import { CHANGE } from "./form-node.ts";

const ROWS = [
  {
    linkId: "row",
    type: "group",
    repeats: true,
    extension: [{ url: URLS.maxOccurs, valueInteger: 3 }],
    item: [{ linkId: "drug", type: "string" }],
  },
  { linkId: "end", type: "string" },
] as const;

it("adds repeats of a group after the last, up to the most, and takes them away", () => {
  const form = formOf(ROWS);
  const [first] = form.nodesOf("row");
  if (!first) throw new Error("no row");
  expect([form.canAdd(first), form.canRemove(first)]).toEqual([true, false]);
  const second = form.addGroup(first);
  form.addGroup(first);
  expect(form.canAdd(first)).toBe(false);
  expect(form.addGroup(first)).toBeUndefined();
  expect(form.roots.map(({ definition }) => definition.linkId)).toEqual(["row", "row", "row", "end"]);
  const keys = form.roots.map(({ key }) => key);
  expect(new Set(keys).size).toBe(4);
  form.typeText(second?.children[0]?.key ?? "", 0, "hai");
  form.removeGroup(first);
  expect(form.roots.map(({ key }) => key)).toEqual([keys[1], keys[2], "end"]);
  expect(form.toResponse("completed").item).toEqual([
    { linkId: "row", item: [{ linkId: "drug", answer: [{ valueString: "hai" }] }] },
  ]);
});

it("makes the last repeat new instead of leaving none", () => {
  const form = formOf(ROWS);
  form.typeText(form.nodesOf("drug")[0]?.key ?? "", 0, "x");
  form.removeGroup(form.nodesOf("row")[0]?.key ?? "");
  expect(form.nodesOf("row")).toHaveLength(1);
  expect(form.toResponse("in-progress").item).toBeUndefined();
});

it("starts with as many repeats as there have to be, and those of the response", () => {
  const minOccurs = [{ url: URLS.minOccurs, valueInteger: 2 }];
  const form = formOf([{ ...ROWS[0], extension: minOccurs }]);
  expect(form.nodesOf("row")).toHaveLength(2);
  const item = ["1", "2", "3"].map((text) => ({
    linkId: "row",
    item: [{ linkId: "drug", answer: [{ valueString: text }] }],
  }));
  const response = { resourceType: "QuestionnaireResponse", status: "completed", item } as const;
  expect(formOf(ROWS, { response }).nodesOf("row")).toHaveLength(3);
});

it("adds and removes answers with what is nested under them", () => {
  const form = formOf([
    { linkId: "a", type: "string", repeats: true, item: [{ linkId: "why", type: "string" }] },
  ]);
  const node = form.node("a");
  if (!node) throw new Error("no node");
  const told: number[] = [];
  node.subscribe((_, changes) => told.push(changes));
  form.typeText(node, 0, "một");
  const slot = form.addAnswer(node);
  form.typeText(node, 1, "hai");
  form.typeText(slot?.children[0]?.key ?? "", 0, "vì");
  form.removeAnswer(node, 0);
  expect(form.toResponse("completed").item).toEqual([
    {
      linkId: "a",
      answer: [{ valueString: "hai", item: [{ linkId: "why", answer: [{ valueString: "vì" }] }] }],
    },
  ]);
  expect(node.answers[0]?.key).toBe(slot?.key);
  expect(told).toEqual([CHANGE.answers, CHANGE.children, CHANGE.answers, CHANGE.children | CHANGE.answers]);
});

it("keeps nested items of a question without an answer of its own", () => {
  const items = [{ linkId: "a", type: "boolean", item: [{ linkId: "why", type: "string" }] }] as const;
  const form = formOf(items);
  form.typeText("why", 0, "vì");
  const response = form.toResponse("completed");
  expect(response.item).toEqual([
    { linkId: "a", answer: [{ item: [{ linkId: "why", answer: [{ valueString: "vì" }] }] }] },
  ]);
  expect(formOf(items, { response }).toResponse("completed")).toEqual(response);
});

it("tells listeners once a batch, and nobody after dispose", () => {
  const form = formOf(ROWS);
  let told = 0;
  form.subscribe(() => told++);
  const stop = form.subscribe(() => told++);
  form.batch(() => {
    form.typeText("end", 0, "a");
    form.typeText("end", 0, "b");
  });
  expect(told).toBe(2);
  stop();
  form.typeText("end", 0, "c");
  expect(told).toBe(3);
  form.dispose();
  form.typeText("end", 0, "d");
  expect(told).toBe(3);
});
