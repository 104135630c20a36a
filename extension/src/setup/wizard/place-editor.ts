import {
  checkedPage,
  type ListPage,
  type PageWork,
  type PatientPage,
  type ProfilePage,
} from "@cadre-care/his/draft";
import { html, nothing, type TemplateResult } from "lit";
import { Screen } from "./screen.ts";

const POSITIONS = ["before", "after", "first-child"] as const;
const FRAMES = ["any", "top", "nested"] as const;
const WIDTH = 16;

/** A column without a header, as IT would count it. */
const CELL_NUMBER = /^:scope > (?:t[dh])?:nth-child\((\d+)\)$/u;

const gutterOf = (page: ProfilePage): unknown => (page.kind === "list" ? page.gutter : page.banner);

type Field = "inset" | "path" | "hash";

/** Where marks or the banner stand, and at which addresses the page applies. */
export class PlaceEditor extends Screen {
  /** Where the last text was typed that the profile did not take. */
  #refused: { readonly field: Field; readonly page: string } | undefined;

  protected override render(): TemplateResult | typeof nothing {
    const work = this.desk.editedWork;
    if (work === undefined) return nothing;
    const { page } = work;
    return html`<div class="stack">
      ${page.kind === "list" ? this.#gutter(work, page) : this.#banner(work, page)}
      ${this.#where(work)}
    </div>`;
  }

  #gutter(work: PageWork, page: ListPage): TemplateResult {
    const { words, desk } = this;
    const { gutter } = page;
    const edge = (side: "left" | "right", label: string): TemplateResult => html`<label class="check">
      <input type="radio" name="gutter" .checked=${gutter.at === "edge" && gutter.edge === side}
        @change=${() => this.#edge(work, page, side, gutter.at === "edge" ? gutter.inset : 0)}>${label}</label>`;
    return html`<section class="tight"><fieldset class="gutter">
      <legend>${words.marks}</legend>
      ${edge("left", words.edgeLeft)}
      ${edge("right", words.edgeRight)}
      ${
        gutter.at === "column"
          ? html`<label class="check"><input type="radio" name="gutter" .checked=${true}>${words.inColumn}:
            ${"header" in gutter ? words.column([gutter.header].flat()[0] ?? "") : this.#cell(gutter.cell)}</label>`
          : nothing
      }
    </fieldset>
    ${
      gutter.at === "edge"
        ? html`<div class="field"><label for="inset">${words.inset}</label>
          <input id="inset" type="number" min="-200" max="200" .value=${String(gutter.inset)}
            aria-invalid=${this.#isRefused("inset") ? "true" : "false"} aria-describedby="inset-fault"
            @change=${(event: Event) => {
              if (event.target instanceof HTMLInputElement)
                this.#edge(work, page, gutter.edge, Number(event.target.value), "inset");
            }}>${this.#fault("inset")}</div>`
        : nothing
    }
    <div><button type="button" class="small" @click=${() => void desk.point("gutter")}>${words.pointField(words.pointGutter)}</button></div>
    </section>`;
  }

  #cell(cell: string): TemplateResult {
    const [, number] = CELL_NUMBER.exec(cell) ?? [];
    return number === undefined ? html`<code>${cell}</code>` : html`${this.words.columnNumber(number)}`;
  }

  #edge(work: PageWork, page: ListPage, edge: "left" | "right", inset: number, field?: Field): void {
    const width = page.gutter.at === "edge" ? page.gutter.width : WIDTH;
    this.#change(work, { ...page, gutter: { at: "edge", edge, inset, width } }, field);
  }

  #isRefused(field: Field): boolean {
    return this.#refused?.field === field && this.#refused.page === this.desk.edited;
  }

  #fault(field: Field): TemplateResult {
    return html`<span id="${field}-fault" class="error" role="status">${this.#isRefused(field) ? this.words.refused : ""}</span>`;
  }

  #banner(work: PageWork, page: PatientPage): TemplateResult {
    const { words, desk } = this;
    const { banner } = page;
    if (banner === undefined) return html``;
    return html`<section class="tight"><h3>${words.banner}</h3>
      <p class="small">${words.anchor} <code>${banner.anchor}</code></p>
      <fieldset><legend class="small">${words.position}</legend>
        ${POSITIONS.map(
          (
            position,
          ) => html`<label class="check"><input type="radio" name="position" .checked=${banner.position === position}
            @change=${() => this.#change(work, { ...page, banner: { ...banner, position } })}>${words.positions[position]}</label>`,
        )}</fieldset>
      <div><button type="button" class="small" @click=${() => void desk.point("banner")}>${words.pointField(words.pointBanner)}</button></div>
    </section>`;
  }

  #where(work: PageWork): TemplateResult {
    const { words } = this;
    const { page } = work;
    const { where } = page;
    return html`<section class="tight"><h3>${words.where}</h3>
      <div class="field"><label for="path">${words.path}</label>
        <input id="path" type="text" autocomplete="off" spellcheck="false" aria-describedby="path-hint path-fault"
          aria-invalid=${this.#isRefused("path") ? "true" : "false"} .value=${where.path}
          @change=${(event: Event) => {
            if (event.target instanceof HTMLInputElement)
              this.#change(work, { ...page, where: { ...where, path: event.target.value } }, "path");
          }}>
        ${this.#fault("path")}
        <span id="path-hint" class="hint">${words.pathHint}</span></div>
      ${
        where.hash === undefined
          ? nothing
          : html`<div class="field"><label for="hash">${words.hash}</label>
            <input id="hash" type="text" autocomplete="off" spellcheck="false" aria-describedby="hash-fault"
              aria-invalid=${this.#isRefused("hash") ? "true" : "false"} .value=${where.hash}
              @change=${(event: Event) => {
                if (event.target instanceof HTMLInputElement)
                  this.#change(work, { ...page, where: { ...where, hash: event.target.value } }, "hash");
              }}>${this.#fault("hash")}</div>`
      }
      <div class="field"><label for="frame">${words.frame}</label>
        <select id="frame" @change=${(event: Event) => {
          const { target } = event;
          const frame =
            target instanceof HTMLSelectElement ? FRAMES.find((one) => one === target.value) : undefined;
          if (frame !== undefined) this.#change(work, { ...page, where: { ...where, frame } });
        }}>${FRAMES.map((frame) => html`<option value=${frame} ?selected=${where.frame === frame}>${words.frames[frame]}</option>`)}</select></div>
    </section>`;
  }

  #change(work: PageWork, page: ProfilePage, field?: Field): void {
    const checked = checkedPage(page);
    this.#refused = checked === undefined && field !== undefined ? { field, page: page.id } : undefined;
    this.requestUpdate();
    if (checked !== undefined)
      void this.desk.change({
        ...work,
        page: checked,
        // Only what moves the marks answers where they stand.
        questions: work.questions.filter(
          ({ doubt }) => doubt !== "gutter" || gutterOf(page) === gutterOf(work.page),
        ),
      });
  }
}
