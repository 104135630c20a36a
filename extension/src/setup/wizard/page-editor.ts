import { formatDate } from "@cadre-care/domain";
import {
  droppedWork,
  FIELD_ROLES,
  type FieldRole,
  isIdentifierRole,
  type PageWork,
  type ProfilePage,
  partsByRole,
} from "@cadre-care/his/draft";
import { html, nothing, type TemplateResult } from "lit";
import { MoreEditor } from "./more-editor.ts";
import { PageQuestions } from "./page-questions.ts";
import { PlaceEditor } from "./place-editor.ts";
import { rowsTable } from "./rows-table.ts";
import { Screen } from "./screen.ts";
import type { Desk } from "./wizard-desk.ts";
import { noticeText } from "./wizard-state.ts";

const SAMPLES = 3;
/** As people are looked at: who, then by which numbers. */
const ORDER: readonly FieldRole[] = ["name", "birth-date", "sex", ...FIELD_ROLES];

type Part = ReturnType<typeof partsByRole>[number][1][number];

/** One page of the profile: what is read where, what is asked, how far rows can be compared, and where ours stands. */
export class PageEditor extends Screen {
  readonly #questions: PageQuestions;
  readonly #places: PlaceEditor;
  readonly #rare: MoreEditor;
  #lastField = false;

  constructor(desk: Desk) {
    super(desk);
    this.#questions = new PageQuestions(desk);
    this.#places = new PlaceEditor(desk);
    this.#rare = new MoreEditor(desk);
  }

  protected override render(): TemplateResult | typeof nothing {
    const { words, desk } = this;
    const work = desk.editedWork;
    if (work === undefined) return nothing;
    const look = desk.looks.get(work.page.id)?.look;
    return html`<div class="stack">
      <div class="row">
        <button type="button" class="quiet small back" @click=${() => void desk.edit(undefined)}>← ${words.back}</button>
        <h2 tabindex="-1">${words.kinds[work.page.kind]}</h2>
      </div>
      <p class="notice ${look?.state === "shown" ? "good" : "caution"}" role="status">
        ${look === undefined ? words.left : words.looks[look.state]}</p>
      ${desk.notice === undefined ? nothing : html`<p class="notice caution">${noticeText(words, desk)}</p>`}
      ${this.#questions}
      <section class="tight">
        <h3>${words.fields}</h3>
        <ul class="fields" @pointerleave=${() => desk.choose(undefined)}>${this.#fields(work)}</ul>
        <p class="soft small">${words.fieldsHint}</p>
        ${this.#lastField ? html`<p class="error" role="alert">${words.lastField}</p>` : nothing}
        ${this.#more(work.page)}
      </section>
      ${look === undefined || look.state !== "shown" ? nothing : rowsTable(words, work.page.kind, look)}
      ${
        (look?.problems.length ?? 0) === 0
          ? nothing
          : html`<section><h3>${words.problems}</h3><ul class="plain">${look?.problems.map(
              ({ message }) => html`<li class="notice caution small">${message[desk.language]}</li>`,
            )}</ul></section>`
      }
      ${this.#places}
      ${this.#rare}
    </div>`;
  }

  #fields(work: PageWork): readonly TemplateResult[] {
    const { words, desk } = this;
    const inOrder = [...partsByRole(work.page)].sort(
      ([one], [other]) => ORDER.indexOf(one) - ORDER.indexOf(other),
    );
    const rows = inOrder.map(([role, parts]) => {
      const samples = this.#samples(work.page, role);
      const sure = work.fields.find((field) => field.role === role)?.sure ?? true;
      return html`<li data-role=${role} class=${desk.chosen === role ? "chosen" : ""}
        @pointerenter=${() => desk.choose(role)} @focusin=${() => desk.choose(role)}>
        <span class="name">${words.roles[role]} ${sure ? nothing : html`<span class="chip caution">?</span>`}</span>
        <span class="soft small">${parts.map((part) => this.#place(part))}</span>
        <span class="sample small">${samples.length === 0 ? html`<span class="soft">${words.noValues}</span>` : samples.join(" · ")}</span>
        ${role === "sex" ? this.#halfSex(work.page) : nothing}
        <span class="tools">
          <button type="button" class="quiet small point" aria-label=${words.pointAgain(words.roles[role])}
            @click=${() => void desk.point(role)}>${words.point}</button>
          <button type="button" class="quiet small" aria-label=${words.removeField(words.roles[role])}
            @click=${() => void this.#remove(work, role)}>${words.remove}</button>
        </span>
      </li>`;
    });
    return [...rows, ...this.#present(work)];
  }

