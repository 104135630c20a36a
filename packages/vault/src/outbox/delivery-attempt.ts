import {
  amendment,
  amendResource,
  type BoardAnswer,
  type BoardClient,
  carriesAmendment,
  encounterSchema,
  IDENTIFIER_SYSTEMS,
  joinVisitBundle,
  resourcesIn,
  type TransactionBundle,
  type TransactionResponse,
  transaction,
  urn,
  withReference,
} from "@cadre-care/fhir";
import { amendmentNeeded } from "./amendment-needed.ts";
import { type Delivery, delivered, failed, parked } from "./delivery.ts";
import { LinkDelivery } from "./link-delivery.ts";
import type { OutboxBody } from "./outbox-body.ts";
import { outboxProblem } from "./outbox-problems.ts";
import { says } from "./says.ts";

/** An entry as it is about to be sent, with what is known here of the things that it refers to. */
export interface Sendable {
  readonly id: string;
  readonly body: OutboxBody;
  /** Logical id of the visit's Encounter. */
  readonly encounterId?: string | undefined;
  /** The visit was opened by another desk. */
  readonly joined?: boolean | undefined;
  /** Entries that the board has: UUID to logical reference. */
  readonly resolved: Readonly<Record<string, string>>;
  /** The body took an earlier one's place. */
  readonly corrected: boolean;
}

/** Statuses that the board counts as an open visit (docs/fhir-profile.md). */
const OPEN = "planned,arrived,triaged,in-progress,onleave";

/** Sends one entry: looks up what its references have become, and reconciles with what others did meanwhile. */
export class DeliveryAttempt {
  readonly #client: BoardClient;
  readonly #links: LinkDelivery;

  constructor(client: BoardClient) {
    this.#client = client;
    this.#links = new LinkDelivery(client);
  }

  async send(entry: Sendable): Promise<Delivery> {
    const resolved = await this.#resolve(entry);
    if ("kind" in resolved) return resolved;
    const result = await this.#sendResolved({ ...entry, body: { ...entry.body, bundle: resolved } });
    const mayBeEarlier =
      entry.corrected && entry.body.kind !== "hand-over" && result.kind === "delivered" && result.existed;
    return mayBeEarlier ? this.#asCorrected(entry, result) : result;
  }

  async #sendResolved({ id, body, encounterId, joined }: Sendable): Promise<Delivery> {
    if (body.change) return this.#change(id, body.bundle, body.change);
    if (body.kind === "hand-over") return this.#handOver(body);
    if (body.kind === "check-in") return this.#checkIn(body);
    if (body.kind === "site-link") return this.#links.share(body);
    if (body.withdraws) return this.#links.withdraw(body.bundle, body.withdraws);
    if (body.visit === undefined) return this.#plain(body.bundle);
    const visit = encounterId ?? (await this.#idOf("Encounter", body.visit));
    if (visit === undefined) return parked(outboxProblem("visit-not-at-board"));
    if (typeof visit !== "string") return visit;
    const bundle = withReference(body.bundle, urn(body.visit), `Encounter/${visit}`);
    // Another desk's visit is not ours to cancel: undoing a check-in that joined it takes back that check-in alone.
    const amends = body.amend && !(body.kind === "check-in-undo" && joined);
    return amends && body.amend ? this.#amending(bundle, visit, body.amend) : this.#plain(bundle);
  }

