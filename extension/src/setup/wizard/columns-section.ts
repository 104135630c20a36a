import type { PageWork } from "@cadre-care/his/draft";
import { html, nothing, type TemplateResult } from "lit";
import { columnNames, severalParts, withColumnNames, withOptional } from "./part-settings.ts";
import { isTicked, SettingScreen, textIn } from "./setting-screen.ts";
import { COMMAS, listed } from "./text-settings.ts";

/** What columns are called in another language, and which parts of a field may be empty. */
export class ColumnsSection extends SettingScreen {
  protected override render(): TemplateResult | typeof nothing {
    const work = this.desk.editedWork;
    if (work === undefined) return nothing;
    return html`<div class="stack">${this.#names(work)}${this.#optional(work)}</div>`;
  }

  #names(work: PageWork): TemplateResult | typeof nothing {
    const { more } = this.words;
    const columns = columnNames(work.page);
    if (columns.length === 0) return nothing;
    return html`<section class="tight" data-setting="column-names"><h3>${more.columnNames}</h3>
      <p class="hint" id="names-hint">${more.columnNamesHint}</p>
      ${columns.map((names, at) => this.#name(work, names, `names-${at}`))}</section>`;
  }

  #name(work: PageWork, names: readonly string[], id: string): TemplateResult {
    const change = (event: Event): void =>
      this.take(work, id, withColumnNames(work.page, names, listed(textIn(event), COMMAS)));
    return html`<div class="field"><label for=${id}>${this.words.column(names[0] ?? "")}</label>
      <input id=${id} type="text" autocomplete="off" spellcheck="false" .value=${names.join(", ")}
        aria-invalid=${this.isRefused(id) ? "true" : "false"} aria-describedby="names-hint ${id}-fault" @change=${change}>
      ${this.fault(id)}</div>`;
  }

  #optional(work: PageWork): TemplateResult | typeof nothing {
    const { words } = this;
    const { more } = words;
    const several = severalParts(work.page);
    if (several.length === 0) return nothing;
    return html`<fieldset data-setting="optional-parts"><legend class="small">${more.optionalParts}</legend>
      <p class="hint">${more.optionalHint}</p>
      ${several.map(([role, parts]) =>
        parts.map(
          (part, at) => html`<label class="check"><input type="checkbox" .checked=${part.optional}
            @change=${(event: Event) => this.take(work, "optional", withOptional(work.page, part, isTicked(event)))}>
            ${more.optionalPart(words.roles[role], at + 1, [part.header ?? part.selector ?? ""].flat()[0] ?? "")}</label>`,
        ),
      )}${this.fault("optional")}</fieldset>`;
  }
}
