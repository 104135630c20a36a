import { PAGE_FACTS, type PageFactKind } from "@cadre-care/domain";
import { checkedPage, type PageWork } from "@cadre-care/his/draft";
import { html, nothing, type TemplateResult } from "lit";
import { SettingScreen } from "./setting-screen.ts";

/** What forms may take from a patient's page. */
export class PrefillSection extends SettingScreen {
  protected override render(): TemplateResult | typeof nothing {
    const { desk, words } = this;
    const work = desk.editedWork;
    if (work?.page.kind !== "patient" || work.page.banner === undefined) return nothing;
    const { more } = words;
    const facts = work.page.prefill?.facts ?? [];
    return html`<section class="tight" data-setting="prefill"><h3 tabindex="-1">${more.prefill}</h3>
      <p class="hint">${more.prefillHint}</p>
      ${
        facts.length === 0
          ? html`<p class="soft small">${more.prefillNone}</p>`
          : html`<ul class="fields">${facts.map(({ item, parts }) => this.#fact(work, item, parts[0]?.selector ?? ""))}</ul>`
      }
      <form class="row add" @submit=${this.#add}>
        <div class="field"><label for="fact">${more.prefillAdd}</label>
          <select id="fact"><option value="">${words.choose}</option>
            ${PAGE_FACTS.filter((item) => facts.every((fact) => fact.item !== item)).map((item) => html`<option value=${item}>${more.targets[item]}</option>`)}
          </select></div>
        <button type="submit">${words.pointNew}</button>
      </form></section>`;
  }

  #fact(work: PageWork, item: PageFactKind, selector: string): TemplateResult {
    const { desk, words } = this;
    const name = words.more.targets[item];
    const seen = desk.looks.get(work.page.id)?.look.counts?.facts.find((fact) => fact.item === item)?.text;
    return html`<li data-fact=${item}><span class="name">${name}</span><code>${selector}</code>
      <span class="sample small">${seen === undefined || seen === "" ? html`<span class="soft">${words.noValues}</span>` : seen}</span>
      <span class="tools">
        <button type="button" class="quiet small" aria-label=${words.pointAgain(name)} @click=${() => void desk.point(item)}>${words.point}</button>
        <button type="button" class="quiet small" aria-label=${words.removeField(name)} @click=${() => this.#remove(work, item)}>${words.remove}</button>
      </span></li>`;
  }

  readonly #add = (event: SubmitEvent): void => {
    event.preventDefault();
    const chosen = this.renderRoot.querySelector("select")?.value;
    const item = PAGE_FACTS.find((one) => one === chosen);
    if (item !== undefined) void this.desk.point(item);
  };

  #remove(work: PageWork, item: PageFactKind): void {
    const { page } = work;
    if (page.kind !== "patient") return;
    const { prefill, ...rest } = page;
    const facts = prefill?.facts.filter((fact) => fact.item !== item) ?? [];
    this.take(
      work,
      "prefill",
      checkedPage(facts.length === 0 ? rest : { ...rest, prefill: { version: 1, facts } }),
    );
    void this.focusHeading();
  }
}
