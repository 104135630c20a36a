import "@cadre-care/elements/define/questionnaire";
import { lastLabel, VITALS } from "./bench-form.ts";
import { serve } from "./measure.ts";
import { questionnaireOf } from "./questionnaire.ts";

const element = document.createElement("cadre-questionnaire");
let form: ReturnType<typeof questionnaireOf> | undefined;
let last = "";

const root = (): ParentNode => element.shadowRoot ?? element;

/** The control below the label, of the four in the first section. */
const vital = (label: string): HTMLElement | undefined => {
  const section = root().querySelector(".body > *");
  const found = [...(section?.querySelectorAll("label, .label") ?? [])].find(
    ({ textContent }) => textContent?.trim() === label,
  );
  return found?.closest<HTMLElement>(".item") ?? undefined;
};
let weight: HTMLInputElement | null | undefined;
let body: Element | null | undefined;
let bmi: HTMLInputElement | null | undefined;
let advice: HTMLElement | undefined;

serve({
  prepare: (items) => {
    form = questionnaireOf(items);
    last = lastLabel(items);
  },
  open: (host) => {
    element.questionnaire = form;
    host.append(element);
  },
  weight: () => {
    weight ??= vital(VITALS.weight.label)?.querySelector("input");
    return weight ?? undefined;
  },
  isComplete: () => {
    body ??= root().querySelector(".body");
    // Of the last section alone: what looks through 5,000 items at each frame slows them down.
    const items = body?.lastElementChild?.querySelectorAll(".item");
    return items?.item(items.length - 1)?.textContent?.includes(last) === true;
  },
  shown: () => {
    bmi ??= vital(VITALS.bmi.label)?.querySelector("input");
    advice ??= vital(VITALS.advice.label);
    return { bmi: bmi?.value ?? "", advice: advice !== undefined && !advice.hidden };
  },
});
