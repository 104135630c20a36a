import { DATE_FORMATS, isDateFormat, type Sex } from "@cadre-care/domain";
import {
  answeredWork,
  DRAFT_MESSAGES,
  type DraftQuestion,
  droppedWork,
  type PageWork,
  withDateFormat,
  withEmergencyWords,
  withSexCodes,
} from "@cadre-care/his/draft";
import { html, nothing, type TemplateResult } from "lit";
import { Screen } from "./screen.ts";

/** What the guess left open about one page, each with the answers that it can have. */
export class PageQuestions extends Screen {
  /** Why the last answer was not taken. */
  #fault: { readonly question: DraftQuestion; readonly text: string } | undefined;

  protected override render(): TemplateResult | typeof nothing {
    const { words, desk } = this;
    const work = desk.editedWork;
    if (work === undefined) return nothing;
    if (work.questions.length === 0)
      return html`<h3 class="unseen" tabindex="-1">${words.openQuestions(0)}</h3>`;
    return html`<section class="tight"><h3 tabindex="-1">${words.questions}</h3>
      <ul class="plain questions">${work.questions.map((question) => this.#card(work, question))}</ul></section>`;
  }

  #card(work: PageWork, question: DraftQuestion): TemplateResult {
    const { words, desk } = this;
    const about = question.labels.filter((label) => label !== "").join(", ");
    const name = question.role === undefined ? words.marks : words.roles[question.role];
    return html`<li class="card ask" data-doubt=${question.doubt}>
      <strong>${name}</strong>
      ${about === "" ? nothing : html`<span class="soft small">${words.about(about)}</span>`}
      <p>${DRAFT_MESSAGES[question.doubt][desk.language]}</p>
      ${this.#answers(work, question)}
      ${this.#fault?.question === question ? html`<p class="error" role="alert">${this.#fault.text}</p>` : nothing}
    </li>`;
  }

  #answers(work: PageWork, question: DraftQuestion): TemplateResult {
    const { words, desk } = this;
    const { role } = question;
    const seen = html`<button type="button" class="small seen" @click=${() => void this.#answered(work, question)}>${words.understood}</button>`;
    const point =
      role === undefined
        ? nothing
        : html`<button type="button" class="small" @click=${() => void desk.point(role)}>${words.pointNew}</button>`;
    const drop = html`<button type="button" class="quiet small" @click=${() => void this.#drop(work, question)}>${words.drop}</button>`;
    switch (question.doubt) {
      case "dates-undecided":
        return html`<div class="row">
          <button type="button" class="small" @click=${() => void this.#date(work, question, "dd/MM/yyyy")}>${words.dayFirst}</button>
          <button type="button" class="small" @click=${() => void this.#date(work, question, "MM/dd/yyyy")}>${words.monthFirst}</button></div>`;
      case "dates-unread":
        return html`<form class="tight" @submit=${(event: SubmitEvent) => this.#format(event, work, question)}>
          <div class="field"><label for="format">${words.dateFormats}</label>
            <select id="format">${DATE_FORMATS.map((format) => html`<option>${format}</option>`)}</select></div>
          <label class="check"><input type="checkbox" name="year">${words.alsoYear}</label>
          <div class="row"><button type="submit" class="small">${words.saveAnswer}</button>${point}</div></form>`;
      case "sex-codes":
        return this.#sex(work, question);
      case "code-in-link":
        return html`<div class="row">
          <button type="button" class="small" @click=${() => void this.#answered(work, question)}>${words.patientCode}</button>
          <button type="button" class="small" @click=${() => void this.#drop(work, question)}>${words.visitCode}</button></div>`;
      case "emergency-words":
        return this.#emergency(work, question);
      case "values-only":
        return html`<div class="row"><button type="button" class="small" @click=${() => void this.#answered(work, question)}>${words.keep}</button>${point}${drop}</div>`;
      case "gutter":
        return html`<div class="row">${seen}
          <button type="button" class="small" @click=${() => void desk.point("gutter")}>${words.inColumn}</button></div>`;
      default:
        return html`<div class="row">${point}${seen}</div>`;
    }
  }

  #sex(work: PageWork, question: DraftQuestion): TemplateResult {
    const { words, desk } = this;
    const texts = question.codes ?? [];
    // Codes are values of patients, and not kept when the panel is closed.
    if (texts.length === 0)
      return html`<p class="soft small">${words.codesGone}</p>
        <div class="row"><button type="button" class="small" @click=${() => void desk.point("sex")}>${words.pointNew}</button>
        <button type="button" class="quiet small" @click=${() => void this.#drop(work, question)}>${words.drop}</button></div>`;
    return html`<form class="tight" @submit=${(event: SubmitEvent) => this.#codes(event, work, question, texts)}>
      ${texts.map(
        (text, at) => html`<div class="field"><label for="sex-${at}">${words.sexOf(text)}</label>
        <select id="sex-${at}"><option value="">${words.unknownSex}</option><option value="male">${words.male}</option>
          <option value="female">${words.female}</option></select></div>`,
      )}
      <div class="row"><button type="submit" class="small">${words.saveAnswer}</button>
        <button type="button" class="small" @click=${() => void desk.point("sex")}>${words.pointNew}</button></div></form>`;
  }

