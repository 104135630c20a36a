import { Model } from "survey-core";
import { renderSurvey } from "survey-js-ui";
import { type Kind, lastLabel, OPTIONS, type Question, sectionsOf, VITALS } from "./bench-form.ts";
import { serve } from "./measure.ts";

const TYPES: Readonly<Record<Kind, Readonly<Record<string, unknown>>>> = {
  text: { type: "text" },
  whole: { type: "text", inputType: "number" },
  decimal: { type: "text", inputType: "number" },
  yesno: { type: "boolean" },
  choice: { type: "dropdown", choices: [...OPTIONS] },
  date: { type: "text", inputType: "date" },
  long: { type: "comment" },
};
const { height, weight, bmi, advice } = VITALS;

const elementOf = ({ id, label, kind, whileEmpty }: Question) => ({
  name: id,
  title: label,
  ...TYPES[kind],
  ...(whileEmpty !== undefined && { visibleIf: `{${whileEmpty}} empty` }),
});

const panel = (name: string, title: string, elements: readonly unknown[]) => ({
  type: "panel",
  name,
  title,
  elements,
});

const surveyOf = (items: number) => ({
  title: `Mẫu ${items} câu`,
  textUpdateMode: "onTyping",
  elements: [
    panel("vitals", VITALS.title, [
      { type: "text", inputType: "number", name: height.id, title: height.label, defaultValue: height.start },
      { type: "text", inputType: "number", name: weight.id, title: weight.label },
      {
        type: "expression",
        name: bmi.id,
        title: bmi.label,
        expression: `round({${weight.id}} / ({${height.id}} * {${height.id}}), 1)`,
      },
      { type: "text", name: advice.id, title: advice.label, visibleIf: `{${weight.id}} > ${advice.above}` },
    ]),
    ...sectionsOf(items).map(({ id, title, questions }) => panel(id, title, questions.map(elementOf))),
  ],
});

let form: ReturnType<typeof surveyOf> | undefined;
let last = "";

const question = (name: string): Element | null => document.querySelector(`[data-name="${name}"]`);
let input: HTMLInputElement | null | undefined;

serve({
  prepare: (items) => {
    form = surveyOf(items);
    last = lastLabel(items).replace("Câu ", "q");
  },
  open: (host) => renderSurvey(new Model(form), host),
  weight: () => {
    input ??= question(weight.id)?.querySelector("input");
    return input ?? undefined;
  },
  isComplete: () => question(last)?.querySelector("input, textarea, .sd-dropdown") != null,
  shown: () => ({
    bmi: question(bmi.id)?.querySelector(".sd-expression")?.textContent?.trim() ?? "",
    advice: question(advice.id) !== null,
  }),
});
