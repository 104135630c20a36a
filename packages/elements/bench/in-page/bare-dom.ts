import {
  bmiOf,
  type Kind,
  lastLabel,
  OPTIONS,
  type Question,
  type Section,
  sectionsOf,
  VITALS,
} from "./bench-form.ts";
import { serve } from "./measure.ts";

let sections: readonly Section[] = [];
let last: HTMLElement | undefined;
let wanted = "";
let host: HTMLElement | undefined;

const TYPES: Readonly<Partial<Record<Kind, string>>> = { yesno: "checkbox", date: "date" };
let ids = 0;

const control = (kind: Kind): HTMLElement => {
  if (kind === "long") return document.createElement("textarea");
  if (kind === "choice") {
    const select = document.createElement("select");
    select.append(new Option(), ...OPTIONS.map((option) => new Option(option)));
    return select;
  }
  const input = document.createElement("input");
  input.type = TYPES[kind] ?? "text";
  if (kind === "whole" || kind === "decimal") input.inputMode = kind === "whole" ? "numeric" : "decimal";
  return input;
};

const row = (label: string, field: HTMLElement): HTMLElement => {
  const box = document.createElement("div");
  const words = document.createElement("label");
  ids += 1;
  field.id = `f${ids}`;
  words.htmlFor = field.id;
  words.textContent = label;
  box.append(words, field);
  return box;
};

const group = (title: string, rows: readonly HTMLElement[]): HTMLElement => {
  const section = document.createElement("fieldset");
  const legend = document.createElement("legend");
  legend.textContent = title;
  section.append(legend, ...rows);
  return section;
};

const asked = (
  { label, kind, whileEmpty }: Question,
  fields: Map<string, HTMLElement>,
  id: string,
): HTMLElement => {
  const field = control(kind);
  fields.set(id, field);
  const box = row(label, field);
  const source = whileEmpty === undefined ? undefined : fields.get(whileEmpty);
  source?.addEventListener("input", () => {
    box.hidden =
      (source instanceof HTMLInputElement || source instanceof HTMLSelectElement) && source.value !== "";
  });
  return box;
};

const weight = document.createElement("input");
const bmi = document.createElement("input");
const advice = row(VITALS.advice.label, document.createElement("input"));

const vitals = (): HTMLElement => {
  const height = document.createElement("input");
  height.value = String(VITALS.height.start);
  bmi.readOnly = true;
  advice.hidden = true;
  weight.addEventListener("input", () => {
    const kilograms = Number(weight.value);
    advice.hidden = !(kilograms > VITALS.advice.above);
    bmi.value = weight.value === "" ? "" : String(bmiOf(kilograms));
  });
  return group(VITALS.title, [
    row(VITALS.height.label, height),
    row(VITALS.weight.label, weight),
    row(VITALS.bmi.label, bmi),
    advice,
  ]);
};

serve({
  prepare: (items) => {
    sections = sectionsOf(items);
    wanted = lastLabel(items);
  },
  open: (place) => {
    host = place;
    const fields = new Map<string, HTMLElement>();
    place.append(
      vitals(),
      ...sections.map(({ title, questions }) =>
        group(
          title,
          questions.map((question) => asked(question, fields, question.id)),
        ),
      ),
    );
    last = place.lastElementChild instanceof HTMLElement ? place.lastElementChild : undefined;
  },
  weight: () => (weight.isConnected ? weight : undefined),
  isComplete: () => host !== undefined && last?.lastElementChild?.textContent?.includes(wanted) === true,
  shown: () => ({ bmi: bmi.value, advice: !advice.hidden }),
});
