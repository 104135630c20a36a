import type { OutboxView, SessionView } from "@cadre-care/domain";
import { html, nothing, type TemplateResult } from "lit";
import type { LanguageController } from "../language/language-controller.ts";
import { countIn } from "../language/locale.ts";
import { fromNow } from "../language/spans-of-time.ts";
import {
  iconClock,
  iconDelivered,
  iconLocked,
  iconOffline,
  iconSaved,
  iconSignedOut,
  iconWarning,
} from "../theme/icons.ts";
import { notice } from "../theme/notice.ts";
import { outboxMessages } from "./outbox-status.messages.ts";
import { countDue } from "./sort-entries.ts";

/** What the overview says besides the queue itself. */
export interface Surroundings {
  readonly session: SessionView["state"];
  readonly online: boolean;
  readonly now: number;
}

type Piece = TemplateResult | typeof nothing;

const number = (words: LanguageController, count: number): string => countIn(words.current, count);

const counts = (view: OutboxView, words: LanguageController, now: number): Piece => {
  const text = words.of(outboxMessages);
  if (view.waiting + view.parked === 0) {
    const last = view.lastDeliveredAt;
    const body = last === undefined ? nothing : text.delivered(words.dates.moment(last, now));
    return notice("good", iconDelivered(), text.none, body);
  }
  if (view.waiting === 0) return nothing;
  const oldest = view.oldestAcceptedAt;
  const body = oldest === undefined ? nothing : text.oldest(fromNow(words.current, oldest, now));
  return notice("plain", iconSaved(), text.waiting(number(words, view.waiting), view.waiting === 1), body);
};

const parked = (view: OutboxView, words: LanguageController): Piece => {
  if (view.parked === 0) return nothing;
  const text = words.of(outboxMessages);
  return notice(
    "urgent",
    iconWarning(),
    text.parked(number(words, view.parked), view.parked === 1),
    text.parkedHow,
  );
};

const due = (view: OutboxView, words: LanguageController, now: number): Piece => {
  const text = words.of(outboxMessages);
  const { late, soon } = countDue(view, now);
  if (late > 0) return notice("urgent", iconClock(), text.overdue(number(words, late)), text.dueHow);
  return soon > 0 ? notice("caution", iconClock(), text.dueSoon(number(words, soon)), text.dueHow) : nothing;
};

const away = (view: OutboxView, words: LanguageController, { online, now }: Surroundings): Piece => {
  const text = words.of(outboxMessages);
  if (view.waiting + view.parked === 0) return nothing;
  if (!online) return notice("caution", iconOffline(), text.offline, text.offlineHow);
  if (view.boardAway === undefined) return nothing;
  const { until, problem } = view.boardAway;
  return notice(
    "caution",
    iconOffline(),
    text.away,
    html`<p>${words.explain(problem)}</p>
      <p class="number">${text.awayUntil(words.dates.moment(until, now), fromNow(words.current, until, now))}</p>`,
  );
};

/** How far a delivery is. Not a live region: a screen reader hears it by quarters (`announcement`). */
const progress = (view: OutboxView, words: LanguageController): Piece => {
  if (!view.draining || view.progress === undefined || view.progress.total === 0) return nothing;
  const { done, total } = view.progress;
  const said = words.of(outboxMessages).progress(number(words, done), number(words, total));
  return html`
    <div class="progress" part="progress">
      <progress aria-label=${words.of(outboxMessages).sending} max=${total} value=${Math.min(done, total)}></progress>
      <span class="number">${said}</span>
    </div>
  `;
};

/** The queue as a whole: how much waits, since when, what is in the way. */
export const overview = (
  view: OutboxView,
  words: LanguageController,
  around: Surroundings,
): TemplateResult => {
  const text = words.of(outboxMessages);
  const waits = view.waiting + view.parked > 0;
  return html`
    ${counts(view, words, around.now)} ${progress(view, words)} ${due(view, words, around.now)} ${parked(view, words)}
    ${away(view, words, around)}
    ${waits && around.session === "locked" ? notice("plain", iconLocked(), text.locked, text.lockedHow) : nothing}
    ${waits && (around.session === "new" || around.session === "needs-secret") ? notice("caution", iconSignedOut(), text.signedOut, text.signedOutHow) : nothing}
  `;
};
