import type { Problem } from "@cadre-care/domain";
import {
  amendment,
  type BoardAnswer,
  type BoardClient,
  type BoardFailure,
  type EncounterOnServer,
  encounterSchema,
  IDENTIFIER_SYSTEMS,
  joinVisitBundle,
  resourcesIn,
  type TransactionBundle,
  type TransactionResponse,
  transaction,
  urn,
  visitStatus,
  withReference,
} from "@cadre-care/fhir";
import type { StoredVisit } from "../visits/stored-visit.ts";
import type { OutboxBody } from "./outbox-body.ts";
import { outboxProblem } from "./outbox-problems.ts";

/** What became of one attempt to send one entry. */
export type Delivery =
  | {
      readonly kind: "delivered";
      /** Logical reference of the first resource, such as `Encounter/17`. */
      readonly reference: string;
      readonly joined: boolean;
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
  | { readonly kind: "parked"; readonly problem: Problem };

const parked = (problem: Problem): Delivery => ({ kind: "parked", problem });

/** A server error may be this entry's alone; everything else on the way concerns all entries. */
function failed(answer: BoardFailure): Delivery {
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

function delivered(answer: TransactionResponse, joined = false): Delivery {
  const reference = answer.entry[0]?.response.location?.match(location)?.[1] ?? "";
  return { kind: "delivered", reference, joined };
}

/** Statuses that the board counts as an open visit (docs/fhir-profile.md). */
const OPEN = "planned,arrived,triaged,in-progress,onleave";

/** Sends one entry: looks up what its references have become, and reconciles with what other desks did meanwhile. */
export class DeliveryAttempt {
  readonly #client: BoardClient;
  readonly #stop: AbortSignal | undefined;

  constructor(client: BoardClient, stop?: AbortSignal) {
    this.#client = client;
    this.#stop = stop;
  }

  async send(body: OutboxBody, visit: StoredVisit | undefined): Promise<Delivery> {
    if (body.kind === "check-in") return this.#checkIn(body);
    if (body.visit === undefined) return this.#plain(body.bundle);
    const id = visit?.serverId ?? (await this.#encounterOf(body.visit));
    if (typeof id !== "string") return id;
    const bundle = withReference(body.bundle, urn(body.visit), `Encounter/${id}`);
    // Another desk's visit is not ours to cancel: undoing a check-in that joined it takes back that check-in alone.
    const amends = body.amend && !(body.kind === "check-in-undo" && visit?.joined);
    return amends && body.amend ? this.#amending(bundle, id, body.amend) : this.#plain(bundle);
  }

  async #transact(bundle: TransactionBundle): Promise<BoardAnswer<TransactionResponse>> {
    return this.#client.transact(bundle, this.#stop);
  }

  async #plain(bundle: TransactionBundle): Promise<Delivery> {
    const answer = await this.#transact(bundle);
    if (answer.kind === "success") return delivered(answer.body);
    // 412 of a conditional creation: several match, and no machine can say which is the one.
    if (answer.kind === "conflict" && answer.status === 412) return parked(outboxProblem("needs-a-person"));
    return failed(answer);
  }

  async #checkIn(body: OutboxBody): Promise<Delivery> {
    const answer = await this.#transact(body.bundle);
    if (answer.kind === "success") {
      const found = delivered(answer.body);
      if (found.kind !== "delivered" || found.reference !== "" || body.visit === undefined) return found;
      const id = await this.#encounterOf(body.visit);
      return typeof id === "string" ? { ...found, reference: `Encounter/${id}` } : id;
    }
    if (answer.kind !== "conflict") return failed(answer);
    if (answer.problem.code !== "visit-already-open")
      return answer.status === 412 ? parked(outboxProblem("needs-a-person")) : failed(answer);
    return this.#join(body);
  }

  async #join(body: OutboxBody): Promise<Delivery> {
    const { visit, visitKey } = body;
    const retry: Delivery = { kind: "reconcile", problem: outboxProblem("visit-already-open") };
    if (visit === undefined || visitKey === undefined) return retry;
    const open = await this.#client.search(
      "Encounter",
      { identifier: `${IDENTIFIER_SYSTEMS.visit}|${visitKey}`, status: OPEN },
      this.#stop,
    );
    if (open.kind !== "success") return failed(open);
    const [encounter] = resourcesIn(open.body, "Encounter", encounterSchema).resources;
    if (encounter?.id === undefined) return retry;
    const answer = await this.#transact(joinVisitBundle(body.bundle, visit, encounter.id));
    if (answer.kind !== "success")
      return answer.kind === "conflict" && answer.status === 412
        ? parked(outboxProblem("needs-a-person"))
        : failed(answer);
    return { kind: "delivered", reference: `Encounter/${encounter.id}`, joined: true };
  }

  /** The visit's id at the board by the UUID of its check-in, where this machine lost or never saw the answer. */
  async #encounterOf(visit: string): Promise<string | Delivery> {
    const found = await this.#client.search(
      "Encounter",
      { identifier: `${IDENTIFIER_SYSTEMS.entry}|${visit}` },
      this.#stop,
    );
    if (found.kind !== "success") return failed(found);
    const [encounter] = resourcesIn(found.body, "Encounter", encounterSchema).resources;
    return encounter?.id ?? parked(outboxProblem("visit-not-at-board"));
  }

  /** Applies the change to the version that is there now; somebody else's change in between means looking again. */
  async #amending(
    bundle: TransactionBundle,
    id: string,
    amend: NonNullable<OutboxBody["amend"]>,
  ): Promise<Delivery> {
    let last: Delivery = { kind: "reconcile", problem: outboxProblem("visit-moved-on") };
    for (let tries = 0; tries < 3; tries += 1) {
      const read = await this.#client.encounter(id, this.#stop);
      if (read.kind !== "success") return failed(read);
      const needed = amendmentNeeded(read.body, amend.status);
      if (typeof needed !== "boolean") return needed;
      const answer = await this.#transact(
        needed ? transaction([...bundle.entry, amendment(read.body, amend.status, amend.at)]) : bundle,
      );
      if (answer.kind === "success") return delivered(answer.body);
      if (answer.kind !== "conflict") return failed(answer);
      last = failed(answer);
    }
    return last;
  }
}

const PROGRESS = ["arrived", "in-progress", "finished"] as const;

/** Whether the visit still has to be brought into that status; parked when it went where that is no longer true. */
function amendmentNeeded(
  current: EncounterOnServer,
  status: NonNullable<OutboxBody["amend"]>["status"],
): boolean | Delivery {
  const now = visitStatus(current.encounter.status);
  if (now === undefined) return true;
  if (status === "cancelled") {
    if (now === "cancelled") return false;
    return now === "arrived" ? true : parked(outboxProblem("visit-moved-on"));
  }
  if (now === "cancelled") return parked(outboxProblem("visit-cancelled-elsewhere"));
  return PROGRESS.indexOf(now) < PROGRESS.indexOf(status);
}
