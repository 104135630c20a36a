import type { SiteProfile } from "@cadre-care/his";
import { html, nothing, type TemplateResult } from "lit";
import { libraryText, profileText, saveFile } from "./files.ts";
import { Screen } from "./screen.ts";
import { noticeText } from "./wizard-state.ts";
import { holdingDoubts, newWorkbook, openQuestions, profileOf } from "./workbook.ts";

const COMMAND = "npm run pack -- --profile site-profile.json …";
const JSON_FILE = "application/json";

/** Step 4: the profile as a file, as the board's `Library`, and the open page as one for tests. */
export class SaveScreen extends Screen {
  #noFixture = false;
  #asked = false;

  protected override render(): TemplateResult {
    const { words, desk } = this;
    const profile = profileOf(desk.book);
    if (!profile.ok)
      return html`<div class="notice caution"><strong>${words.invalid}</strong><p>${profile.problem.message[desk.language]}</p></div>`;
    const text = profileText(profile.value);
    const open = openQuestions(desk.book).length;
    const held = holdingDoubts(desk.book).length > 0;
    return html`<div class="stack">
      <p class="soft">${words.saveLead}</p>
      ${open === 0 ? nothing : this.#open(open)}
      ${this.#file("profile", words.saveProfile, words.saveProfileHint(COMMAND), () => this.#save(profile.value), held, true)}
      ${this.#file(
        "library",
        words.saveLibrary,
        words.saveLibraryHint,
        () => saveFile("site-profile-library.json", JSON_FILE, libraryText(profile.value)),
        held,
      )}
      ${this.#file("fixture", words.saveFixture, words.saveFixtureHint, () => void this.#fixture())}
      ${this.#noFixture ? html`<p class="notice caution" role="alert">${noticeText(words, desk) ?? words.left}</p>` : ""}
      <details><summary>${words.show}</summary><pre tabindex="0">${text}</pre></details>
      ${this.#startOver()}
    </div>`;
  }

  #save(profile: SiteProfile): void {
    saveFile("site-profile.json", JSON_FILE, profileText(profile));
    this.desk.remember(profile);
  }

  /** A guess that nobody answered for is still a guess; of some the profile is not handed out. */
  #open(count: number): TemplateResult {
    const { words, desk } = this;
    return html`<div class="notice caution tight" id="open-questions"><p>${words.unanswered(count)}</p>
      ${holdingDoubts(desk.book).map((doubt) => html`<p>${words.held[doubt]}</p>`)}
      <div><button type="button" class="small answer" @click=${() => desk.goTo("pages")}>${words.answerThem}</button></div></div>`;
  }

  #file(
    name: string,
    label: string,
    hint: string,
    save: () => void,
    held = false,
    first = false,
  ): TemplateResult {
    return html`<div class="tight"><div><button type="button" class=${first ? "primary" : ""} data-save=${name}
      aria-disabled=${held ? "true" : "false"} aria-describedby=${held ? "open-questions" : nothing}
      @click=${held ? nothing : save}>${label}</button></div><p class="soft small">${hint}</p></div>`;
  }

  async #fixture(): Promise<void> {
    const text = await this.desk.fixture();
    this.#noFixture = text === undefined;
    if (text !== undefined) saveFile("fixture.html", "text/html", text);
    this.requestUpdate();
  }

  #startOver(): TemplateResult {
    const { words } = this;
    const ask = (asked: boolean) => () => {
      this.#asked = asked;
      this.requestUpdate();
    };
    return this.#asked
      ? html`<div class="row"><span>${words.startOverSure}</span>
        <button type="button" class="small" @click=${this.#clear}>${words.yes}</button>
        <button type="button" class="small" @click=${ask(false)}>${words.no}</button></div>`
      : html`<div><button type="button" class="quiet small" @click=${ask(true)}>${words.startOver}</button></div>`;
  }

  readonly #clear = (): void => {
    this.#asked = false;
    this.desk.keep(newWorkbook(this.desk.book.hospital.version, new Date()));
    this.desk.goTo("hospital");
  };
}
