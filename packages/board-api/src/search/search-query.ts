import { type Filter, Operator, type SearchRequest, splitSearchOnComma } from "@medplum/core";
import { z } from "zod";
import { isBoardResourceType } from "../definitions/interactions.ts";
import {
  INCLUDES,
  isSortable,
  LARGEST_PAGE,
  type SearchParameterDefinition,
  searchParameter,
  USUAL_PAGE,
} from "../definitions/search-parameters.ts";
import { BoardError } from "../outcome/outcome.ts";
import { TOKEN_MOMENT, timeRange } from "./time-range.ts";

/** Place of a resource in the order of a search: its moment there, then its id. */
export interface Cursor {
  readonly at: string;
  readonly id: string;
}

/** A search as SQL conditions over alias `r`; parameters count from $1 on. */
export interface SearchQuery {
  readonly type: string;
  readonly conditions: readonly string[];
  readonly parameters: readonly unknown[];
  readonly descending: boolean;
  /** Date parameter that the search is ordered by; `_lastUpdated` where absent. Resources without it are left out. */
  readonly sortedBy: string | undefined;
  readonly count: number;
  readonly cursor: Cursor | undefined;
  readonly includes: readonly string[];
}

const cursorSchema = z.tuple([z.string().datetime(), z.string().regex(/^[A-Za-z0-9.-]{1,64}$/)]);

export const encodeCursor = (cursor: Cursor): string =>
  Buffer.from(JSON.stringify([cursor.at, cursor.id])).toString("base64url");

const decodeCursor = (text: string): Cursor => {
  try {
    const [at, id] = cursorSchema.parse(JSON.parse(Buffer.from(text, "base64url").toString("utf8")));
    return { at, id };
  } catch {
    throw new BoardError({ code: "search-value-invalid", expression: "_cursor" });
  }
};

const alternatives = (filter: Filter): readonly string[] => {
  const values = splitSearchOnComma(filter.value);
  if (values.length > 200 || values.some((value) => value === "" || value.length > 500))
    throw new BoardError({ code: "search-value-invalid", expression: filter.code });
  return values;
};

type Bind = (value: unknown) => string;

const tokenMatch = (value: string, bind: Bind): string => {
  const bar = value.indexOf("|");
  if (bar < 0) return `t.value = ${bind(value)}`;
  const system = value.slice(0, bar);
  const code = value.slice(bar + 1);
  if (code === "") return `t.system = ${bind(system)}`;
  return `(t.system = ${bind(system)} AND t.value = ${bind(code)})`;
};

const referenceMatch = (definition: SearchParameterDefinition, value: string, bind: Bind): string => {
  const relative = /(?:^|\/)([A-Z][A-Za-z]+\/[A-Za-z0-9.-]{1,64})$/.exec(value)?.[1];
  if (relative !== undefined) return `t.value = ${bind(relative)}`;
  if (definition.target === undefined) return `t.value = ${bind(value)}`;
  return `t.value = ${bind(`${definition.target}/${value}`)}`;
};

const filterCondition = (type: string, filter: Filter, bind: Bind): string => {
  if (filter.code === "_lastUpdated") return timeRange(filter, bind);
  const definition = searchParameter(type, filter.code);
  const held = (match: string): string =>
    `EXISTS (SELECT 1 FROM token t WHERE t.type = r.type AND t.id = r.id AND t.name = ${bind(filter.code)} AND (${match}))`;
  if (definition?.type === "date") return held(timeRange(filter, bind, TOKEN_MOMENT));
  if (filter.operator !== Operator.EQUALS)
    throw new BoardError({ code: "search-parameter-unknown", expression: filter.code });
  const values = alternatives(filter);
  if (filter.code === "_id") return `r.id = ANY(${bind(values)}::text[])`;
  if (!definition) throw new BoardError({ code: "search-parameter-unknown", expression: "query" });
  const match = values.map((value) =>
    definition.type === "token"
      ? tokenMatch(value, bind)
      : definition.type === "reference"
        ? referenceMatch(definition, value, bind)
        : `t.value = ${bind(value)}`,
  );
  return held(match.join(" OR "));
};

const sortOf = (request: SearchRequest): Pick<SearchQuery, "descending" | "sortedBy"> => {
  const [rule, ...others] = request.sortRules ?? [];
  if (!rule) return { descending: false, sortedBy: undefined };
  const sortedBy = rule.code === "_lastUpdated" ? undefined : rule.code;
  if (others.length > 0 || (sortedBy !== undefined && !isSortable(request.resourceType, sortedBy)))
    throw new BoardError({ code: "search-parameter-unknown", expression: "_sort" });
  return { descending: rule.descending ?? false, sortedBy };
};

const countOf = (request: SearchRequest): number => {
  const count = request.count ?? USUAL_PAGE;
  if (!Number.isInteger(count) || count < 0)
    throw new BoardError({ code: "search-value-invalid", expression: "_count" });
  return Math.min(count, LARGEST_PAGE);
};

const includesOf = (request: SearchRequest): readonly string[] => {
  const allowed: readonly string[] = isBoardResourceType(request.resourceType)
    ? (INCLUDES[request.resourceType] ?? [])
    : [];
  return (request.include ?? []).map((include) => {
    const name = `${include.resourceType}:${include.searchParam}`;
    if (!allowed.includes(name) || include.modifier !== undefined || include.targetType !== undefined)
      throw new BoardError({ code: "search-parameter-unknown", expression: "_include" });
    return name;
  });
};

const UNSUPPORTED = ["revInclude", "fields", "offset", "summary", "types", "total"] as const;

/**
 * Turns Medplum's parsed search into SQL, strictly: what is not in the CapabilityStatement is refused, never ignored,
 * since a condition that is silently dropped answers another question.
 */
export const searchQuery = (request: SearchRequest): SearchQuery => {
  if (!isBoardResourceType(request.resourceType)) throw new BoardError("unknown-resource-type");
  for (const feature of UNSUPPORTED)
    if (request[feature] !== undefined)
      throw new BoardError({ code: "search-parameter-unknown", expression: "query" });
  if ((request.filters?.length ?? 0) > 20) throw new BoardError("search-value-invalid");
  const parameters: unknown[] = [];
  const bind: Bind = (value) => `$${parameters.push(value)}`;
  const conditions = [`r.type = ${bind(request.resourceType)}`];
  for (const filter of request.filters ?? [])
    conditions.push(filterCondition(request.resourceType, filter, bind));
  return {
    type: request.resourceType,
    conditions,
    parameters,
    ...sortOf(request),
    count: countOf(request),
    cursor: request.cursor === undefined ? undefined : decodeCursor(request.cursor),
    includes: includesOf(request),
  };
};
