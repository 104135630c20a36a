import type { SiteLinkView } from "@cadre-care/domain";
import { html, nothing, type TemplateResult } from "lit";
import type { LinkWithdrawal } from "../care/link-withdrawal.ts";
import type { LanguageController } from "../language/language-controller.ts";
import { iconDone, iconWarning } from "../theme/icons.ts";
import { iconInfo } from "../theme/icons-of-care.ts";
import { notice } from "../theme/notice.ts";
import { detailsMessages } from "./details.messages.ts";

export interface SiteLinkBlock {
  readonly link: SiteLinkView | undefined;
  readonly withdrawal: LinkWithdrawal;
  readonly words: LanguageController;
  readonly now: number;
  /** Undefined where nothing can be asked for: a portal that shows details without a service. */
  readonly act: ((what: "ask" | "keep" | "withdraw") => (event: MouseEvent) => void) | undefined;
}

const sinceOf = ({ since, by }: SiteLinkView, words: LanguageController, now: number): string => {
  const text = words.of(detailsMessages);
  const moment = words.dates.moment(since, now);
  return by === undefined ? text.linkSince(moment) : text.linkBy(moment, by);
};

/** That the page's HIS code leads to this person, since when and by whom; and how to take that back. */
export const siteLinkBlock = (block: SiteLinkBlock): TemplateResult | typeof nothing => {
  const { link, withdrawal, words, now, act } = block;
  const text = words.of(detailsMessages);
  if (withdrawal.done) return html`<div role="status">${notice("good", iconDone(), text.withdrawn)}</div>`;
  if (link === undefined) return nothing;
  const problem = withdrawal.problem
    ? notice("urgent", iconWarning(), text.notWithdrawn, words.explain(withdrawal.problem))
    : nothing;
  if (withdrawal.asking && act !== undefined)
    return html`
      <div part="link">
        ${notice(
          "caution",
          iconWarning(),
          text.withdrawTitle,
          text.withdrawHow,
          html`<button type="button" part="withdraw-link" aria-disabled=${withdrawal.busy ? "true" : "false"} @click=${act("withdraw")}>
              ${withdrawal.busy ? text.withdrawing : text.withdrawNow}
            </button>
            <button type="button" class="quiet" @click=${act("keep")}>${text.keepLink}</button>`,
        )}
        <div role="alert">${problem}</div>
      </div>
    `;
  const said = `${sinceOf(link, words, now)}${link.shared ? "" : ` ${text.linkHere}`}`;
  const ask =
    act === undefined
      ? nothing
      : html`<button type="button" class="quiet small" part="ask-withdraw-link" @click=${act("ask")}>${text.withdraw}</button>`;
  return html`<div part="link">${notice("plain", iconInfo(), link.alone ? text.linkAlone : text.link, said, ask)}</div>`;
};
