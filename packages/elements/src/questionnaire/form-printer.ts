import type { FormState } from "@cadre-care/forms/on-demand";
import {
  type CSSResult,
  html,
  nothing,
  type ReactiveController,
  type ReactiveControllerHost,
  render,
} from "lit";
import { dress } from "../care/dress.ts";
import type { LanguageController } from "../language/language-controller.ts";
import { printerMessages } from "./form-printer.messages.ts";
import type { PaperHints, paper } from "./paper.ts";

/** The paper of a form: an element that only printing shows, filled while somebody prints. */
export class FormPrinter implements ReactiveController {
  readonly element = document.createElement("div");
  /** Undefined while nothing may be printed. */
  hints: (() => PaperHints | undefined) | undefined;
  readonly #form: () => FormState | undefined;
  readonly #words: LanguageController;
  readonly #host: ReactiveControllerHost & HTMLElement;
  #draw: typeof paper | undefined;
  #styles: CSSResult | undefined;

  constructor(
    host: ReactiveControllerHost & HTMLElement,
    form: () => FormState | undefined,
    words: LanguageController,
  ) {
    this.#host = host;
    this.#form = form;
    this.#words = words;
    this.element.className = "paper";
    host.addController(this);
  }

  /**
   * Loads what printing needs while nobody waits for it; a browser that prints gives no time for that. Where it cannot be
   * had, the paper says so. Answers what draws the paper; no second try would bring it, as browsers keep a failure.
   */
  async prepare(): Promise<typeof paper | undefined> {
    try {
      const { paper, paperStyles } = await import("./paper.ts");
      this.#draw = paper;
      this.#styles = paperStyles;
      this.#dress();
    } catch {}
    return this.#draw;
  }

  #dress(): void {
    if (this.#styles !== undefined) dress(this.#host, this.#styles);
  }

  clear(): void {
    render(nothing, this.element);
  }

  hostConnected(): void {
    window.addEventListener("beforeprint", this.#onPrint);
    window.addEventListener("afterprint", this.#onPrinted);
  }

  hostDisconnected(): void {
    window.removeEventListener("beforeprint", this.#onPrint);
    window.removeEventListener("afterprint", this.#onPrinted);
    this.clear();
  }

  readonly #onPrint = (): void => {
    const form = this.#form();
    const hints = this.hints?.();
    if (form === undefined || hints === undefined) {
      this.clear();
      return;
    }
    this.#dress();
    this.element.classList.toggle("compact", hints.compact);
    const { unprinted } = this.#words.of(printerMessages);
    render(this.#draw?.(form, this.#words, hints) ?? html`<p>${unprinted}</p>`, this.element);
  };

  readonly #onPrinted = (): void => this.clear();
}
