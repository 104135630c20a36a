import type { ManagedBrief, VisitView } from "@cadre-care/domain";
import type { TemplateResult } from "lit";
import { wordFor } from "../language/catalogue.ts";
import type { LanguageController } from "../language/language-controller.ts";
import { stateMessages } from "../language/state.messages.ts";
import { chip } from "../theme/chip.ts";
import { iconBook, iconCard, iconDone, iconExam, iconPlace } from "../theme/icons.ts";
import type { Tone } from "../theme/notice.ts";
import { bannerMessages } from "./priority-banner.messages.ts";

const CARD_TONE: Readonly<Record<string, Tone>> = {
  expired: "caution",
  lost: "caution",
  replaced: "caution",
};
const BOOK_TONE: Readonly<Record<string, Tone>> = { none: "caution", "to-be-replaced": "caution" };
const EXAM_TONE: Readonly<Record<string, Tone>> = { due: "caution", overdue: "urgent", done: "good" };

export const cardTone = (state: string): Tone => CARD_TONE[state] ?? "plain";
export const bookTone = (state: string): Tone => BOOK_TONE[state] ?? "plain";
export const examTone = (state: string): Tone => EXAM_TONE[state] ?? "plain";

const URGENCY: readonly Tone[] = ["urgent", "caution"];
const weight = (tone: Tone): number => (URGENCY.includes(tone) ? URGENCY.indexOf(tone) : URGENCY.length);

/** Card, book, exam and home clinic as chips; what needs something comes first, so that it is cut off last. */
export const briefChips = (
  brief: ManagedBrief,
  visit: VisitView | undefined,
  words: LanguageController,
  now: number,
): readonly TemplateResult[] => {
  const text = words.of(bannerMessages);
  const states = words.of(stateMessages);
  const chips: (readonly [Tone, TemplateResult])[] = [];
  const add = (tone: Tone, icon: TemplateResult, word: string): void => {
    chips.push([tone, chip(tone, icon, word)]);
  };
  if (brief.cardState !== undefined)
    add(cardTone(brief.cardState), iconCard(), text.card(wordFor(states.card, brief.cardState)));
  add(bookTone(brief.bookState), iconBook(), text.book(wordFor(states.book, brief.bookState)));
  if (brief.examState !== undefined)
    add(examTone(brief.examState), iconExam(), text.exam(wordFor(states.exam, brief.examState)));
  if (brief.homeClinicHere === false) add("caution", iconPlace(), text.wrongSite);
  const sorted = chips.toSorted((one, other) => weight(one[0]) - weight(other[0])).map((entry) => entry[1]);
  if (visit === undefined || visit.visit.status === "cancelled") return sorted;
  const arrived = text.checkedIn(words.dates.moment(visit.visit.checkedInAt, now));
  return [chip("good", iconDone(), arrived), ...sorted];
};
