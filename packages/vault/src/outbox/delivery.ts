import type { Problem } from "@cadre-care/domain";
import type { BoardFailure, ResourceOnServer, TransactionResponse } from "@cadre-care/fhir";

/** What became of one attempt to send one entry. */
export type Delivery =
  | {
      readonly kind: "delivered";
      /** Logical reference of the first resource, such as `Encounter/17`. */
      readonly reference: string;
      /** A check-in that met another desk's visit. */
      readonly joined: boolean;
      /** The board had the first resource before. */
      readonly existed: boolean;
    }
  /** Send again later. `board`: the board or the way to it is at fault, so others need not try now. */
  | {
      readonly kind: "retry";
      readonly problem: Problem;
      readonly board: boolean;
      readonly retryAfterMs?: number;
    }
  /** The state at the board moved while we looked; a new look will tell. */
  | { readonly kind: "reconcile"; readonly problem: Problem }
  | { readonly kind: "paused"; readonly problem: Problem }
  /** `theirs`: what the board holds, where a person must choose. */
  | { readonly kind: "parked"; readonly problem: Problem; readonly theirs?: ResourceOnServer };

export const parked = (problem: Problem, theirs?: ResourceOnServer): Delivery => ({
  kind: "parked",
  problem,
  ...(theirs ? { theirs } : {}),
});

/**
 * What a failure means for the entry that met it. A server error may be this entry's alone; everything else on the way
 * concerns all entries.
 */
export function failed(answer: BoardFailure): Delivery {
  switch (answer.kind) {
    case "transport":
      return {
        kind: "retry",
        problem: answer.problem,
        board: answer.cause !== "server-error",
        ...(answer.retryAfterMs === undefined ? {} : { retryAfterMs: answer.retryAfterMs }),
      };
    case "unauthorised":
      return { kind: "paused", problem: answer.problem };
    case "forbidden":
    case "refused":
      return parked(answer.problem);
    case "conflict":
      return { kind: "reconcile", problem: answer.problem };
  }
}

const location = /(?:^|\/)([A-Z][A-Za-z]+\/[A-Za-z0-9\-.]{1,64})(?:\/_history\/[^/]+)?$/;

/** Of the resources that an answer tells of, the one at a place. `reference` is empty where the board does not say it. */
export function delivered(answer: TransactionResponse, place = 0): Delivery {
  const response = answer.entry[place]?.response;
  return {
    kind: "delivered",
    reference: response?.location?.match(location)?.[1] ?? "",
    joined: false,
    existed: response?.status.startsWith("200") ?? false,
  };
}
