import type { OutboxEntryView } from "@cadre-care/domain";
import { html, nothing, type TemplateResult } from "lit";
import { wordFor } from "../language/catalogue.ts";
import type { LanguageController } from "../language/language-controller.ts";
import { iconClock, iconLocked, iconSaved, iconSending, iconSync, iconWarning } from "../theme/icons.ts";
import { chip, type Tone } from "../theme/notice.ts";
import { outboxMessages } from "./outbox-summary.messages.ts";

const signs: Readonly<Record<OutboxEntryView["state"], readonly [Tone, () => TemplateResult]>> = {
  waiting: ["plain", iconSaved],
  sending: ["accent", iconSending],
  retry: ["plain", iconClock],
  paused: ["caution", iconLocked],
  reconcile: ["caution", iconSync],
  parked: ["urgent", iconWarning],
  quarantined: ["urgent", iconWarning],
};

/** One waiting entry: what, about whom (unless locked), how far, and why it waits. */
export const outboxEntry = (
  entry: OutboxEntryView,
  words: LanguageController,
  now: number,
): TemplateResult => {
  const text = words.of(outboxMessages);
  const [tone, icon] = signs[entry.state];
  const history = [
    text.accepted(words.dates.moment(entry.acceptedAt, now)),
    entry.attempts > 0 ? text.attempts(entry.attempts) : "",
    entry.nextAttemptAt === undefined ? "" : text.nextAttempt(words.dates.relative(entry.nextAttemptAt, now)),
  ].filter((piece) => piece !== "");
  return html`
    <li part="entry" data-state=${entry.state}>
      <div class="row spread">
        <strong>${wordFor(text.kinds, entry.kind)}</strong>
        ${chip(tone, icon(), wordFor(text.states, entry.state))}
      </div>
      ${entry.about === undefined ? nothing : html`<p>${entry.about}</p>`}
      <p class="hint number">${history.join(" · ")}</p>
      ${entry.problem === undefined ? nothing : html`<p class="why">${words.say(entry.problem.message)}</p>`}
    </li>
  `;
};
