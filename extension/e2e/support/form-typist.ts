import { setTimeout as pause } from "node:timers/promises";
import type { KeyInput, Page } from "puppeteer-core";

/** What has the focus in the form, as somebody in front of it would describe it. */
interface Focused {
  readonly kind: "choice" | "select" | "code" | "number" | "date" | "text" | "long" | "submit" | "other";
  readonly label: string;
  readonly value: string;
  /** Where one item stops and the next begins. */
  readonly id: string;
}

/** What the typist typed and pressed. */
export interface Typed {
  /** Every key that went to the browser. */
  readonly keystrokes: number;
  readonly answers: number;
  /** Characters of typed answers. */
  readonly characters: number;
  readonly labels: readonly string[];
}

/** Values that a form takes for what it calls by these words; anything else is words, 5 or a day. */
const VALUES: readonly (readonly [RegExp, string])[] = [
  [/Chiều cao/, "165"],
  [/Cân nặng/, "61"],
  [/Mạch|Tiểu cầu|tiểu cầu/i, "72"],
  [/Tâm thu|sắc tố/, "130"],
  [/Tâm trương|Vòng/i, "80"],
  [/Creatinin/, "90"],
  [/Mắt|Tai/, "10"],
  [/Natri/, "140"],
  [/Clo/, "102"],
  [/uric/, "320"],
];

/** Sent to the browser as text. */
const focusedIn = (page: Page): Promise<Focused> =>
  page.evaluate(() => {
    let element: Element | null = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    const root = element?.getRootNode();
    const named = element?.getAttribute("aria-label") ?? "";
    const picks = element instanceof HTMLInputElement && /radio|checkbox/.test(element.type);
    const group = picks ? element?.closest("[role=radiogroup], [role=group]") : null;
    let label = named;
    if (root instanceof ShadowRoot && element !== null) {
      const holder = group?.getAttribute("aria-labelledby") ?? "";
      const words =
        holder === "" ? root.querySelector(`label[for="${element.id}"]`) : root.getElementById(holder);
      label = `${words?.textContent ?? ""} ${named}`;
    }
    const kind = (() => {
      if (element?.getAttribute("part") === "submit") return "submit";
      if (element instanceof HTMLTextAreaElement) return "long";
      if (element instanceof HTMLSelectElement) return "select";
      if (!(element instanceof HTMLInputElement)) return "other";
      if (element.type === "radio" || element.type === "checkbox") return "choice";
      if (element.getAttribute("role") === "combobox") return "code";
      if (element.inputMode === "decimal" || element.inputMode === "numeric")
        return /ngày|dd\/|nn\/|\//i.test(`${element.placeholder}`) ? "date" : "number";
      return "text";
    })();
    const value =
      element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement ? element.value : "";
    return {
      kind,
      label: label.replace(/\s+/g, " ").trim(),
      value: element instanceof HTMLInputElement && kind === "choice" ? "" : value,
      id: element?.id || (element?.getAttribute("name") ?? ""),
    } as const;
  });

const textFor = ({ kind, label }: Focused, words: string): string => {
  const known = VALUES.find(([words]) => words.test(label))?.[1];
  if (kind === "number") return known ?? "5";
  if (kind === "date") return "22/11/2026";
  if (kind === "code") return "I10";
  return known ?? words;
};

/** Fills in an open form by keyboard alone, every question that has the focus in turn, until the submit button has it. */
export class FormTypist {
  readonly #page: Page;
  #keystrokes = 0;
  #answers = 0;
  #characters = 0;
  #confirmed = false;
  readonly #labels: string[] = [];

  readonly #words: string;

  /** `words`: what is written where words are asked for. */
  constructor(page: Page, words = "Bình thường") {
    this.#page = page;
    this.#words = words;
  }

  get typed(): Typed {
    const [keystrokes, answers, characters] = [this.#keystrokes, this.#answers, this.#characters];
    return { keystrokes, answers, characters, labels: this.#labels };
  }

  async press(key: KeyInput): Promise<void> {
    this.#keystrokes += 1;
    await this.#page.keyboard.press(key);
  }

  async type(text: string): Promise<void> {
    this.#keystrokes += text.length;
    this.#characters += text.length;
    // As fast hands do: the browser sees every key.
    await this.#page.keyboard.type(text);
  }

  /** `most`: answers to give, for who stops in the middle. Resolves with whether the submit button was reached. */
  async fill(most = 400): Promise<boolean> {
    for (let turn = 0; turn < most; turn += 1) {
      const focused = await focusedIn(this.#page);
      if (focused.kind === "submit") return true;
      this.#labels.push(`${focused.kind}: ${focused.label}`);
      this.#answers += 1;
      await this.#answer(focused);
      await this.#moved(focused);
    }
    return false;
  }

  async #answer(focused: Focused): Promise<void> {
    if (focused.kind === "other") throw new Error(`the focus is on nothing to fill in: ${focused.label}`);
    if (focused.kind === "choice") {
      await this.press(/từ chối/i.test(focused.label) ? "2" : "1");
      return;
    }
    if (focused.value !== "" && !this.#confirmed) {
      // What was filled in before is looked at and confirmed, a section by one key.
      this.#confirmed = true;
      await this.press("F2");
    }
    if (focused.value === "" && focused.kind !== "select") await this.type(textFor(focused, this.#words));
    if (focused.kind === "select") await this.press("ArrowDown");
    await this.press("Enter");
  }

  /** Waits until something else has the focus. */
  async #moved(before: Focused): Promise<void> {
    for (let tries = 0; tries < 200; tries += 1) {
      const now = await focusedIn(this.#page);
      if (now.id !== before.id || now.label !== before.label || now.kind !== before.kind) return;
      // A repeating list of codes keeps the focus for the next one: Enter in an empty field goes on.
      if (now.kind === "code" && now.value === "" && tries > 5) {
        await this.press("Enter");
        return;
      }
      await pause(10);
    }
    throw new Error(`the focus stays on ${before.kind} “${before.label}”`);
  }
}