  /** A patient's page shows one sex at a time: the words or codes of the other one are still to be said. */
  #halfSex({ fields }: ProfilePage): TemplateResult | typeof nothing {
    const { words } = this;
    const [known, ...others] = new Set(fields.sex?.codes.map(({ sex }) => sex));
    if (known === undefined || others.length > 0) return nothing;
    const [is, other] = known === "male" ? [words.male, words.female] : [words.female, words.male];
    return html`<span class="half small">${words.halfSex(is.toLowerCase(), other.toLowerCase())}</span>`;
  }

  /** A check box or a sign whose mere presence says that somebody is an emergency. */
  #present({ page }: PageWork): readonly TemplateResult[] {
    const { words } = this;
    return page.emergency.flatMap((signal) =>
      signal.when === "present"
        ? [
            html`<li data-role="emergency"><span class="name">${words.roles.emergency}</span>
            <span class="soft small">${words.place(signal.selector)}</span></li>`,
          ]
        : [],
    );
  }

  #place(part: Part): TemplateResult {
    const { words } = this;
    const { header, selector } = part;
    if (header !== undefined) return html`<span>${words.column([header].flat()[0] ?? "")} </span>`;
    if (part.from === "attribute") return html`<span>${words.attribute(part.attribute)} </span>`;
    return html`<code>${selector ?? ""}</code> `;
  }

  #samples(page: ProfilePage, role: FieldRole): readonly string[] {
    const { desk, words } = this;
    const subjects = desk.looks.get(page.id)?.look.subjects ?? [];
    const said = subjects.flatMap(({ identity, emergency }) => {
      if (isIdentifierRole(role))
        return identity.identifiers.filter(({ kind }) => kind === role).map(({ value }) => value);
      if (role === "name") return identity.name ?? [];
      if (role === "birth-date")
        return identity.birthDate ? [formatDate(identity.birthDate, desk.language)] : [];
      if (role === "sex") return identity.sex ? [identity.sex === "male" ? words.male : words.female] : [];
      return emergency ? [words.emergency] : [];
    });
    return [...new Set(said)].slice(0, SAMPLES);
  }

  #more(page: ProfilePage): TemplateResult {
    const { words } = this;
    const known = new Set<FieldRole>(partsByRole(page).map(([role]) => role));
    return html`<form class="row add" @submit=${this.#add}>
      <div class="field"><label for="more">${words.addField}</label>
        <select id="more">
          <option value="">${words.choose}</option>
          ${FIELD_ROLES.filter((role) => !known.has(role)).map((role) => html`<option value=${role}>${words.roles[role]}</option>`)}
        </select></div>
      <button type="submit">${words.pointNew}</button>
    </form>`;
  }

  readonly #add = (event: SubmitEvent): void => {
    event.preventDefault();
    const chosen = this.renderRoot.querySelector("select")?.value;
    const role = FIELD_ROLES.find((one) => one === chosen);
    if (role !== undefined) void this.desk.point(role);
  };

  async #remove(work: PageWork, role: FieldRole): Promise<void> {
    const left = droppedWork(work, role);
    this.#lastField = left === undefined;
    if (left === undefined) this.requestUpdate();
    else await this.desk.change(left);
  }
}
