import { z } from "zod";

/** How a fixture writes birth dates; a year alone is always written as a year. */
export const PAGE_DATES = ["dd/MM/yyyy", "MM/dd/yyyy", "yyyy-MM-dd", "d 'thg' M, yyyy"] as const;
export type PageDates = (typeof PAGE_DATES)[number];
export const USUAL_DATES: PageDates = "dd/MM/yyyy";

/** `nfd`: UTF-8 with every letter decomposed. `windows-1258`: bytes of the old code page, half decomposed (DOMAIN 8). */
export const PAGE_ENCODINGS = ["utf-8", "windows-1258", "nfd"] as const;
export type PageEncoding = (typeof PAGE_ENCODINGS)[number];

/**
 * What an update of the HIS has changed, in fixtures that know the switch. `class`: classes and ids have other names.
 * `column`: the list has one more column, in front of the name. `header`: a column's header says something else.
 * `identity`: the citizen id is gone from list and patient page, and another column stands in its place.
 */
export const PAGE_UPDATES = ["none", "class", "column", "header", "identity"] as const;

const MOST_PEOPLE = 10_000;

/** The switch of a fixture: query parameters. A value that is none of these counts as absent. */
const settingsSchema = z.object({
  language: z.enum(["vi", "en"]).catch("vi"),
  dates: z.enum(PAGE_DATES).catch(USUAL_DATES),
  encoding: z.enum(PAGE_ENCODINGS).catch("utf-8"),
  update: z.enum(PAGE_UPDATES).catch("none"),
  people: z.coerce.number().int().min(1).max(MOST_PEOPLE).catch(300),
});

export type PageSettings = z.infer<typeof settingsSchema>;

export const settingsOf = (query: URLSearchParams): PageSettings =>
  settingsSchema.parse(Object.fromEntries(query));

/** The query that hands all settings on, `?` included. */
export const queryOf = (settings: Partial<PageSettings>): string => {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(settings)) query.set(name, String(value));
  return `?${query}`;
};
