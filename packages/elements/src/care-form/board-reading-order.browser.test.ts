import "../define/exam-checklist.ts";
import "../define/referral-form.ts";
import { fixture, html } from "@open-wc/testing";
import { expect, it } from "vitest";
import { page } from "vitest/browser";
import { z } from "zod/mini";
import { type BoardForm, boardForm, boardForms, openedBoardForm } from "../testing/board-form.ts";
import { NOW } from "../testing/sample-views.ts";
import { ScriptedService } from "../testing/scripted-service.ts";
import { count, settled, textOf } from "../testing/settled.ts";
import type { CareFormElement } from "./care-form-element.ts";

/** What a screen reader reads, from first to last, of the forms that the board issues. */
const opened = async (form: BoardForm): Promise<CareFormElement> => {
  const service = new ScriptedService();
  service.answerForm = async () => ({ ok: true, value: openedBoardForm(form) });
  const element = await fixture<CareFormElement>(
    form.kind === "referral"
      ? html`<cadre-referral-form subject="s-1" .service=${service} .now=${() => NOW}></cadre-referral-form>`
      : html`<cadre-exam-checklist subject="s-1" .service=${service} .now=${() => NOW}></cadre-exam-checklist>`,
  );
  const sections: unknown = form.questionnaire.item;
  if (!Array.isArray(sections)) throw new Error("a form without sections");
  await expect.poll(() => count(element, ".section")).toBe(sections.length);
  await settled(element);
  return element;
};

const itemSchema = z.looseObject({
  linkId: z.string(),
  text: z.string(),
  enableWhen: z.optional(z.array(z.unknown())),
  extension: z.optional(z.array(z.looseObject({ url: z.string() }))),
  get item() {
    return z.optional(z.array(itemSchema));
  },
});
type Item = z.infer<typeof itemSchema>;

/** Everything that is asked from the start; an explanation stands with its section, and is not asked. */
const asked = (items: readonly Item[]): readonly Item[] =>
  items
    .filter(({ enableWhen }) => enableWhen === undefined)
    .filter((item) => !JSON.stringify(item.extension ?? []).includes('"help"'))
    .flatMap((item) => [item, ...asked(item.item ?? [])]);

it.each(boardForms)("$id: every question stands where the form has it", async (form) => {
  const text = textOf(await opened(form));
  const questions = asked(z.array(itemSchema).parse(form.questionnaire.item));
  let place = text.lastIndexOf("Phím tắt");
  for (const question of questions) {
    const found = text.indexOf(question.text, place);
    expect([question.linkId, found]).toEqual([question.linkId, expect.toSatisfy((at) => at >= place)]);
    place = found + question.text.length;
  }
  expect(questions.length).toBeGreaterThan(15);
});

it.each(["kham-suc-khoe-dinh-ky-tt25-2026.1", "phieu-chuyen-co-so-tt01-2025.2"])(
  "%s is read from its title to its foot",
  async (id) => {
    const element = await opened(boardForm(id));
    await expect.element(page.elementLocator(element)).toMatchAriaSnapshot();
  },
);
