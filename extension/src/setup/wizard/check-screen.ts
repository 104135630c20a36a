import type { PageWork } from "@cadre-care/his/draft";
import { html, nothing, type TemplateResult } from "lit";
import { Screen } from "./screen.ts";
import { noticeText } from "./wizard-state.ts";
import { openQuestions, profileOf } from "./workbook.ts";

/** Step 3: the whole profile under the product's own check, and every page read again. */
export class CheckScreen extends Screen {
  protected override render(): TemplateResult {
    const { words, desk } = this;
    const profile = profileOf(desk.book);
    const notice = noticeText(words, desk);
    const open = openQuestions(desk.book).length;
    return html`<div class="stack">
      ${
        profile.ok
          ? html`<p class="notice good verdict" role="status">${words.valid}</p>`
          : html`<div class="notice caution verdict" role="status"><strong>${words.invalid}</strong><p>${profile.problem.message[desk.language]}</p></div>`
      }
      ${open === 0 ? nothing : html`<p class="notice caution">${words.unanswered(open)}</p>`}
      <p class="soft">${words.checkLead}</p>
      <div class="row"><button type="button" @click=${() => void desk.read()}>${words.checkAgain}</button>
        <span class="soft">${desk.reading ? words.reading : ""}</span></div>
      ${notice === undefined ? nothing : html`<p class="notice caution">${notice}</p>`}
      <ul class="plain">${desk.book.pages.map((work) => this.#page(work))}</ul>
      <div><button type="button" class="primary" @click=${() => desk.goTo("save")}>${words.next}</button></div>
    </div>`;
  }

  #page({ page }: PageWork): TemplateResult {
    const { words, desk } = this;
    const look = desk.looks.get(page.id)?.look;
    const shown = look?.state === "shown";
    return html`<li class="card" data-page=${page.id}>
      <span><strong>${words.kinds[page.kind]}</strong> <code>${page.id}</code></span>
      <p><span class="chip ${shown ? "good" : "caution"}">${look === undefined ? words.notLooked : words.looks[look.state]}</span></p>
      ${shown && page.kind === "list" ? html`<p class="small">${words.rowCount(look.count)}</p>` : nothing}
      ${look?.problems.map(({ message }) => html`<p class="small">${message[desk.language]}</p>`)}
    </li>`;
  }
}
