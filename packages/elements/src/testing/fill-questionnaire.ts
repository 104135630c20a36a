import type { AnswerValue, QuestionnaireItem } from "@cadre-care/forms";
import type { Place, ScriptedForm, Step } from "@cadre-care/forms/testing/lhc-forms";
import { userEvent } from "vitest/browser";
import type { CadreQuestionnaire } from "../questionnaire/questionnaire.ts";
import { settled } from "./settled.ts";

type Field = HTMLInputElement | HTMLTextAreaElement;

const itemsOf = (items: readonly QuestionnaireItem[]): readonly QuestionnaireItem[] =>
  items.flatMap((item) => [item, ...itemsOf(item.item ?? [])]);

const titleOf = ({ prefix, text = "" }: QuestionnaireItem): string =>
  prefix === undefined ? text : `${prefix} ${text}`;

/** As it is typed in Vietnam: the day first, a decimal comma, the clock of this machine. */
const typedFor = (value: AnswerValue): string => {
  const { valueDate, valueDateTime, valueQuantity, valueReference, valueCoding } = value;
  if (valueDate !== undefined) return valueDate.split("-").reverse().join("/");
  if (valueDateTime !== undefined) {
    const at = new Date(valueDateTime);
    const two = (part: number): string => String(part).padStart(2, "0");
    return `${two(at.getDate())}/${two(at.getMonth() + 1)}/${at.getFullYear()} ${two(at.getHours())}:${two(at.getMinutes())}`;
  }
  const number = value.valueInteger ?? value.valueDecimal ?? valueQuantity?.value;
  if (number !== undefined) return String(number).replace(".", ",");
  const words = value.valueString ?? value.valueUri ?? value.valueTime;
  return words ?? valueReference?.display ?? valueCoding?.display ?? valueCoding?.code ?? "";
};

/** The words under which a choice is offered. */
const offeredAs = (value: AnswerValue): string => {
  const { valueBoolean, valueTime } = value;
  if (valueBoolean !== undefined) return valueBoolean ? "Có" : "Không";
  return valueTime?.slice(0, 5) ?? typedFor(value);
};

/** Somebody at the screen: knows a form by what it says, and answers with keyboard and mouse. */
class Typist {
  readonly #element: CadreQuestionnaire;
  readonly #items: readonly QuestionnaireItem[];

  constructor(element: CadreQuestionnaire, { questionnaire }: ScriptedForm) {
    this.#element = element;
    this.#items = itemsOf(questionnaire.item ?? []);
  }

  async take(step: Step): Promise<void> {
    if ("add" in step) await this.#add(step);
    else if ("empty" in step) await this.#empty(this.#itemOf(step), step.answer ?? 0);
    else if ("untick" in step) await this.#press(this.#itemOf(step), step.untick);
    else await this.#give(this.#itemOf(step), step.answer ?? 0, step.give);
    await settled(this.#element);
  }

  #asked({ linkId }: Place): QuestionnaireItem {
    const found = this.#items.find((item) => item.linkId === linkId);
    if (found === undefined) throw new Error(`the form has no ${linkId}`);
    return found;
  }

