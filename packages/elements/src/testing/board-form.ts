import type { FhirJson, OpenedForm } from "@cadre-care/domain";
import { fixture, html } from "@open-wc/testing";
import { expect } from "vitest";
import { commands } from "vitest/browser";
import { z } from "zod/mini";
import type { CareFormElement } from "../care-form/care-form-element.ts";
import { layOut } from "./in-sight.ts";
import { openedForm } from "./sample-forms.ts";
import { NOW } from "./sample-views.ts";
import { ScriptedService } from "./scripted-service.ts";
import { count, expectAccessible, find, settled } from "./settled.ts";

/** The forms that the board really issues, large as they are. */
export const boardForms = await commands.boardForms();
export type BoardForm = (typeof boardForms)[number];

export const boardForm = (id: string): BoardForm => {
  const found = boardForms.find((form) => form.id === id);
  if (found === undefined) throw new Error(`the board issues no ${id}`);
  return found;
};

/** The same as a service opens it: empty, or with a draft. */
const openedBoardForm = ({ kind, questionnaire, valueSets }: BoardForm, response?: FhirJson): OpenedForm => ({
  ...openedForm,
  kind,
  questionnaire,
  valueSets,
  prefilled: [],
  ...(response === undefined ? {} : { response }),
});

/** A side panel; and twice as large letters in a window of 1,280 px, half of which is the panel's. */
const SIZES = [
  ["360px", "16px"],
  ["640px", "32px"],
] as const;

/** Accessible, and nothing out of the panel's side, in both sizes. */
export const expectAccessibleInPanels = async (
  element: HTMLElement & { readonly updateComplete: Promise<boolean> },
): Promise<void> => {
  layOut(element);
  try {
    for (const [width, letters] of SIZES) {
      document.documentElement.style.fontSize = letters;
      element.style.inlineSize = width;
      await settled(element);
      const frame = find(element, ".frame", HTMLElement);
      const wide = [...frame.querySelectorAll<HTMLElement>(".section, .foot, .outline")].filter(
        (part) => part.scrollWidth > part.clientWidth,
      );
      expect(wide.map((part) => `${width} ${part.className}: ${part.textContent?.slice(0, 80)}`)).toEqual([]);
      expect(frame.scrollWidth, width).toBeLessThanOrEqual(frame.clientWidth);
      await expectAccessible(element);
    }
  } finally {
    document.documentElement.style.removeProperty("font-size");
  }
};

/** What has the focus lies under nothing (WCAG 2.4.11): not under the foot, which stays in sight. */
export const expectFocusInSight = (element: HTMLElement): void => {
  const focused = element.shadowRoot?.activeElement;
  if (!(focused instanceof HTMLElement)) throw new Error("nothing has the focus");
  const { x, y, width, height } = focused.getBoundingClientRect();
  expect(element.shadowRoot?.elementFromPoint(x + width / 2, y + height / 2)).toBe(focused);
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

/** Everything that the form asks from the start, in its order. */
export const questionsOf = ({ questionnaire }: BoardForm): readonly Item[] =>
  asked(z.array(itemSchema).parse(questionnaire.item));

/** The form in its element, opened from a service, every section drawn. */
export const openBoardForm = async (
  form: BoardForm,
  response?: FhirJson,
): Promise<{ element: CareFormElement; service: ScriptedService }> => {
  const opened = openedBoardForm(form, response);
  const service = new ScriptedService();
  service.answerForm = async (subject) => ({ ok: true, value: { ...opened, subject } });
  service.say("forms", { drafts: [], bound: [{ form: opened.form, page: "same" }] });
  const element = await fixture<CareFormElement>(
    form.kind === "referral"
      ? html`<cadre-referral-form subject="s-1" .service=${service} .now=${() => NOW}></cadre-referral-form>`
      : html`<cadre-exam-checklist subject="s-1" .service=${service} .now=${() => NOW}></cadre-exam-checklist>`,
  );
  await expect.poll(() => count(element, ".section")).toBe(sectionsOf(form));
  await settled(element);
  return { element, service };
};

/** How many sections a form has. */
export const sectionsOf = ({ questionnaire }: Pick<BoardForm, "questionnaire">): number =>
  z.array(z.unknown()).parse(questionnaire.item).length;
