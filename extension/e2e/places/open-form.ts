import type { Page } from "puppeteer-core";
import { z } from "zod";
import { eventually } from "../harness/index.ts";
import type { TypistHabits } from "../support/form-typist.ts";

/** Written in the first question of a form that takes words. */
export const NOTE = "Ghi chú viết tay của bác sĩ";

/** How the referral is filled in where it is not the usual way. */
export const REFERRAL: TypistHabits = {
  words: "Tốt",
  codes: ["insulin tip 2"],
  answers: [
    [/PCCSKBCB/, "12/2026"],
    [/Chuyển hồi/, "22/11/2026 14:30"],
  ],
  choices: [
    [/Lý do chuyển/, "1"],
    [/01 năm/, "2"],
  ],
};

/** The form that stands in a page. */
export const FORM = ">>> :is(cadre-exam-checklist, cadre-referral-form)";
const itemsSchema = z.object({ item: z.array(z.unknown()).default([]) });

/** What was answered so far, as the element of the page gives it to its page: the items of the QuestionnaireResponse. */
export const answersIn = (page: Page): Promise<readonly unknown[]> =>
  eventually("answers in the form", async () => {
    const form = await page.$(FORM);
    const response: unknown = await form?.evaluate((element) => Reflect.get(element, "response"));
    const { item } = itemsSchema.parse(response);
    return item.length > 0 && item;
  });

/** Whether anything of the form is drawn. */
export const isFormShown = async (page: Page): Promise<boolean> =>
  (await (await page.$(`${FORM} >>> .form`))?.isVisible()) ?? false;

/** Puts the focus on the first question of the form that stands in a page, after something else had it. */
export const returnToForm = async (page: Page): Promise<void> => {
  const first = await page.waitForSelector(`${FORM} >>> .body input`, { visible: true });
  await first?.focus();
};
