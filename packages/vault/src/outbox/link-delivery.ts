import type { BoardLink } from "@cadre-care/domain";
import {
  type BoardClient,
  IDENTIFIER_SYSTEMS,
  personSchema,
  type ResourceOnServer,
  resourceOnServerSchema,
  siteLinkFact,
  type TransactionBundle,
  type TransactionEntry,
  transaction,
  withdrawnSiteLink,
} from "@cadre-care/fhir";
import { type Delivery, delivered, failed, parked } from "./delivery.ts";
import type { OutboxBody } from "./outbox-body.ts";
import { outboxProblem } from "./outbox-problems.ts";

interface LinkAtBoard {
  readonly fact: BoardLink;
  readonly resource: ResourceOnServer;
}

const TRIES = 3;
/** Links of one person, all hospitals' and those taken back among them, that are looked through. */
const MOST = "500";

/** Sends site links: made once, also where another desk was first; taken back in whatever version the board holds. */
export class LinkDelivery {
  readonly #client: BoardClient;

  constructor(client: BoardClient) {
    this.#client = client;
  }

  /** A board that has the code for the same person has what is to be said; for another, a person must look. */
  async share({ bundle }: OutboxBody): Promise<Delivery> {
    const answer = await this.#client.transact(bundle);
    if (answer.kind === "success") return delivered(answer.body);
    if (answer.kind !== "conflict" || answer.problem.code !== "his-code-linked") return failed(answer);
    const mine = personSchema.safeParse(bundle.entry[0]?.resource);
    const wanted = mine.success ? siteLinkFact(mine.data) : undefined;
    if (!wanted) return failed(answer);
    // By the person: a hospital's code, a patient's number, stands in no address (DESIGN rule 7).
    const found = await this.#find({ link: `Patient/${wanted.personId}`, _count: MOST });
    if (found.kind !== "found") return found;
    const standing = found.links.find(
      ({ fact }) =>
        fact.active &&
        fact.site === wanted.site &&
        fact.code === wanted.code &&
        fact.personId === wanted.personId,
    );
    if (!standing) return parked(outboxProblem("his-code-linked"));
    return {
      ...{ kind: "delivered", joined: false, existed: true },
      reference: `Person/${standing.resource.id}`,
    };
  }

  /** Once for all: what is not there, or is taken back already, needs nothing but its audit. */
  async withdraw(audit: TransactionBundle, entries: readonly string[], tries = TRIES): Promise<Delivery> {
    const puts: TransactionEntry[] = [];
    for (const entry of entries) {
      const found = await this.#find({ identifier: `${IDENTIFIER_SYSTEMS.entry}|${entry}` });
      if (found.kind !== "found") return found;
      for (const { fact, resource } of found.links)
        if (fact.active) puts.push(withdrawnSiteLink(resource, resource.meta.versionId));
    }
    const answer = await this.#client.transact(transaction([...audit.entry, ...puts]));
    if (answer.kind === "success") return delivered(answer.body);
    // Somebody changed one of them between looking and writing.
    return answer.kind === "conflict" && tries > 1
      ? this.withdraw(audit, entries, tries - 1)
      : failed(answer);
  }

  async #find(
    query: Readonly<Record<string, string>>,
  ): Promise<{ readonly kind: "found"; readonly links: readonly LinkAtBoard[] } | Delivery> {
    const answer = await this.#client.search("Person", query);
    if (answer.kind !== "success") return failed(answer);
    const links = (answer.body.entry ?? []).flatMap(({ resource }) => {
      const person = personSchema.safeParse(resource);
      const read = resourceOnServerSchema.safeParse(resource);
      const fact = person.success ? siteLinkFact(person.data) : undefined;
      return fact && read.success ? [{ fact, resource: read.data }] : [];
    });
    return { kind: "found", links };
  }
}
