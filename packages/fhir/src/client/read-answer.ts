import type { z } from "zod";
import { problemOf } from "../operation-outcome/problem-of.ts";
import { type OperationOutcome, operationOutcomeSchema } from "../resources/index.ts";
import type { BoardAnswer, BoardFailure, TransportCause } from "./board-answer.ts";
import { TRANSPORT_PROBLEMS, UNAUTHORISED } from "./transport-problems.ts";

const RETRY_STATUSES: Readonly<Record<number, TransportCause>> = {
  408: "time-out",
  425: "busy",
  429: "busy",
  503: "busy",
};

/** A `Retry-After` longer than this is not believed: nothing may wait for ever. */
const LONGEST_RETRY_AFTER = 3_600_000;

export const transportFailure = (
  cause: TransportCause,
  more: { status?: number; retryAfterMs?: number } = {},
): BoardFailure => ({ kind: "transport", cause, problem: TRANSPORT_PROBLEMS[cause], ...more });

/** `Retry-After` in seconds, or as a date that is compared with the answer's own `Date`, never with this machine's clock. */
function retryAfter(headers: Headers): { retryAfterMs?: number } {
  const value = headers.get("retry-after")?.trim();
  if (!value) return {};
  const seconds = /^\d+$/.test(value)
    ? Number(value)
    : (Date.parse(value) - Date.parse(headers.get("date") ?? "")) / 1000;
  return Number.isFinite(seconds) && seconds >= 0
    ? { retryAfterMs: Math.min(seconds * 1000, LONGEST_RETRY_AFTER) }
    : {};
}

function outcomeIn(body: unknown): OperationOutcome | undefined {
  const read = operationOutcomeSchema.safeParse(body);
  return read.success ? read.data : undefined;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Decides what an answer is: by its status and OperationOutcome codes, never by a text (DESIGN 5). */
export async function readAnswer<Body>(
  response: Response,
  schema: z.ZodType<Body>,
): Promise<BoardAnswer<Body>> {
  const { status, headers } = response;
  const body = jsonOf(await response.text());
  const waits = RETRY_STATUSES[status];
  if (waits) return transportFailure(waits, { status, ...retryAfter(headers) });
  if (status >= 500) return transportFailure("server-error", { status, ...retryAfter(headers) });

  const outcome = outcomeIn(body);
  if (response.ok) {
    const read = schema.safeParse(body);
    if (!read.success) return transportFailure("not-fhir", { status });
    const serverTime = Date.parse(headers.get("date") ?? "");
    return {
      kind: "success",
      status,
      body: read.data,
      ...(Number.isNaN(serverTime) ? {} : { serverTime }),
    };
  }
  if (status === 401 && (outcome || headers.has("www-authenticate")))
    return { kind: "unauthorised", problem: UNAUTHORISED };
  if (!outcome) return transportFailure("not-fhir", { status });
  const problem = problemOf(outcome);
  if (status === 403) return { kind: "forbidden", problem, outcome };
  if (status === 409 || status === 412) return { kind: "conflict", status, problem, outcome };
  if (status >= 400) return { kind: "refused", status, problem, outcome };
  return transportFailure("not-fhir", { status });
}
