import type { Language } from "@cadre-care/domain";

const MINUTE = 60_000;
const UNITS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ["day", 1_440 * MINUTE],
  ["hour", 60 * MINUTE],
  ["minute", MINUTE],
];

/** How far an instant is from `now`: "3 giờ trước", "trong 2 ngày nữa"; under a minute "vừa xong". */
export const fromNow = (language: Language, instant: string, now: number): string => {
  const distance = Date.parse(instant) - now;
  for (const [unit, size] of UNITS) {
    if (Math.abs(distance) >= size)
      return new Intl.RelativeTimeFormat(language === "vi" ? "vi-VN" : "en-GB", { numeric: "always" }).format(
        Math.trunc(distance / size),
        unit,
      );
  }
  return language === "vi" ? "vừa xong" : "just now";
};

/** A length of time in milliseconds: "3 giờ 20 phút". Rounded down to minutes. */
export const lengthOfTime = (language: Language, milliseconds: number): string => {
  const minutes = Math.floor(Math.abs(milliseconds) / MINUTE);
  const days = Math.floor(minutes / 1_440);
  const hours = Math.floor(minutes / 60) % 24;
  const words = language === "vi" ? ["ngày", "giờ", "phút"] : ["d", "h", "min"];
  const pieces = [days, hours, days > 0 ? 0 : minutes % 60]
    .map((amount, index) => (amount > 0 ? `${amount} ${words[index]}` : ""))
    .filter((piece) => piece !== "");
  return pieces.length > 0 ? pieces.join(" ") : `0 ${words[2]}`;
};
