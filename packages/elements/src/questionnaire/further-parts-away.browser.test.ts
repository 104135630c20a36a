import "../define/questionnaire.ts";
import { fixture, html } from "@open-wc/testing";
import { afterAll, beforeAll, expect, it } from "vitest";
import { cdp } from "vitest/browser";
import { count, find, settled, textOf } from "../testing/settled.ts";
import type { CadreQuestionnaire } from "./questionnaire.ts";

const unreachable = async (...urls: readonly string[]): Promise<void> => {
  await cdp().send("Network.enable");
  await cdp().send("Network.setBlockedURLs", { urls: [...urls] });
};
beforeAll(() => unreachable("*/further-controls.ts*"));
afterAll(() => unreachable());

const open = async (...item: readonly object[]): Promise<CadreQuestionnaire> => {
  const questionnaire = { resourceType: "Questionnaire", status: "active", item };
  const element = await fixture<CadreQuestionnaire>(
    html`<cadre-questionnaire .questionnaire=${questionnaire}></cadre-questionnaire>`,
  );
  await settled(element);
  return element;
};
const DIAGNOSIS = {
  linkId: "d",
  type: "choice",
  text: "Chẩn đoán",
  answerValueSet: "https://board.example/ValueSet/icd10",
};
const WARNING = "Chưa tải được phần tìm trong danh mục";

it("a form whose search cannot be loaded opens, says so, and takes the answer in words", async () => {
  const element = await open(DIAGNOSIS);
  expect(textOf(element)).toContain(WARNING);
  expect(count(element, "[role=combobox]")).toBe(0);
  const field = find(element, "input", HTMLInputElement);
  field.value = "Tăng huyết áp";
  field.dispatchEvent(new Event("input"));
  expect(element.completedResponse).toMatchObject({
    item: [{ linkId: "d", answer: [{ valueCoding: { display: "Tăng huyết áp" } }] }],
  });
});

it("a form that needs none of it says nothing", async () => {
  expect(textOf(await open({ linkId: "a", type: "string", text: "Thuốc" }))).not.toContain(WARNING);
});

it("a file that was attached stays as it is", async () => {
  const attached = { contentType: "text/plain", title: "Kết quả.txt", data: "S+G6v3Q=" };
  const element = await open({ linkId: "f", type: "attachment", text: "Tệp" });
  element.initialResponse = {
    resourceType: "QuestionnaireResponse",
    status: "in-progress",
    item: [{ linkId: "f", answer: [{ valueAttachment: attached }] }],
  };
  await settled(element);
  expect(textOf(element)).toContain("Kết quả.txt");
  expect(count(element, "input, textarea")).toBe(0);
  expect(element.response).toMatchObject({
    item: [{ linkId: "f", answer: [{ valueAttachment: attached }] }],
  });
});

it("nothing of the form before stays while the parts of the next are awaited", async () => {
  const element = await open({ linkId: "a", type: "string", text: "Thuốc" });
  expect(element.response).toBeDefined();
  element.questionnaire = { resourceType: "Questionnaire", status: "active", item: [DIAGNOSIS] };
  await new Promise<void>((resolve) => queueMicrotask(() => queueMicrotask(resolve)));
  expect(element.response).toBeUndefined();
  expect(textOf(element)).not.toContain("Thuốc");
  await settled(element);
  expect(textOf(element)).toContain("Chẩn đoán");
});
