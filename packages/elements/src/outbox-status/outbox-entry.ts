import type { OutboxEntryView } from "@cadre-care/domain";
import { resultsClock } from "@cadre-care/domain/page";
import { html, nothing, type TemplateResult } from "lit";
import { wordFor } from "../language/catalogue.ts";
import type { LanguageController } from "../language/language-controller.ts";
import { fromNow, lengthOfTime } from "../language/spans-of-time.ts";
import { chip } from "../theme/chip.ts";
import {
  iconClock,
  iconLocked,
  iconNobody,
  iconSaved,
  iconSending,
  iconSync,
  iconWarning,
} from "../theme/icons.ts";
import type { Tone } from "../theme/notice.ts";
import { outboxMessages } from "./outbox-status.messages.ts";

const signs: Readonly<Record<OutboxEntryView["state"], readonly [Tone, () => TemplateResult]>> = {
  waiting: ["plain", iconSaved],
  sending: ["accent", iconSending],
  retry: ["plain", iconClock],
  paused: ["caution", iconLocked],
  reconcile: ["caution", iconSync],
  parked: ["urgent", iconWarning],
  quarantined: ["urgent", iconWarning],
};

/** What an entry is in a few words, for names of buttons and regions. */
export const entryName = (entry: OutboxEntryView, words: LanguageController): string => {
  const kind = wordFor(words.of(outboxMessages).kinds, entry.kind);
  return entry.about === undefined ? kind : `${kind}, ${entry.about}`;
};

const dueLine = (
  entry: OutboxEntryView,
  words: LanguageController,
  now: number,
): TemplateResult | typeof nothing => {
  if (entry.dueAt === undefined) return nothing;
  const text = words.of(outboxMessages);
  const left = Date.parse(entry.dueAt) - now;
  const [length, at] = [lengthOfTime(words.current, left), words.dates.moment(entry.dueAt, now)];
  const clock = resultsClock(entry, now);
  const tone: Tone = clock === "late" ? "urgent" : clock === "soon" ? "caution" : "plain";
  return html`
    <p class="due ${tone} number" part="due">
      ${iconClock()}<span><strong>${text.due}</strong> ${left < 0 ? text.dueLate(length, at) : text.dueLeft(length, at)}</span>
    </p>
  `;
};

const historyOf = (entry: OutboxEntryView, words: LanguageController, now: number): string => {
  const text = words.of(outboxMessages);
  return [
    text.accepted(words.dates.moment(entry.acceptedAt, now)),
    entry.attempts > 0 ? text.attempts(String(entry.attempts), entry.attempts === 1) : "",
    entry.nextAttemptAt === undefined
      ? ""
      : text.nextAttempt(fromNow(words.current, entry.nextAttemptAt, now)),
  ]
    .filter((piece) => piece !== "")
    .join(" · ");
};

const whyOf = (entry: OutboxEntryView, words: LanguageController): string | undefined => {
  if (entry.problem !== undefined) return words.explain(entry.problem);
  return entry.state === "quarantined" ? words.of(outboxMessages).quarantinedHow : undefined;
};

/**
 * One waiting entry: what, about whom (unless locked), how far, by when, why it waits. `look` stands at its side, `more`
 * below it.
 */
export const outboxEntry = (
  entry: OutboxEntryView,
  words: LanguageController,
  now: number,
  look: TemplateResult | typeof nothing,
  more: readonly (TemplateResult | typeof nothing)[],
): TemplateResult => {
  const text = words.of(outboxMessages);
  const [tone, icon] = signs[entry.state];
  const why = whyOf(entry, words);
  return html`
    <li part="entry" data-state=${entry.state} data-entry=${entry.id} tabindex="-1">
      <div class="row spread">
        <strong>${wordFor(text.kinds, entry.kind)}</strong>
        ${chip(tone, icon(), wordFor(text.states, entry.state))}
      </div>
      ${entry.about === undefined ? nothing : html`<p class="about">${entry.about}</p>`}
      <div class="row spread">
        <p class="hint number">${historyOf(entry, words, now)}</p>
        ${look}
      </div>
      ${entry.byAnother === true ? html`<p class="hint other">${iconNobody()}<span>${text.byAnother}</span></p>` : nothing}
      ${dueLine(entry, words, now)}
      ${why === undefined ? nothing : html`<p class="why ${tone === "urgent" ? "urgent" : ""}">${why}</p>`}
      ${more}
    </li>
  `;
};
