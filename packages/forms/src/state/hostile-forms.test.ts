import { expect, it } from "vitest";
import { URLS } from "../definition/extension-urls.ts";
import type { QuestionnaireItem } from "../questionnaire/questionnaire.ts";
import { formOf } from "../testing/form-of.ts";
import type { FormNode } from "./form-node.ts";

const everyNode = (nodes: readonly FormNode[]): readonly FormNode[] =>
  nodes.flatMap((node) => [node, ...everyNode(node.children)]);

it("gives every node a key of its own, whatever the linkIds are", () => {
  const repeated = (linkId: string, item: readonly QuestionnaireItem[]): QuestionnaireItem => ({
    linkId,
    type: "group",
    repeats: true,
    item,
  });
  const linkIds = ["row:1", "row:2", "row:3", "row:1/a", "row:2/a", "row:1/a/b", "__proto__", "constructor"];
  const form = formOf([
    ...linkIds.map((linkId) => ({ linkId, type: "string" as const })),
    repeated("row", [
      { linkId: "a", type: "group", item: [{ linkId: "b", type: "string" }] },
      { linkId: "a/b", type: "string" },
      { linkId: "toString", type: "string", repeats: true, item: [{ linkId: "c", type: "string" }] },
    ]),
  ]);
  form.addGroup(form.nodesOf("row")[0]?.key ?? "");
  const nodes = everyNode(form.roots);
  expect(new Set(nodes.map(({ key }) => key)).size).toBe(nodes.length);
  for (const [place, node] of nodes.entries()) {
    expect(form.node(node.key)).toBe(node);
    if (node.definition.isQuestion) form.typeText(node, 0, `x${place}`);
  }
  expect(nodes.flatMap(({ answers }) => answers.map(({ value }) => value?.valueString))).toEqual(
    nodes.flatMap(({ definition }, place) => (definition.isQuestion ? [`x${place}`] : [])),
  );
  expect(form.node("__proto__")?.answers[0]?.value).toEqual({ valueString: "x6" });
});

it("tells apart the groups of a response that has more of them than the form allows", () => {
  const group = (text: string) => ({ linkId: "g", item: [{ linkId: "a", answer: [{ valueString: text }] }] });
  const form = formOf([{ linkId: "g", type: "group", item: [{ linkId: "a", type: "string" }] }], {
    response: {
      resourceType: "QuestionnaireResponse",
      status: "in-progress",
      item: [group("một"), group("hai")],
    },
  });
  const [first] = form.nodesOf("a");
  if (!first) throw new Error("no node");
  form.typeText(first, 0, "ba");
  expect(form.nodesOf("a").map((node) => form.inputText(node))).toEqual(["ba", "hai"]);
  expect(form.node("a")).toBe(first);
});

it("takes no node of another form for its own", () => {
  const items = [{ linkId: "a", type: "string" }] as const;
  const [form, other] = [formOf(items), formOf(items)];
  const foreign = other.node("a");
  expect(foreign && form.typeText(foreign, 0, "của người khác").ok).toBe(false);
  expect(form.inputText("a")).toBe("");
});

it("does not make as many repeats as a form asks for, only as many as it can show, and says so", () => {
  const minOccurs = [{ url: URLS.minOccurs, valueInteger: 1_000_000_000 }];
  const nested = (depth: number): QuestionnaireItem => ({
    linkId: `g${depth}`,
    type: "group",
    repeats: true,
    text: `Nhóm ${depth}`,
    extension: minOccurs,
    item: depth > 0 ? [nested(depth - 1)] : [{ linkId: "a", type: "string" }],
  });
  const flat = formOf([nested(0), { linkId: "many", type: "string", repeats: true, extension: minOccurs }]);
  expect(flat.nodesOf("g0")).toHaveLength(100);
  expect(flat.node("many")?.answers).toHaveLength(1);
  expect(flat.issues.filter(({ code }) => code === "too-many-repeats")).toMatchObject([
    {
      severity: "advisory",
      node: { key: flat.nodesOf("g0")[0]?.key },
      message: { vi: expect.stringContaining("Nhóm 0") },
    },
  ]);
  expect(flat.problems.map(({ problem, item }) => [problem.code, item?.linkId])).toEqual([
    ["too-many-repeats", "g0"],
  ]);
  const deep = formOf([nested(8)]);
  expect(everyNode(deep.roots).length).toBeLessThan(5_200);
  expect(new Set(deep.issues.map(({ code }) => code))).toContain("too-many-repeats");
});

it("keeps every repeat that a response has", () => {
  const response = {
    resourceType: "QuestionnaireResponse",
    status: "completed",
    item: Array.from({ length: 150 }, (_, place) => ({
      linkId: "g",
      item: [{ linkId: "a", answer: [{ valueInteger: place }] }],
    })),
  } as const;
  const extension = [{ url: URLS.minOccurs, valueInteger: 1_000 }];
  const a = { linkId: "a", type: "integer" } as const;
  const form = formOf([{ linkId: "g", type: "group", repeats: true, extension, item: [a] }], { response });
  expect(form.nodesOf("g")).toHaveLength(150);
  expect(form.toResponse("completed").item).toEqual(response.item);
});
