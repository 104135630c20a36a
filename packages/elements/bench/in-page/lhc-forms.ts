import { lastLabel, VITALS } from "./bench-form.ts";
import { serve } from "./measure.ts";
import { questionnaireOf } from "./questionnaire.ts";

interface LhcForms {
  readonly Util: { addFormToPage(questionnaire: unknown, container: string): Promise<unknown> };
}

declare global {
  /** The page loads it by script tags, as its documentation says. */
  const LForms: LhcForms;
}

let form: ReturnType<typeof questionnaireOf> | undefined;
let last = "";

const input = (linkId: string): HTMLInputElement | undefined => {
  const found = document.getElementById(`${linkId}/1/1`);
  return found instanceof HTMLInputElement ? found : undefined;
};

serve({
  prepare: (items) => {
    form = questionnaireOf(items);
    last = lastLabel(items).replace("Câu ", "q");
  },
  open: (host) => {
    host.id = "form";
    void LForms.Util.addFormToPage(form, "form");
  },
  weight: () => input(VITALS.weight.id),
  isComplete: () => document.getElementById(`item-${last}/1/1`) !== null,
  shown: () => ({ bmi: input(VITALS.bmi.id)?.value ?? "", advice: input(VITALS.advice.id) !== undefined }),
});
