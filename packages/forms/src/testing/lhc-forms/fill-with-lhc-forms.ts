import type { AnswerValue } from "../../questionnaire/data-types.ts";
import type { Place, ScriptedForm, Step } from "../questionnaires/index.ts";
import type { LhcWindow } from "./lhc-window.ts";
import { pause, until } from "./until.ts";

/** Long enough for LHC-Forms to run its change detection and what it debounces. */
const SETTLE = 40;

const send = (element: Element, ...types: readonly string[]): void => {
  for (const type of types) element.dispatchEvent(new Event(type, { bubbles: true }));
};

const press = (element: Element, key: string, keyCode: number): void => {
  for (const type of ["keydown", "keyup"]) {
    element.dispatchEvent(new KeyboardEvent(type, { key, keyCode, which: keyCode, bubbles: true }));
  }
};

const TWO = (part: string | undefined): string => (part ?? "").padStart(2, "0");

/** How LHC-Forms has a date typed: month first, and what is not known left out. */
const americanDate = (date: string): string => {
  const [year = "", month, day] = date.split("-");
  return [month, day, year].filter((part) => part !== undefined).join("/");
};

const americanDateTime = (dateTime: string): string => {
  const at = new Date(dateTime);
  const date = [TWO(String(at.getMonth() + 1)), TWO(String(at.getDate())), at.getFullYear()].join("/");
  return `${date} ${at.toTimeString().slice(0, 8)}`;
};

/** The words under which a choice is offered, or what is typed. */
const wordsOf = (value: AnswerValue): string => {
  const { valueCoding, valueDate, valueDateTime, valueQuantity, valueReference } = value;
  if (valueCoding) return valueCoding.display ?? valueCoding.code ?? "";
  if (valueQuantity) return String(valueQuantity.value);
  if (valueReference) return valueReference.display ?? "";
  if (valueDateTime !== undefined) return americanDateTime(valueDateTime);
  if (valueDate !== undefined) return americanDate(valueDate);
  return String(Object.values(value)[0]);
};

/** Dates are typed month first, but offered as FHIR writes them. */
const optionWordsOf = (value: AnswerValue): string => value.valueDate ?? wordsOf(value);

/** LHC-Forms numbers its options and puts their scores behind them: "2:  Nhiều ngày - 1". */
const isOption = (shown: string | null, words: string): boolean =>
  shown
    ?.replace(/^\d+:/, "")
    .replace(/ - \d+$/, "")
    .trim() === words;

class LhcEntry {
  readonly #document: Document;

  constructor(readonly window: LhcWindow) {
    this.#document = window.document;
  }

