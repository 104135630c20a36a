import { html, nothing, type TemplateResult } from "lit";
import { OpenSection } from "./open-section.ts";
import { originOf } from "./origins.ts";
import { Screen } from "./screen.ts";
import type { Desk } from "./wizard-desk.ts";
import { type Hospital, isCode, isVersion } from "./workbook.ts";

/** Step 1: whose profile this is, and at which addresses it applies. */
export class HospitalScreen extends Screen {
  #originWrong = false;
  readonly #open: OpenSection;

  constructor(desk: Desk) {
    super(desk);
    this.#open = new OpenSection(desk);
  }

  protected override render(): TemplateResult {
    const { words, desk } = this;
    const { hospital, origins } = desk.book;
    return html`<div class="stack">
      <p class="soft">${words.hospitalLead}</p>
      ${this.#open}
      ${this.#field("vi", words.hospitalName, words.hospitalNameHint, "")}
      ${this.#field("en", words.hospitalNameEn, "", "")}
      ${this.#field("id", words.profileId, words.profileIdHint, this.#codeFault(hospital.id))}
      ${this.#field("site", words.site, words.siteHint, this.#codeFault(hospital.site))}
      ${this.#field("version", words.version, words.versionHint, isVersion(hospital.version) ? "" : words.versionWrong)}
      <section class="tight">
        <h3>${words.origins}</h3>
        ${origins.length === 0 ? nothing : html`<ul class="plain">${origins.map((origin) => this.#origin(origin))}</ul>`}
        <p class="soft small">${origins.length === 0 ? words.originsNone : words.originsHint}</p>
        <form class="row add" @submit=${this.#add}>
          <div class="field"><label for="origin">${words.originNew}</label>
            <input id="origin" type="text" autocomplete="off" spellcheck="false" placeholder="https://"
              aria-invalid=${this.#originWrong ? "true" : "false"} aria-describedby="origin-fault">
            <span id="origin-fault" class="error">${this.#originWrong ? words.addressWrong : ""}</span></div>
          <button type="submit">${words.originAdd}</button>
        </form>
      </section>
      <div><button type="button" class="primary" @click=${() => desk.goTo("pages")}>${words.next}</button></div>
    </div>`;
  }

  readonly #add = (event: SubmitEvent): void => {
    event.preventDefault();
    const field = this.renderRoot.querySelector<HTMLInputElement>("#origin");
    const origin = originOf(field?.value.trim());
    this.#originWrong = origin === undefined;
    this.requestUpdate();
    if (origin === undefined || field === null) return;
    field.value = "";
    const { book } = this.desk;
    this.desk.keep({ ...book, origins: [...new Set([...book.origins, origin])] });
  };

  #codeFault(code: string): string {
    return code === "" || isCode(code) ? "" : this.words.codeWrong;
  }

  #field(key: keyof Hospital, label: string, hint: string, fault: string): TemplateResult {
    const { book } = this.desk;
    return html`<div class="field">
      <label for=${key}>${label}</label>
      <input id=${key} type="text" autocomplete="off" spellcheck="false" .value=${book.hospital[key]}
        aria-describedby="${key}-hint" aria-invalid=${fault === "" ? "false" : "true"}
        @input=${(event: InputEvent) => {
          if (event.target instanceof HTMLInputElement)
            this.desk.keep({ ...book, hospital: { ...book.hospital, [key]: event.target.value } });
        }}>
      <span id="${key}-hint" class=${fault === "" ? "hint" : "error"}>${fault === "" ? hint : fault}</span>
    </div>`;
  }

  #origin(origin: string): TemplateResult {
    const { desk, words } = this;
    const { book } = desk;
    return html`<li class="row apart"><code>${origin}</code>
      <button type="button" class="quiet small" aria-label=${words.originRemove(origin)}
        @click=${() => desk.keep({ ...book, origins: book.origins.filter((one) => one !== origin) })}>${words.remove}</button></li>`;
  }
}
