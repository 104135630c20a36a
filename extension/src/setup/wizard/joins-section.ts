import { JOIN_KEYS } from "@cadre-care/domain";
import { checkedPage, type PageWork, type PatientPage, type ProfilePage } from "@cadre-care/his/draft";
import { html, nothing, type TemplateResult } from "lit";
import { isTicked, SettingScreen, textIn } from "./setting-screen.ts";

type Key = (typeof JOIN_KEYS)[number];

const keysOf = ({ fields }: ProfilePage): readonly Key[] =>
  JOIN_KEYS.filter((key) => fields.identifiers.some(({ kind }) => kind === key));

/** A patient whose identity is spread over several frames of one tab. */
export class JoinsSection extends SettingScreen {
  protected override render(): TemplateResult | typeof nothing {
    const work = this.desk.editedWork;
    if (work?.page.kind !== "patient") return nothing;
    const { page } = work;
    const { more } = this.words;
    return html`<fieldset data-setting="joins"><legend class="small">${more.joins}</legend>
      <label class="check"><input type="checkbox" id="part" .checked=${page.banner === undefined}
        @change=${(event: Event) => this.take(work, "joins", this.#asPart(page, isTicked(event)))}>${more.isPart}</label>
      ${page.banner === undefined ? nothing : this.#whole(work, page)}
      ${this.fault("joins")}
    </fieldset>`;
  }

  /** A part alone has neither a banner nor anything that comes of one. */
  #asPart(page: PatientPage, isPart: boolean): ProfilePage | undefined {
    const { banner: _banner, joins: _joins, prefill: _prefill, ...rest } = page;
    return checkedPage(isPart ? rest : { ...page, banner: { anchor: page.root, position: "before" } });
  }

  #whole(work: PageWork, page: PatientPage): TemplateResult {
    const { words } = this;
    const parts = this.desk.book.pages.flatMap((other) =>
      other.page.kind === "patient" && other.page.banner === undefined ? [other.page] : [],
    );
    if (parts.length === 0) return html`<p class="hint">${words.more.joinsNone}</p>`;
    const joined = page.joins?.pages ?? [];
    const keys = keysOf(page).filter((key) => parts.some((part) => keysOf(part).includes(key)));
    const key = page.joins?.key ?? keys[0];
    const join = (pages: readonly string[], by: Key | undefined): void => {
      const { joins: _before, ...rest } = page;
      const changed =
        pages.length === 0
          ? checkedPage(rest)
          : by === undefined
            ? undefined
            : checkedPage({ ...rest, joins: { pages: [...pages], key: by } });
      this.take(work, "joins", changed);
    };
    return html`<p class="hint">${words.more.joinsHint}</p>
      ${parts.map(
        ({
          id,
        }) => html`<label class="check"><input type="checkbox" value=${id} .checked=${joined.includes(id)}
          @change=${(event: Event) => join(isTicked(event) ? [...joined, id] : joined.filter((one) => one !== id), key)}><code>${id}</code></label>`,
      )}
      <div class="field"><label for="key">${words.more.joinKey}</label>
        <select id="key" @change=${(event: Event) =>
          join(
            joined,
            JOIN_KEYS.find((one) => one === textIn(event)),
          )}>${keys.map((one) => html`<option value=${one} ?selected=${one === key}>${words.roles[one]}</option>`)}</select></div>`;
  }
}
