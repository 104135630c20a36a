import { html, type TemplateResult } from "lit";
import { libraryText, profileText, saveFile } from "./files.ts";
import { Screen } from "./screen.ts";
import { EMPTY_WORKBOOK, profileOf } from "./workbook.ts";

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
    const version = new Date().toISOString().slice(0, 10);
    return html`<div class="stack">
      <p class="soft">${words.saveLead}</p>
      ${this.#file("profile", words.saveProfile, words.saveProfileHint(COMMAND), () => saveFile("site-profile.json", JSON_FILE, text), true)}
      ${this.#file("library", words.saveLibrary, words.saveLibraryHint, () =>
        saveFile("site-profile-library.json", JSON_FILE, libraryText(profile.value, version)),
      )}
      ${this.#file("fixture", words.saveFixture, words.saveFixtureHint, () => void this.#fixture())}
      ${this.#noFixture ? html`<p class="notice caution" role="alert">${words.left}</p>` : ""}
      <details><summary>${words.show}</summary><pre tabindex="0">${text}</pre></details>
      ${this.#startOver()}
    </div>`;
  }

  #file(name: string, label: string, hint: string, save: () => void, first = false): TemplateResult {
    return html`<div class="tight"><div><button type="button" class=${first ? "primary" : ""} data-save=${name}
      @click=${save}>${label}</button></div><p class="soft small">${hint}</p></div>`;
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
    this.desk.keep(EMPTY_WORKBOOK);
    this.desk.goTo("hospital");
  };
}
