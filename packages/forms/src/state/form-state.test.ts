import { expect, it } from "vitest";
import { codesOf, formOf } from "../testing/form-of.ts";
import { CHANGE } from "./form-node.ts";

const SMOKING = [
  { linkId: "smoker", type: "boolean", text: "Hút thuốc", required: true },
  {
    linkId: "details",
    type: "group",
    enableWhen: [{ question: "smoker", operator: "=", answerBoolean: true }],
    item: [{ linkId: "packs", type: "decimal", text: "Số bao" }],
  },
  { linkId: "born", type: "date" },
] as const;

it("shows a group when its condition holds, and tells only the nodes that changed", () => {
  const form = formOf(SMOKING);
  const told: string[] = [];
  for (const key of ["smoker", "details", "packs", "born"]) {
    form.node(key)?.subscribe((node, changes) => told.push(`${node.key} ${changes}`));
  }
  expect(form.node("packs")?.enabled).toBe(false);
  expect(form.setAnswer("smoker", 0, { valueBoolean: true })).toEqual({ ok: true, value: undefined });
  expect(form.node("packs")?.enabled).toBe(true);
  expect(told).toEqual([
    `smoker ${CHANGE.answers | CHANGE.issues}`,
    `details ${CHANGE.enabled}`,
    `packs ${CHANGE.enabled}`,
  ]);
});

it("keeps what was typed and cannot be read, with an issue, in the draft too", () => {
  const form = formOf(SMOKING);
  form.typeText("born", 0, "31/02/1961");
  expect(codesOf(form, "born")).toEqual(["date-not-in-calendar"]);
  const again = formOf(SMOKING, { response: form.toResponse("in-progress") });
  expect(again.inputText("born")).toBe("31/02/1961");
  expect(codesOf(again, "born")).toEqual(["date-not-in-calendar"]);
  expect(again.issues.map(({ code, node }) => [node?.key, code])).toEqual([
    ["smoker", "required"],
    ["born", "date-not-in-calendar"],
  ]);
});

it("reads a decimal comma, and hides the value that is shown to nobody from a completed response", () => {
  const form = formOf(SMOKING);
  form.setAnswer("smoker", 0, { valueBoolean: true });
  form.typeText("packs", 0, "1,5");
  expect(form.node("packs")?.answers[0]?.value).toEqual({ valueDecimal: 1.5 });
  form.setAnswer("smoker", 0, { valueBoolean: false });
  expect(form.toResponse("completed")).toEqual({
    resourceType: "QuestionnaireResponse",
    questionnaire: "https://board.example/q|1",
    status: "completed",
    item: [{ linkId: "smoker", text: "Hút thuốc", answer: [{ valueBoolean: false }] }],
  });
  expect(JSON.stringify(form.toResponse("in-progress"))).toContain('"valueDecimal":1.5');
});
