import { searchConcepts } from "@cadre-care/domain";
import type { Queryable } from "../database/database.ts";
import { BoardError } from "../outcome/outcome.ts";
import { type StoredResource, storedResourceSchema } from "../repository/stored-resource.ts";
import type { ValueSetLookup } from "./value-set-lookup.ts";
import { expanded, type KnownValueSet } from "./value-sets.ts";

const ADDRESS = /^\/ValueSet(?:\/([A-Za-z0-9.-]{1,64}))?\/\$expand(?:\?(.*))?$/;
const PARAMETERS: ReadonlySet<string> = new Set(["url", "filter", "count", "offset"]);
const USUAL_COUNT = 100;
const LARGEST_COUNT = 20_000;

/** Whether a request is R4's `ValueSet/$expand`, by GET. */
export const isExpand = (method: string, url: string): boolean => method === "GET" && ADDRESS.test(url);

const wholeNumber = (query: URLSearchParams, name: string, usual: number): number => {
  const text = query.get(name);
  if (text === null) return usual;
  if (!/^\d{1,6}$/.test(text)) throw new BoardError({ code: "search-value-invalid", expression: name });
  return Number(text);
};

const wanted = async (
  database: Queryable,
  valueSets: ValueSetLookup,
  id: string | undefined,
  url: string | null,
): Promise<KnownValueSet> => {
  const [found] =
    id === undefined
      ? await valueSets.withUrls(database, url === null ? [] : [url])
      : [await valueSets.withId(database, id)];
  if (!found || (url !== null && found.resource.url !== url)) throw new BoardError("value-set-unknown");
  return found;
};

/**
 * `GET ValueSet/$expand?url=…&filter=…&offset=…&count=…`, or of one by its id. `filter` finds without regard to accents,
 * case and đ (`searchConcepts`). @throws BoardError `value-set-unknown`, or as searches do
 */
export const expandValueSet = async (
  database: Queryable,
  valueSets: ValueSetLookup,
  url: string,
): Promise<StoredResource> => {
  const [, id, text = ""] = ADDRESS.exec(url) ?? [];
  const query = new URLSearchParams(text);
  for (const name of query.keys())
    if (!PARAMETERS.has(name))
      throw new BoardError({ code: "search-parameter-unknown", expression: "query" });
  const { resource, concepts } = await wanted(database, valueSets, id, query.get("url"));
  const matching = searchConcepts(concepts, query.get("filter") ?? "");
  const offset = wholeNumber(query, "offset", 0);
  const count = Math.min(wholeNumber(query, "count", USUAL_COUNT), LARGEST_COUNT);
  const page = { resource, concepts: matching.slice(offset, offset + count) };
  const now = new Date().toISOString();
  return storedResourceSchema.parse({
    id: resource.id ?? "expansion",
    ...expanded(page, { total: matching.length, offset }, now),
  });
};