  /** LHC-Forms numbers its items by their place in each repeat: `item-drug/2`, `item-illness-name/2/1`. */
  #item({ linkId, node = 0, answer = 0 }: Place): HTMLElement | undefined {
    const start = `item-${linkId}/`;
    const repeat = answer > 0 ? `[id="${start}${answer + 1}"]` : `[id^="${start}${node + 1}/"]`;
    const one = node + answer > 0 ? this.#document.querySelector<HTMLElement>(repeat) : undefined;
    return one ?? this.#document.querySelector<HTMLElement>(`[id^="${start}"]`) ?? undefined;
  }

  /** Takes a step, or passes over it where LHC-Forms does not ask for that: its response then shows it. */
  async take(step: Step): Promise<void> {
    const item = this.#item(step);
    if (!item) return;
    if ("add" in step) {
      const buttons = this.#document.querySelectorAll<HTMLElement>(`[id^="add-${step.linkId}/"]`);
      [...buttons].at(-1)?.click();
    } else if ("empty" in step) await this.#empty(item);
    else if ("untick" in step) await this.#tick(item, step.untick);
    else await this.#give(item, step.give);
    await pause(SETTLE);
  }

  async #give(item: HTMLElement, value: AnswerValue): Promise<void> {
    const words = wordsOf(value);
    const picker = item.querySelector<HTMLInputElement>("nz-date-picker input, nz-time-picker input");
    if (picker) return this.#pick(picker, words);
    if (item.querySelector(":scope label[nz-radio], :scope label[nz-checkbox]"))
      return this.#tick(item, value);
    const file = item.querySelector<HTMLInputElement>("input[type=file]");
    if (file) return this.#attach(file, value);
    const input = item.querySelector<HTMLInputElement | HTMLTextAreaElement>("input, textarea");
    if (!input) throw new Error("LHC-Forms has no input here");
    if (item.querySelector("lhc-item-choice-autocomplete")) await this.#complete(input, optionWordsOf(value));
    else this.#type(input, words);
    const unit = item.querySelector<HTMLInputElement>('input[id^="unit_"]');
    if (unit && value.valueQuantity?.unit !== undefined) await this.#complete(unit, value.valueQuantity.unit);
  }

  async #empty(item: HTMLElement): Promise<void> {
    const none = item.querySelector<HTMLElement>('label[nz-radio][id$="|null"] input');
    if (none) return none.click();
    const clear = item.querySelector<HTMLElement>("nz-date-picker .ant-picker-clear");
    if (clear) return clear.click();
    const input = item.querySelector<HTMLInputElement>("input, textarea");
    if (input) this.#type(input, "");
  }

  #type(input: HTMLInputElement | HTMLTextAreaElement, words: string): void {
    input.focus();
    input.value = words;
    send(input, "input", "change");
    input.blur();
    send(input, "blur");
  }

  async #pick(input: HTMLInputElement, words: string): Promise<void> {
    input.focus();
    input.click();
    await pause(SETTLE);
    input.value = words;
    send(input, "input");
    await pause(SETTLE);
    press(input, "Enter", 13);
    await pause(SETTLE);
    input.blur();
  }

  async #complete(input: HTMLInputElement | HTMLTextAreaElement, words: string): Promise<void> {
    input.focus();
    await pause(SETTLE);
    const offered = [...this.#document.querySelectorAll("#completionOptions li")];
    const option = offered.find(({ textContent }) => isOption(textContent, words));
    if (option) {
      for (const type of ["mousedown", "mouseup", "click"]) {
        option.dispatchEvent(new MouseEvent(type, { bubbles: true, cancelable: true }));
      }
    } else {
      input.value = words;
      press(input, words.slice(-1), 65);
      send(input, "input");
    }
    await pause(SETTLE);
    input.blur();
    send(input, "change", "blur");
  }

  async #tick(item: HTMLElement, value: AnswerValue): Promise<void> {
    const yesNo = { true: "Yes", false: "No" };
    const words =
      value.valueBoolean === undefined ? wordsOf(value) : value.valueBoolean ? yesNo.true : yesNo.false;
    const labels = [...item.querySelectorAll<HTMLElement>("label[nz-radio], label[nz-checkbox]")];
    const label = labels.find(({ textContent }) => textContent?.trim() === words);
    if (label) return label.querySelector("input")?.click();
    labels.at(-1)?.querySelector("input")?.click();
    await pause(SETTLE);
    const own = item.querySelector<HTMLInputElement>("input[type=text], textarea");
    if (!own) throw new Error(`LHC-Forms does not offer ${words}`);
    this.#type(own, words);
  }

  #attach(input: HTMLInputElement, { valueAttachment }: AnswerValue): void {
    const bytes = Uint8Array.from(atob(valueAttachment?.data ?? ""), (char) => char.charCodeAt(0));
    const files = new DataTransfer();
    files.items.add(
      new File([bytes], valueAttachment?.title ?? "", { type: valueAttachment?.contentType ?? "" }),
    );
    input.files = files.files;
    send(input, "change");
  }
}

/** Fills the form as a person would, with the events of keyboard and mouse, and gives its QuestionnaireResponse. */
export const fillWithLhcForms = async (window: LhcWindow, form: ScriptedForm): Promise<unknown> => {
  const { document } = window;
  // Nothing else is removed: LHC-Forms keeps its list of options in the body, once for all forms.
  document.getElementById("form")?.remove();
  window.focus();
  const container = document.createElement("div");
  container.id = "form";
  document.body.append(container);
  await window.LForms.Util.addFormToPage(form.questionnaire, "form");
  await until(() => document.querySelector("lhc-item") !== null, `LHC-Forms shows ${form.name}`);
  await pause(SETTLE);
  const entry = new LhcEntry(window);
  for (const step of form.steps) await entry.take(step);
  await pause(2 * SETTLE);
  return window.LForms.Util.getFormFHIRData("QuestionnaireResponse", "R4");
};
