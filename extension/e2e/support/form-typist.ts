import { setTimeout as pause } from "node:timers/promises";
import type { Frame, KeyInput, Page } from "puppeteer-core";

/** What has the focus in the form, as somebody in front of it would describe it. */
interface Focused {
  readonly kind: "choice" | "select" | "code" | "number" | "date" | "text" | "long" | "submit" | "other";
  readonly label: string;
  readonly value: string;
  /** It was filled in before, and nobody has confirmed it. */
  readonly unconfirmed: boolean;
  /** A list of what was found is open below it. */
  readonly found: boolean;
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

/** What is typed for what the form calls by these words. */
type Answers = readonly (readonly [RegExp, string])[];
/** The key that is pressed for a choice that the form calls by these words. */
type Choice = readonly [RegExp, "1" | "2" | "3"];

/** How somebody fills in a form, where it is not the usual way. */
export interface TypistHabits {
  /** What is written where words are asked for. */
  readonly words?: string;
  readonly answers?: Answers;
  readonly choices?: readonly Choice[];
  /** Codes, or words to search them by, for each question that takes codes. */
  readonly codes?: readonly string[];
  /** Where the form stands, if not in the page itself. */
  readonly frame?: Frame;
}

/** Values that a form takes for what it calls by these words; anything else is words, 5 or a day. */
const VALUES: Answers = [
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

/** Where another option than the first is chosen. */
const CHOICES: readonly Choice[] = [[/từ chối/i, "2"]];

/** Sent to the browser as text. */
const focusedIn = (frame: Frame): Promise<Focused> =>
  frame.evaluate(() => {
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
    const answered = (() => {
      if (kind === "choice") return group?.querySelector(":checked") == null ? "" : "chosen";
      if (element instanceof HTMLSelectElement) return element.value === "-1" ? "" : element.value;
      return element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement
        ? element.value
        : "";
    })();
    return {
      kind,
      label: label.replace(/\s+/g, " ").trim(),
      value: answered,
      unconfirmed: element?.closest(".item.unconfirmed") !== null,
      found: element?.getAttribute("aria-expanded") === "true",
      id: element?.id || (element?.getAttribute("name") ?? ""),
    } as const;
  });

/** A code as it is, not words that stand for it. */
const IS_CODE = /^[A-Z]\d/;

/** Fills in an open form by keyboard alone, every question that has the focus in turn, until the submit button has it. */
export class FormTypist {
  readonly #page: Page;
  readonly #frame: Frame;
  #keystrokes = 0;
  #answers = 0;
  #characters = 0;
  readonly #labels: string[] = [];
  readonly #words: string;
  readonly #answersFor: Answers;
  readonly #choices: readonly Choice[];
  readonly #codes: readonly string[];

  constructor(
    page: Page,
    {
      words = "Bình thường",
      answers = [],
      choices = [],
      codes = ["I10"],
      frame = page.mainFrame(),
    }: TypistHabits = {},
  ) {
    this.#page = page;
    this.#frame = frame;
    this.#words = words;
    this.#answersFor = [...answers, ...VALUES];
    this.#choices = [...choices, ...CHOICES];
    this.#codes = codes;
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
      const focused = await focusedIn(this.#frame);
      if (focused.kind === "submit") return true;
      this.#labels.push(`${focused.kind}: ${focused.label}`);
      this.#answers += 1;
      await this.#answer(focused);
      await this.#moved(focused);
    }
    return false;
  }

  async #answer(focused: Focused): Promise<void> {
    const { kind, label, value } = focused;
    if (kind === "other") throw new Error(`the focus is on nothing to fill in: ${label}`);
    // What was filled in before is looked at and confirmed, a section by one key.
    if (focused.unconfirmed) await this.press("F2");
    if (kind === "code") {
      await this.#enterCodes();
      return;
    }
    if (kind === "choice" && value === "") {
      // The key of a choice goes on by itself.
      await this.press(this.#choices.find(([words]) => words.test(label))?.[1] ?? "1");
      return;
    }
    if (kind === "select" && value === "") await this.press("ArrowDown");
    else if (value === "") await this.type(this.#textFor(focused));
    await this.press("Enter");
  }

  /** One code after the other; Enter in the empty field goes on. */
  async #enterCodes(): Promise<void> {
    this.#answers += this.#codes.length - 1;
    for (const code of this.#codes) {
      await this.type(code);
      if (!IS_CODE.test(code)) {
        await this.#until("a code is found", ({ found }) => found);
        await this.press("ArrowDown");
      }
      await this.press("Enter");
      await this.#until("the code is taken", ({ kind, value }) => kind !== "code" || value === "");
    }
    if ((await focusedIn(this.#frame)).kind === "code") await this.press("Enter");
  }

  #known(label: string): string | undefined {
    return this.#answersFor.find(([words]) => words.test(label))?.[1];
  }

  #textFor({ kind, label }: Focused): string {
    const known = this.#known(label);
    if (kind === "number") return known ?? "5";
    if (kind === "date") return "22/11/2026";
    return known ?? this.#words;
  }

  /** Waits until something else has the focus. */
  async #moved(before: Focused): Promise<void> {
    await this.#until(
      `the focus leaves ${before.kind} “${before.label}”`,
      ({ id, label, kind }) => id !== before.id || label !== before.label || kind !== before.kind,
    );
  }

  async #until(what: string, holds: (focused: Focused) => boolean): Promise<void> {
    for (let tries = 0; tries < 1_000; tries += 1) {
      if (holds(await focusedIn(this.#frame))) return;
      await pause(10);
    }
    throw new Error(`never: ${what}`);
  }
}