  /** The item on the screen, told from others with the same words by its place. */
  #itemOf(place: Place): HTMLElement {
    const asked = this.#asked(place);
    const title = titleOf(asked);
    const same = this.#items.filter((item) => titleOf(item) === title).indexOf(asked);
    const shown = [...this.#all(".item")].filter(
      (item) => item.querySelector(".label")?.textContent === title,
    );
    const found = shown[same + (place.node ?? 0)];
    if (found?.checkVisibility() !== true) throw new Error(`${place.linkId} is not asked for`);
    return found;
  }

  #all(selector: string): readonly HTMLElement[] {
    return [...(this.#element.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? [])];
  }

  async #add(place: Place): Promise<void> {
    const words = `Thêm ${titleOf(this.#asked(place))}`;
    const button = this.#all("button").findLast(({ textContent }) => textContent?.trim() === words);
    if (button === undefined) throw new Error(`no button "${words}"`);
    await userEvent.click(button);
  }

  async #give(item: HTMLElement, answer: number, value: AnswerValue): Promise<void> {
    if (this.#offers(item, value)) return this.#press(item, value);
    const file = item.querySelector<HTMLInputElement>("input[type=file]");
    if (file !== null) return attach(file, value);
    const combobox = item.querySelector(".search");
    if (combobox !== null) return this.#search(item, value);
    await this.#rowFor(item, answer);
    const row = item.querySelectorAll(".one")[answer] ?? item;
    const list = row.querySelector("select");
    const field = row.querySelector<Field>("input[type=text], textarea");
    if (field === null) {
      if (list === null) throw new Error(`nothing to type into: ${item.textContent}`);
      return userEvent.selectOptions(list, offeredAs(value));
    }
    await userEvent.fill(field, typedFor(value));
    await userEvent.tab();
    const unit = value.valueQuantity?.unit;
    if (list !== null && unit !== undefined) await userEvent.selectOptions(list, unit);
  }

  #choice(item: HTMLElement, value: AnswerValue): HTMLInputElement | undefined {
    const words = offeredAs(value);
    const label = [...item.querySelectorAll(".pick label")].find(({ textContent }) => textContent === words);
    return label?.querySelector("input") ?? undefined;
  }

  #offers(item: HTMLElement, value: AnswerValue): boolean {
    return this.#choice(item, value) !== undefined;
  }

  async #press(item: HTMLElement, value: AnswerValue): Promise<void> {
    const choice = this.#choice(item, value);
    if (choice === undefined) throw new Error(`${offeredAs(value)} is not offered`);
    await userEvent.click(choice);
  }

  async #search(item: HTMLElement, value: AnswerValue): Promise<void> {
    const before = item.querySelector<HTMLElement>(".chosen button");
    if (before !== null) {
      await userEvent.click(before);
      await settled(this.#element);
    }
    const field = item.querySelector("input");
    if (field === null) throw new Error("no field to search in");
    await userEvent.fill(field, typedFor(value));
    await userEvent.keyboard("{Enter}");
  }

  /** A further answer has a field of its own. */
  async #rowFor(item: HTMLElement, answer: number): Promise<void> {
    while (answer > 0 && item.querySelectorAll(".one").length <= answer) {
      const add = item.querySelector<HTMLElement>(".many > :last-child button");
      if (add === null) throw new Error(`no further answer: ${item.textContent}`);
      await userEvent.click(add);
      await settled(this.#element);
    }
  }

  async #empty(item: HTMLElement, answer: number): Promise<void> {
    const pressed = item.querySelector<HTMLElement>(".pick input:checked");
    if (pressed !== null) return userEvent.click(pressed);
    const row = item.querySelectorAll(".one")[answer] ?? item;
    const list = row.querySelector("select");
    if (list !== null) return userEvent.selectOptions(list, "-1");
    const taken = row.querySelector<HTMLElement>(".chosen button");
    if (taken !== null) return userEvent.click(taken);
    const field = row.querySelector<Field>("input, textarea");
    if (field === null) throw new Error(`nothing to empty: ${item.textContent}`);
    await userEvent.clear(field);
    await userEvent.tab();
  }
}

const attach = (input: HTMLInputElement, { valueAttachment }: AnswerValue): void => {
  const bytes = Uint8Array.from(atob(valueAttachment?.data ?? ""), (char) => char.charCodeAt(0));
  const files = new DataTransfer();
  files.items.add(
    new File([bytes], valueAttachment?.title ?? "", { type: valueAttachment?.contentType ?? "" }),
  );
  input.files = files.files;
  input.dispatchEvent(new Event("change"));
};

/** Fills the form in on the screen, and gives its response: completed where nothing is left to do. */
export const fillQuestionnaire = async (
  element: CadreQuestionnaire,
  form: ScriptedForm,
): Promise<Readonly<Record<string, unknown>> | undefined> => {
  const typist = new Typist(element, form);
  for (const step of form.steps) await typist.take(step);
  await settled(element);
  return element.completedResponse ?? element.response;
};
