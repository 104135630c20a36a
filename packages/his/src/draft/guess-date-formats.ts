import { DATE_FORMATS, type DateFormat, readDate } from "@cadre-care/domain";

export interface DateFormatsGuess {
  /** The smallest set that reads the values. */
  readonly formats: readonly DateFormat[];
  /** dd/MM/yyyy stands proposed, but MM/dd/yyyy would read the same values: IT has to say. */
  readonly undecided: boolean;
}

const DAY_FIRST: DateFormat = "dd/MM/yyyy";
const MONTH_FIRST: DateFormat = "MM/dd/yyyy";

/** Every set of formats that a profile may state, small sets first, usual formats before others. */
const sets: readonly (readonly DateFormat[])[] = Array.from(
  { length: 2 ** DATE_FORMATS.length - 1 },
  (_, bits) => DATE_FORMATS.filter((_format, at) => ((bits + 1) >> at) % 2 === 1),
)
  .filter((set) => !(set.includes(DAY_FIRST) && set.includes(MONTH_FIRST)))
  .sort((a, b) => a.length - b.length);

const swapped = (set: readonly DateFormat[]): readonly DateFormat[] =>
  set.map((format) => (format === DAY_FIRST ? MONTH_FIRST : format));

/** Formats in which every one of these texts is a date; undefined when no set of formats reads them all. */
export const guessDateFormats = (texts: readonly string[]): DateFormatsGuess | undefined => {
  const reads = [...new Set(texts)].map((text) => DATE_FORMATS.filter((format) => readDate(text, format).ok));
  if (reads.length === 0) return undefined;
  const readsAll = (set: readonly DateFormat[]): boolean =>
    reads.every((readable) => readable.some((format) => set.includes(format)));
  const formats = sets.find(readsAll);
  if (formats === undefined) return undefined;
  return { formats, undecided: formats.includes(DAY_FIRST) && readsAll(swapped(formats)) };
};
