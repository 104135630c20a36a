import { furtherLanguages } from "./further.ts";
import { localeOf } from "./locale.ts";

/** The words of spans of time. The units stand behind a number, as in "3 giờ 20 phút". */
export interface SpanWords {
  readonly justNow: string;
  readonly units: readonly [days: string, hours: string, minutes: string];
}

const VIETNAMESE: SpanWords = { justNow: "vừa xong", units: ["ngày", "giờ", "phút"] };
const ENGLISH: SpanWords = { justNow: "just now", units: ["d", "h", "min"] };

const wordsIn = (language: string): SpanWords =>
  furtherLanguages()?.spoken.get(language)?.spans ?? (language === "en" ? ENGLISH : VIETNAMESE);

const MINUTE = 60_000;
const UNITS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ["day", 1_440 * MINUTE],
  ["hour", 60 * MINUTE],
  ["minute", MINUTE],
];

/** How far an instant is from `now`: "3 giờ trước", "trong 2 ngày nữa"; under a minute "vừa xong". */
export const fromNow = (language: string, instant: string, now: number): string => {
  const distance = Date.parse(instant) - now;
  for (const [unit, size] of UNITS) {
    if (Math.abs(distance) >= size)
      return new Intl.RelativeTimeFormat(localeOf(language), { numeric: "always" }).format(
        Math.trunc(distance / size),
        unit,
      );
  }
  return wordsIn(language).justNow;
};

/** A length of time in milliseconds: "3 giờ 20 phút". Rounded down to minutes. */
export const lengthOfTime = (language: string, milliseconds: number): string => {
  const minutes = Math.floor(Math.abs(milliseconds) / MINUTE);
  const days = Math.floor(minutes / 1_440);
  const hours = Math.floor(minutes / 60) % 24;
  const { units: words } = wordsIn(language);
  const pieces = [days, hours, days > 0 ? 0 : minutes % 60]
    .map((amount, index) => (amount > 0 ? `${amount} ${words[index]}` : ""))
    .filter((piece) => piece !== "");
  return pieces.length > 0 ? pieces.join(" ") : `0 ${words[2]}`;
};
