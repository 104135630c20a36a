import type { VisitView } from "@cadre-care/domain";
import { html, nothing, type TemplateResult } from "lit";
import { wordFor } from "../language/catalogue.ts";
import type { LanguageController } from "../language/language-controller.ts";
import { lengthOfTime } from "../language/spans-of-time.ts";
import { chip } from "../theme/chip.ts";
import { iconClock, iconDelivered, iconSaved, iconSending, iconWarning } from "../theme/icons.ts";
import type { Tone } from "../theme/notice.ts";
import { visitMessages } from "./visit-steps.messages.ts";

/** How far the records of a visit have travelled, in words. */
export const deliveryChip = (visit: VisitView, words: LanguageController): TemplateResult => {
  const word = wordFor(words.of(visitMessages).delivery, visit.delivery);
  switch (visit.delivery) {
    case "saved":
      return chip("plain", iconSaved(), word);
    case "sending":
      return chip("plain", iconSending(), word);
    case "delivered":
      return chip("good", iconDelivered(), word);
    case "parked":
      return chip("urgent", iconWarning(), word);
  }
};

const HURRY = 3 * 3_600_000;

/** Time left until individual results are due (DOMAIN 3.1). */
export const resultClock = (
  visit: VisitView,
  words: LanguageController,
  now: number,
): TemplateResult | typeof nothing => {
  const clock = visit.resultsDue;
  if (clock === undefined) return nothing;
  const text = words.of(visitMessages);
  const { dates } = words;
  const due = dates.moment(clock.dueAt, now);
  const left = Date.parse(clock.dueAt) - now;
  const [tone, word]: readonly [Tone, string] =
    clock.returnedAt !== undefined
      ? ["good", text.resultsDone(dates.moment(clock.returnedAt, now))]
      : left < 0
        ? ["urgent", text.resultsLate(lengthOfTime(words.current, left), due)]
        : [left < HURRY ? "caution" : "plain", text.resultsLeft(lengthOfTime(words.current, left), due)];
  return html`<p class="clock ${tone} number" part="results">${iconClock()}<span><strong>${text.results}</strong> ${word}</span></p>`;
};
