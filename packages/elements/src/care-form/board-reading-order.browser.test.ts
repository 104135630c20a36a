import "../define/exam-checklist.ts";
import "../define/referral-form.ts";
import { expect, it } from "vitest";
import { page } from "vitest/browser";
import { boardForm, boardForms, openBoardForm, questionsOf } from "../testing/board-form.ts";
import { textOf } from "../testing/settled.ts";

/** What a screen reader reads, from first to last, of the forms that the board issues. */
it.each(boardForms)("$id: every question stands where the form has it", async (form) => {
  const text = textOf((await openBoardForm(form)).element);
  const questions = questionsOf(form);
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
    const { element } = await openBoardForm(boardForm(id));
    await expect.element(page.elementLocator(element)).toMatchAriaSnapshot();
  },
);
