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

/** SQL condition for `_lastUpdated` with the prefixes eq, ne, gt, lt, ge, le (R4 search, 3.1.1.4.5). */
export const timeRange = (filter: Filter, bind: (value: unknown) => string): string => {
  const span = spanOf(filter.value);
  if (!span) throw new BoardError({ code: "search-value-invalid", expression: filter.code });
  const start = () => bind(new Date(span[0]));
  const end = () => bind(new Date(span[1]));
  switch (filter.operator) {
    case Operator.EQUALS:
      return `(r.last_updated >= ${start()} AND r.last_updated < ${end()})`;
    case Operator.NOT_EQUALS:
      return `(r.last_updated < ${start()} OR r.last_updated >= ${end()})`;
    case Operator.GREATER_THAN:
      return `r.last_updated >= ${end()}`;
    case Operator.GREATER_THAN_OR_EQUALS:
      return `r.last_updated >= ${start()}`;
    case Operator.LESS_THAN:
      return `r.last_updated < ${start()}`;
    case Operator.LESS_THAN_OR_EQUALS:
      return `r.last_updated < ${end()}`;
    default:
      throw new BoardError({ code: "search-parameter-unknown", expression: filter.code });
  }
};
