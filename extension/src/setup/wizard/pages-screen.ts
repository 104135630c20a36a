import { DRAFT_MESSAGES, type DraftQuestion, type PageWork } from "@cadre-care/his/draft";
import { html, nothing, type TemplateResult } from "lit";
import { originOf } from "./origins.ts";
import { Screen } from "./screen.ts";
import { type Found, noticeText } from "./wizard-state.ts";
import { changedPage, sameKindOfPage } from "./workbook.ts";

/** Step 2: which pages the software has, read one by one in the open tab. */
export class PagesScreen extends Screen {
  #addressWrong = false;
  /** What would be lost, once IT has asked for it: a page of the profile, or what a found one would take the place of. */
  #sure: Found | PageWork | undefined;

  protected override render(): TemplateResult {
    const { words, desk } = this;
    return html`<div class="stack">
      <section class="tight" aria-label=${words.tab}><h3>${words.tab}</h3>${this.#tab()}</section>
      ${
        desk.found.length === 0
          ? nothing
          : html`<section><h3>${words.found}</h3><ul class="plain found">${desk.found.map((found) => this.#found(found))}</ul></section>`
      }
      <section>
        <h3>${words.pages}</h3>
        ${
          desk.book.pages.length === 0
            ? html`<p class="soft">${words.pagesNone}</p>`
            : html`<ul class="plain pages">${desk.book.pages.map((work) => this.#page(work))}</ul>`
        }
      </section>
      ${
        desk.book.pages.length === 0
          ? nothing
          : html`<div><button type="button" @click=${() => desk.goTo("check")}>${words.next}</button></div>`
      }
    </div>`;
  }

  #tab(): TemplateResult {
    const { words, desk } = this;
    const { state } = desk.tab;
    if (state.kind === "unreadable") return html`<p class="notice">${words.tabUnreadable}</p>`;
    if (state.kind === "unknown")
      return html`<p class="notice">${words.tabUnknown}</p>${this.#address()}${this.#notice()}`;
    if (state.kind === "ask")
      return html`<p class="notice">${words.tabAsk(state.origin)}</p>
        <div><button type="button" class="primary" @click=${() => desk.allow(state.origin)}>${words.allow}</button></div>
        ${this.#notice()}`;
    return html`<p><code>${state.origin}</code></p>
      <div class="row">
        <button type="button" class="primary read" aria-disabled=${desk.reading ? "true" : "false"}
          @click=${() => void desk.read()}>${desk.isRead ? words.readAgain : words.read}</button>
        <span class="soft">${desk.reading ? words.reading : ""}</span>
      </div>
      ${this.#notice()}
      ${desk.foreignFrames.map(
        (origin) => html`<div class="card"><p>${words.foreignFrame(origin)}</p>
          <div><button type="button" @click=${() => desk.allow(origin)}>${words.allowAddress}</button></div></div>`,
      )}`;
  }

  #notice(): TemplateResult | typeof nothing {
    const { words, desk } = this;
    const text = noticeText(words, desk);
    return text === undefined ? nothing : html`<p class="notice caution">${text}</p>`;
  }

  #address(): TemplateResult {
    const { words } = this;
    return html`<form class="tight" @submit=${this.#allowAddress}>
      <div class="field">
        <label for="address">${words.orAddress}</label>
        <input id="address" type="text" autocomplete="off" spellcheck="false" placeholder="https://"
          aria-invalid=${this.#addressWrong ? "true" : "false"} aria-describedby="address-fault">
        <span id="address-fault" class="error">${this.#addressWrong ? words.addressWrong : ""}</span>
      </div>
      <div><button type="submit">${words.allowAddress}</button></div>
    </form>`;
  }

  readonly #allowAddress = (event: SubmitEvent): void => {
    event.preventDefault();
    const origin = originOf(this.renderRoot.querySelector("input")?.value.trim());
    this.#addressWrong = origin === undefined;
    if (origin !== undefined) this.desk.allow(origin);
    this.requestUpdate();
  };

  #found(found: Found): TemplateResult {
    const { words, desk } = this;
    const { work } = found;
    const known = work === undefined ? undefined : sameKindOfPage(desk.book, work.page);
    return html`<li class="card">
      <div class="row apart">
        <strong>${found.kind === "list" ? words.foundList : words.foundPatient}</strong>
        ${
          work === undefined
            ? nothing
            : known === undefined
              ? html`<button type="button" class="primary small" @click=${() => void desk.take(found)}>${words.add}</button>`
              : html`<button type="button" class="small" @click=${() => this.#ask(found)}>${words.replace}</button>`
        }
      </div>
      <p class="soft small">${found.nested ? words.inFrame(found.path) : words.inTop(found.path)}</p>
      <p class="small">${work === undefined ? words.foundUnusable : words.foundFields(work.fields.length, work.questions.length)}</p>
      ${work === undefined ? this.#whyUnusable(found.questions) : nothing}
      ${this.#sure === found ? this.#confirm(words.replaceSure, words.replaceYes, () => void desk.take(found)) : nothing}
    </li>`;
  }

  /** What names no field asks where marks stand, and nothing is marked here. */
  #whyUnusable(questions: readonly DraftQuestion[]): TemplateResult | typeof nothing {
    const { words, desk } = this;
    const asked = questions.flatMap(({ doubt, role }) =>
      role === undefined
        ? []
        : [
            html`<li data-doubt=${doubt}><strong>${words.roles[role]}</strong>
              <p>${DRAFT_MESSAGES[doubt][desk.language]}</p></li>`,
          ],
    );
    return asked.length === 0 ? nothing : html`<ul class="plain small questions">${asked}</ul>`;
  }

  #page(work: PageWork): TemplateResult {
    const { words, desk } = this;
    const { page, questions } = work;
    return html`<li class="card">
      <div class="row apart">
        <span><strong>${words.kinds[page.kind]}</strong> <code>${page.id}</code></span>
        <span class="row">
          <button type="button" class="small" @click=${() => void desk.edit(page.id)}>${words.edit}</button>
          <button type="button" class="quiet small" @click=${() => this.#ask(work)}>${words.remove}</button>
        </span>
      </div>
      <p class="soft small"><code>${page.where.path}${page.where.hash ?? ""}</code></p>
      <p><span class="chip ${questions.length === 0 ? "good" : "caution"}">${words.openQuestions(questions.length)}</span></p>
      ${
        this.#sure === work
          ? this.#confirm(words.removeSure, words.yes, () =>
              desk.keep(changedPage(desk.book, page.id, undefined)),
            )
          : nothing
      }
    </li>`;
  }

  #ask(what: Found | PageWork | undefined): void {
    this.#sure = what;
    this.requestUpdate();
  }

  #confirm(question: string, yes: string, act: () => void): TemplateResult {
    const sure = (): void => {
      this.#ask(undefined);
      act();
    };
    return html`<div class="row sure" role="group" aria-label=${question}><span>${question}</span>
      <button type="button" class="small" @click=${sure}>${yes}</button>
      <button type="button" class="small" @click=${() => this.#ask(undefined)}>${this.words.no}</button></div>`;
  }
}
