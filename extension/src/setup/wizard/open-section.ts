import type { LocalizedText } from "@cadre-care/domain";
import { html, nothing, type TemplateResult } from "lit";
import { openedProfile, workbookOf } from "./open-profile.ts";
import { Screen } from "./screen.ts";
import { wizardWords } from "./words.ts";
import type { Workbook } from "./workbook.ts";

/** Longer than any profile, and short enough to be read at once. In bytes. */
const LONGEST_FILE = 2_000_000;

/** Corrects a profile that there is: from a file, or what was saved last. What is drafted is never lost unasked. */
export class OpenSection extends Screen {
  #fault: LocalizedText | undefined;
  /** What waits for an answer, since it would take the place of a draft. */
  #waiting: Workbook | undefined;
  #name = "";

  protected override render(): TemplateResult {
    const { words, desk } = this;
    const { saved } = desk;
    return html`<section class="tight"><h3 tabindex="-1">${words.open}</h3>
      <p class="soft small" id="open-hint">${words.openHint}</p>
      <div class="file"><input id="file" class="unseen" type="file" accept=".json,application/json"
          aria-describedby="open-hint open-fault" aria-invalid=${this.#fault === undefined ? "false" : "true"}
          @change=${this.#chosen}><label for="file">${words.openFile}</label></div>
      <p id="open-fault" class="error" role="alert">${this.#fault?.[desk.language] ?? ""}</p>
      ${
        saved === undefined
          ? nothing
          : html`<div><button type="button" class="saved" @click=${() => this.#ask(`${saved.id} ${saved.version}`, workbookOf(saved, new Date()))}>${words.openSaved(saved.id, saved.version)}</button></div>`
      }
      ${this.#waiting === undefined ? nothing : this.#confirm()}
    </section>`;
  }

  readonly #chosen = async (event: Event): Promise<void> => {
    const input = event.target;
    const file = input instanceof HTMLInputElement ? input.files?.[0] : undefined;
    if (!(input instanceof HTMLInputElement) || file === undefined) return;
    this.#fault = undefined;
    this.#waiting = undefined;
    const text = file.size > LONGEST_FILE ? undefined : await file.text().catch(() => undefined);
    // The same file, mended, may be chosen again.
    input.value = "";
    const opened = text === undefined ? undefined : openedProfile(text, new Date());
    if (opened?.ok === true) this.#ask(file.name, opened.value);
    else
      this.#fault = opened?.problem.message ?? {
        vi: wizardWords.vi.openUnreadable,
        en: wizardWords.en.openUnreadable,
      };
    this.requestUpdate();
  };

  #ask(name: string, book: Workbook): void {
    this.#fault = undefined;
    this.#name = name;
    this.#waiting = book;
    if (this.desk.book.pages.length === 0) this.#open();
    this.requestUpdate();
  }

  #open(): void {
    const book = this.#waiting;
    this.#waiting = undefined;
    if (book !== undefined) void this.desk.open(book);
  }

  #confirm(): TemplateResult {
    const { words } = this;
    const question = words.openSure(this.#name);
    const answer = (yes: boolean) => (): void => {
      if (yes) this.#open();
      else void this.focusHeading();
      this.#waiting = undefined;
      this.requestUpdate();
    };
    return html`<div class="row sure" role="group" aria-label=${question}><span role="status">${question}</span>
      <button type="button" class="small" @click=${answer(true)}>${words.openYes}</button>
      <button type="button" class="small" @click=${answer(false)}>${words.no}</button></div>`;
  }
}