  /** The bundle with what it needs of other entries; how the attempt ends where that cannot be had. */
  async #resolve({ body, resolved }: Sendable): Promise<TransactionBundle | Delivery> {
    let bundle = body.bundle;
    for (const { entry, type } of body.needs ?? []) {
      const known = resolved[entry]?.startsWith(`${type}/`) ? resolved[entry] : undefined;
      const id = known === undefined ? await this.#idOf(type, entry) : undefined;
      if (typeof id === "object") return id;
      const reference = known ?? (id === undefined ? undefined : `${type}/${id}`);
      if (reference === undefined) return parked(outboxProblem("needs-missing"));
      bundle = withReference(bundle, urn(entry), reference);
    }
    return bundle;
  }

  async #transact(bundle: TransactionBundle): Promise<BoardAnswer<TransactionResponse>> {
    return this.#client.transact(bundle);
  }

  async #plain(bundle: TransactionBundle): Promise<Delivery> {
    const answer = await this.#transact(bundle);
    if (answer.kind === "success") return delivered(answer.body);
    // 412 of a conditional creation: several match, and no machine can say which is the one.
    if (answer.kind === "conflict" && answer.status === 412) return parked(outboxProblem("needs-a-person"));
    return failed(answer);
  }

  /** What was handed over may have arrived before it was refused: then the board's staff have nothing to do. */
  async #handOver({ bundle, instead }: OutboxBody): Promise<Delivery> {
    const id = instead ? await this.#idOf(instead.type, instead.entry) : undefined;
    if (typeof id === "string" && instead) return done(`${instead.type}/${id}`);
    // Who may not look can still hand over.
    return typeof id === "object" && id.kind !== "parked" ? id : this.#plain(bundle);
  }

  async #checkIn(body: OutboxBody): Promise<Delivery> {
    const answer = await this.#transact(body.bundle);
    if (answer.kind === "success") {
      const found = delivered(answer.body);
      if (found.kind !== "delivered" || found.reference !== "" || body.visit === undefined) return found;
      const id = await this.#idOf("Encounter", body.visit);
      if (id === undefined) return parked(outboxProblem("visit-not-at-board"));
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
    const open = await this.#client.search("Encounter", {
      identifier: `${IDENTIFIER_SYSTEMS.visit}|${visitKey}`,
      status: OPEN,
    });
    if (open.kind !== "success") return failed(open);
    const [encounter] = resourcesIn(open.body, "Encounter", encounterSchema).resources;
    if (encounter?.id === undefined) return retry;
    const answer = await this.#transact(joinVisitBundle(body.bundle, visit, encounter.id));
    if (answer.kind !== "success")
      return answer.kind === "conflict" && answer.status === 412
        ? parked(outboxProblem("needs-a-person"))
        : failed(answer);
    return { kind: "delivered", reference: `Encounter/${encounter.id}`, joined: true, existed: false };
  }

  /** The id that an entry's resource has at the board, where this machine lost or never saw the answer. */
  async #idOf(type: string, entry: string): Promise<string | undefined | Delivery> {
    const found = await this.#client.search(type, { identifier: `${IDENTIFIER_SYSTEMS.entry}|${entry}` });
    if (found.kind !== "success") return failed(found);
    const resource = found.body.entry?.find((one) => one.resource?.resourceType === type)?.resource;
    return typeof resource?.id === "string" ? resource.id : undefined;
  }

  /** Applies the change to the version that is there now; somebody else's change in between means looking again. */
  async #amending(
    bundle: TransactionBundle,
    id: string,
    amend: NonNullable<OutboxBody["amend"]>,
  ): Promise<Delivery> {
    let last: Delivery = { kind: "reconcile", problem: outboxProblem("visit-moved-on") };
    for (let tries = 0; tries < 3; tries += 1) {
      const read = await this.#client.encounter(id);
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

  /**
   * Puts a resource against the version that a person saw. Where the board holds another, it may be this very change,
   * whose answer was lost; else both are kept and a person chooses.
   */
  async #change(
    entry: string,
    bundle: TransactionBundle,
    { resource, version }: NonNullable<OutboxBody["change"]>,
  ): Promise<Delivery> {
    const answer = await this.#transact(
      transaction([amendResource(resource, version, entry), ...bundle.entry]),
    );
    if (answer.kind === "success") return { ...delivered(answer.body), ...NOT_EXISTED };
    if (answer.kind !== "conflict") return failed(answer);
    const { resourceType, id } = resource;
    const theirs = await this.#client.resource(resourceType, id);
    if (theirs.kind !== "success") return failed(theirs);
    if (carriesAmendment(theirs.body, entry)) return done(`${resourceType}/${id}`);
    const history = await this.#client.history(resourceType, id);
    if (history.kind !== "success") return failed(history);
    const made = history.body.entry?.some((one) => one.resource && carriesAmendment(one.resource, entry));
    return made ? done(`${resourceType}/${id}`) : parked(outboxProblem("changed-at-board"), theirs.body);
  }

  /** The board had something under this UUID: is it what was corrected, or what stood there before? */
  async #asCorrected(entry: Sendable, result: Extract<Delivery, { kind: "delivered" }>): Promise<Delivery> {
    const [type, id] = result.reference.split("/");
    if (type === undefined || id === undefined) return result;
    const theirs = await this.#client.resource(type, id);
    // Who may file but not read cannot compare: the board has it, and that must do.
    if (theirs.kind === "forbidden") return result;
    if (theirs.kind !== "success") return failed(theirs);
    const mine = entry.body.change?.resource ?? entry.body.bundle.entry[0]?.resource;
    return says(theirs.body, mine) ? result : parked(outboxProblem("correction-late"), theirs.body);
  }
}

const NOT_EXISTED = { existed: false } as const;
const done = (reference: string): Delivery => ({
  kind: "delivered",
  reference,
  joined: false,
  existed: false,
});
