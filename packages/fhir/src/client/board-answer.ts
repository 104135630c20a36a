import type { Problem } from "@cadre-care/domain";
import type { OperationOutcome } from "../resources/index.ts";

/** Why an answer did not arrive, or was none of the board's. */
export type TransportCause = "network" | "time-out" | "busy" | "server-error" | "not-fhir" | "stopped";

export type BoardFailure =
  /** No answer, or none that the board's FHIR server gave: what was sent may or may not have been carried out. Send again. */
  | {
      readonly kind: "transport";
      readonly cause: TransportCause;
      readonly problem: Problem;
      readonly status?: number;
      readonly retryAfterMs?: number;
    }
  | { readonly kind: "unauthorised"; readonly problem: Problem }
  | { readonly kind: "forbidden"; readonly problem: Problem; readonly outcome?: OperationOutcome }
  /** 409 and 412: the state at the board differs from what the sender believed. */
  | {
      readonly kind: "conflict";
      readonly status: 409 | 412;
      readonly problem: Problem;
      readonly outcome: OperationOutcome;
    }
  /** Any other 4xx with an OperationOutcome: sending the same again cannot help. */
  | {
      readonly kind: "refused";
      readonly status: number;
      readonly problem: Problem;
      readonly outcome: OperationOutcome;
    };

export interface BoardSuccess<Body> {
  readonly kind: "success";
  readonly status: number;
  readonly body: Body;
  /** The answer's `Date`, where the browser lets us see it; epoch milliseconds. */
  readonly serverTime?: number;
}

/** What came of one request. Never thrown, always one of these. */
export type BoardAnswer<Body> = BoardSuccess<Body> | BoardFailure;