  #emergency(work: PageWork, question: DraftQuestion): TemplateResult {
    const { words } = this;
    const [signal] = work.page.emergency;
    const known = signal === undefined || signal.when === "present" ? "" : signal.words.join(", ");
    return html`<form class="tight" @submit=${(event: SubmitEvent) => this.#words(event, work, question)}>
      ${
        signal === undefined || signal.when === "present"
          ? nothing
          : html`<div class="field"><label for="words">${words.emergencyWords}</label>
            <input id="words" type="text" autocomplete="off" .value=${known}></div>`
      }
      <div class="row"><button type="submit" class="small">${words.saveAnswer}</button>
        <button type="button" class="quiet small" @click=${() => void this.#drop(work, question)}>${words.noEmergency}</button></div></form>`;
  }

  async #answered(work: PageWork, question: DraftQuestion, page = work.page): Promise<void> {
    await this.#change(answeredWork(work, question, page));
  }

  async #change(work: PageWork): Promise<void> {
    this.#fault = undefined;
    await this.desk.change(work);
    await this.focusHeading();
  }

  #refuse(question: DraftQuestion, text: string): void {
    this.#fault = { question, text };
    this.requestUpdate();
  }

  async #drop(work: PageWork, question: DraftQuestion): Promise<void> {
    const { role } = question;
    const left = role === undefined ? answeredWork(work, question) : droppedWork(work, role);
    if (left === undefined) this.#refuse(question, this.words.lastField);
    else await this.#change(left);
  }

  async #date(work: PageWork, question: DraftQuestion, first: string, year?: boolean): Promise<void> {
    const page = isDateFormat(first) ? withDateFormat(work.page, question, first, year) : undefined;
    if (page === undefined) this.#refuse(question, this.words.refused);
    else await this.#answered(work, question, page);
  }

  #format(event: SubmitEvent, work: PageWork, question: DraftQuestion): void {
    event.preventDefault();
    const format = this.renderRoot.querySelector<HTMLSelectElement>("#format")?.value ?? "";
    const year = this.renderRoot.querySelector<HTMLInputElement>("input[name=year]")?.checked ?? false;
    void this.#date(work, question, format, year);
  }

  #codes(event: SubmitEvent, work: PageWork, question: DraftQuestion, texts: readonly string[]): void {
    event.preventDefault();
    const codes = texts.flatMap((text, at): { text: string; sex: Sex }[] => {
      const sex = this.renderRoot.querySelector<HTMLSelectElement>(`#sex-${at}`)?.value;
      return sex === "male" || sex === "female" ? [{ text, sex }] : [];
    });
    const page = withSexCodes(work.page, question, codes);
    if (codes.length === 0) this.#refuse(question, this.words.noCode);
    else if (page === undefined) this.#refuse(question, this.words.refused);
    else void this.#answered(work, question, page);
  }

  #words(event: SubmitEvent, work: PageWork, question: DraftQuestion): void {
    event.preventDefault();
    const typed = this.renderRoot.querySelector<HTMLInputElement>("#words")?.value ?? "";
    const words = typed
      .split(",")
      .map((word) => word.trim())
      .filter((word) => word !== "");
    const page = withEmergencyWords(work.page, words);
    if (page === undefined) this.#refuse(question, this.words.refused);
    else void this.#answered(work, question, page);
  }
}
