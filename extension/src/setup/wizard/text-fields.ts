import { checkedPage, type PageSetting, type PageWork, type ProfilePage } from "@cadre-care/his/draft";
import { html, nothing, type TemplateResult } from "lit";
import { linkedCode } from "./link-setting.ts";
import { isTicked, SettingScreen, textIn } from "./setting-screen.ts";
import { TEXT_SETTINGS, type TextSetting } from "./text-settings.ts";
import { isCode } from "./workbook.ts";

const GROUPS: readonly (readonly PageSetting[])[] = [
  ["recognise", "root", "rows"],
  ["sex-codes"],
  ["code-in-link"],
  ["emergency"],
  ["banner-anchor", "gutter-width"],
  ["query", "id"],
];

/** Settings of a page that are one text each, with how much they find in the open page. */
export class TextFields extends SettingScreen {
  protected override render(): TemplateResult | typeof nothing {
    const work = this.desk.editedWork;
    if (work === undefined) return nothing;
    return html`<div class="stack">${GROUPS.map((group) => this.#group(work, group))}</div>`;
  }

  #group(work: PageWork, group: readonly PageSetting[]): TemplateResult | typeof nothing {
    const settings = TEXT_SETTINGS.filter(
      ({ setting, value }) => group.includes(setting) && value(work.page) !== undefined,
    );
    const [first] = group;
    if (settings.length === 0 && first !== "code-in-link") return nothing;
    return html`<section class="tight">${this.#title(first)}
      ${settings.map((setting) => this.#field(work, setting))}
      ${first === "code-in-link" ? this.#link(work.page) : nothing}
      ${first === "emergency" ? this.#wholeText(work) : nothing}
    </section>`;
  }

  #title(first: PageSetting | undefined): TemplateResult | typeof nothing {
    const { sexTitle, linkTitle, emergencyTitle } = this.words.more;
    if (first === "sex-codes") return html`<h3>${sexTitle}</h3>`;
    if (first === "code-in-link") return html`<h3>${linkTitle}</h3>`;
    return first === "emergency" ? html`<h3>${emergencyTitle}</h3>` : nothing;
  }

  #field(work: PageWork, setting: TextSetting): TemplateResult {
    const { words, desk } = this;
    const { name, kind, point } = setting;
    const { label, hint } = words.more.fields[name];
    const text = setting.value(work.page) ?? "";
    const found = this.#found(setting);
    const wrong = this.#wrong(setting, found);
    const faulty = this.isRefused(name) || wrong !== "";
    const described = `${name}-hint ${name}-found ${name}-fault`;
    const change = (event: Event): void => this.#changed(work, setting, textIn(event));
    return html`<div class="field" data-setting=${setting.setting}>
      <label for=${name}>${label}</label>
      ${
        kind === "lines"
          ? html`<textarea id=${name} rows="2" autocomplete="off" spellcheck="false" .value=${text}
              aria-invalid=${faulty ? "true" : "false"} aria-describedby=${described} @change=${change}></textarea>`
          : html`<input id=${name} type=${kind === "number" ? "number" : "text"} autocomplete="off" spellcheck="false"
              .value=${text} aria-invalid=${faulty ? "true" : "false"} aria-describedby=${described} @change=${change}>`
      }
      <span id="${name}-hint" class="hint">${hint}</span>
      <span id="${name}-found" class="small found" role="status">${found.length === 0 ? "" : words.more.found(found.map((count) => Math.max(0, count)))}</span>
      ${this.fault(name, wrong)}
      ${
        point === undefined
          ? nothing
          : html`<div><button type="button" class="small" data-point=${point} @click=${() => void desk.point(point)}>${point === "other-row" ? words.more.pointNot : words.pointNew}<span class="unseen">: ${label}</span></button></div>`
      }
    </div>`;
  }

  #found({ found }: TextSetting): readonly number[] {
    const counts = this.desk.looks.get(this.desk.edited ?? "")?.look.counts;
    return counts === undefined || found === undefined ? [] : found(counts);
  }

  #wrong({ one }: TextSetting, found: readonly number[]): string {
    const { more } = this.words;
    if (found.includes(-1)) return more.selectorBroken;
    return one === true && found.some((count) => count !== 1) ? more.notOne : "";
  }

  #changed(work: PageWork, { name, change, value }: TextSetting, text: string): void {
    if (text === value(work.page)) return;
    if (name !== "id") {
      this.take(work, name, change(work.page, text));
      return;
    }
    const isTaken = this.desk.book.pages.some(({ page }) => page.id === text);
    if (isTaken || !isCode(text)) this.refuse(name);
    else void this.desk.rename(text);
  }

  #link(page: ProfilePage): TemplateResult {
    const { words, desk } = this;
    const part = linkedCode(page);
    return html`<div class="tight" data-setting="code-in-link"><p class="hint">${words.more.linkHint}</p>
      ${part?.from === "attribute" ? html`<p class="small">${words.attribute(part.attribute)}: <code>${part.selector ?? ""}</code></p>` : nothing}
      <div><button type="button" class="small" data-point="link" @click=${() => void desk.point("link")}>${words.pointField(words.more.targets.link)}</button></div></div>`;
  }

  #wholeText(work: PageWork): TemplateResult | typeof nothing {
    const first = work.page.emergency.find((signal) => signal.when !== "present");
    if (first === undefined) return nothing;
    const change = (event: Event): void => {
      const when = isTicked(event) ? ("equals" as const) : ("contains" as const);
      const emergency = work.page.emergency.map((signal) => (signal === first ? { ...first, when } : signal));
      this.take(work, "whole-text", checkedPage({ ...work.page, emergency }));
    };
    return html`<label class="check"><input type="checkbox" .checked=${first.when === "equals"} @change=${change}>${this.words.more.wholeText}</label>`;
  }
}
