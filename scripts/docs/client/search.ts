import MiniSearch from "minisearch";
import { foldName } from "../../../packages/domain/src/text/fold-name.ts";

/** A section of a page, as the build writes it into `search-vi.json` and `search-en.json`. */
export interface SearchEntry {
  readonly id: number;
  /** From the root of the site. */
  readonly address: string;
  readonly page: string;
  readonly title: string;
  readonly text: string;
}
export interface SearchAnswer {
  readonly address: string;
  readonly page: string;
  readonly title: string;
  readonly excerpt: string;
}

const EXCERPT = 110;

/** The words around the first place that the query is found at. */
const excerptOf = (text: string, query: string): string => {
  const first = foldName(query).split(" ")[0] ?? "";
  const words = text.split(" ");
  const index = Math.max(
    0,
    words.findIndex((word) => foldName(word).startsWith(first)),
  );
  const from = Math.max(0, index - 4);
  const excerpt = words.slice(from).join(" ");
  return `${from > 0 ? "… " : ""}${excerpt.slice(0, EXCERPT)}${excerpt.length > EXCERPT ? " …" : ""}`;
};

/** A search in which "tiep don" finds "tiếp đón": words are compared without marks, đ as d. */
export const createSearch = (entries: readonly SearchEntry[]): ((query: string) => SearchAnswer[]) => {
  const index = new MiniSearch<SearchEntry>({
    fields: ["page", "title", "text"],
    storeFields: ["address", "page", "title", "text"],
    processTerm: (term) => foldName(term) || null,
    searchOptions: {
      boost: { title: 4, page: 2 },
      combineWith: "AND",
      prefix: true,
      fuzzy: (term) => (term.length > 5 ? 0.15 : false),
    },
  });
  index.addAll(entries);
  const known = new Map(entries.map((entry) => [entry.id, entry]));
  return (query) =>
    index.search(query, {}).flatMap(({ id }) => {
      const entry = known.get(Number(id));
      if (entry === undefined) return [];
      const { address, page, title, text } = entry;
      return [{ address, page, title, excerpt: excerptOf(text, query) }];
    });
};
