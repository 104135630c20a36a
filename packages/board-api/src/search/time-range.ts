import { type Filter, Operator } from "@medplum/core";
import { BoardError } from "../outcome/outcome.ts";

const PATTERN =
  /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?(Z|[+-]\d\d:\d\d))?)?)?$/;

/** The span of time that a FHIR date of any precision covers: [start, end). Without a zone it is UTC. */
const spanOf = (text: string): readonly [number, number] | undefined => {
  const match = PATTERN.exec(text);
  if (!match) return undefined;
  const [, year = "", month, day, hour, minute, second, fraction, zone] = match;
  const pad = (part: string | undefined): string => part ?? "01";
  const time =
    hour === undefined
      ? "00:00:00Z"
      : `${hour}:${minute}:${second ?? "00"}.${(fraction ?? "0").slice(0, 3)}${zone}`;
  const start = Date.parse(`${year}-${pad(month)}-${pad(day)}T${time}`);
  if (Number.isNaN(start)) return undefined;
  if (fraction !== undefined) return [start, start + 1];
  if (second !== undefined) return [start, start + 1000];
  if (hour !== undefined) return [start, start + 60_000];
  if (day !== undefined) return [start, start + 86_400_000];
  const end = month === undefined ? Date.UTC(Number(year) + 1, 0) : Date.UTC(Number(year), Number(month));
  return [start, end];
};

/** When a FHIR date of any precision begins; undefined for a text that is none. */
export const beginOf = (text: string): Date | undefined => {
  const span = spanOf(text);
  return span && new Date(span[0]);
};

/** How a column holds moments. */
interface MomentColumn {
  readonly sql: string;
  readonly value: (moment: Date) => unknown;
}

const LAST_UPDATED: MomentColumn = { sql: "r.last_updated", value: (moment) => moment };
/** `tokensOf` writes moments as texts of one width. */
export const TOKEN_MOMENT: MomentColumn = {
  sql: 't.value COLLATE "C"',
  value: (moment) => moment.toISOString(),
};

/** SQL condition for a moment with the prefixes eq, ne, gt, lt, ge, le (R4 search, 3.1.1.4.5). */
export const timeRange = (
  filter: Filter,
  bind: (value: unknown) => string,
  column: MomentColumn = LAST_UPDATED,
): string => {
  const span = spanOf(filter.value);
  if (!span) throw new BoardError({ code: "search-value-invalid", expression: filter.code });
  const start = () => bind(column.value(new Date(span[0])));
  const end = () => bind(column.value(new Date(span[1])));
  const at = column.sql;
  switch (filter.operator) {
    case Operator.EQUALS:
      return `(${at} >= ${start()} AND ${at} < ${end()})`;
    case Operator.NOT_EQUALS:
      return `(${at} < ${start()} OR ${at} >= ${end()})`;
    case Operator.GREATER_THAN:
      return `${at} >= ${end()}`;
    case Operator.GREATER_THAN_OR_EQUALS:
      return `${at} >= ${start()}`;
    case Operator.LESS_THAN:
      return `${at} < ${start()}`;
    case Operator.LESS_THAN_OR_EQUALS:
      return `${at} < ${end()}`;
    default:
      throw new BoardError({ code: "search-parameter-unknown", expression: filter.code });
  }
};
