import { BoardClient, createByIdentifier, createByTag, provenance, transaction, urn } from "@cadre-care/fhir";
import type { OutboxKeys } from "../../keys/key-ring.ts";
import { Outbox } from "../../outbox/outbox.ts";
import type { OutboxBody } from "../../outbox/outbox-body.ts";
import { isDamaged, type QueuedRecord } from "../../outbox/queued-record.ts";
import { openBody } from "../../outbox/sealed-body.ts";
import { uuidV7 } from "../../outbox/uuid-v7.ts";
import { openDatabase, type VaultDatabase } from "../../storage/database.ts";
import { StorageError } from "../../storage/storage-error.ts";
import { hospitalInstant } from "../../visits/hospital-time.ts";
import { VisitStore } from "../../visits/visit-store.ts";
import { Visits } from "../../visits/visits.ts";
import { deskOf } from "../desk-fixture.ts";
import { MORNING } from "../machine.ts";
import { MemoryBoard } from "../memory-board.ts";
import type { DiskFault } from "./acts.ts";
import {
  type Break,
  deleteRefused,
  deleteSent,
  forgetful,
  overwriting,
  remintAtRetry,
  withoutLanes,
} from "./breaks.ts";
import { turnBack } from "./older-version.ts";
import { Power } from "./power.ts";

/** An entry that was on the disk at some time. */
export interface Accepted {
  readonly id: string;
  readonly lane: string;
  /** As it was last seen. */
  readonly body: OutboxBody;
}

export const PERSONS = ["p1", "p2", "p3"];

let made = 0;

/** One run of the software on the machine, from start to the cut of its power. */
export interface Boot {
  readonly power: Power;
  readonly database: VaultDatabase;
  readonly raw: VaultDatabase;
  readonly outbox: Outbox;
  readonly visits: Visits;
  readonly visitStore: VisitStore;
  readonly client: BoardClient;
}

/** A machine with its disk, its user and its board, in which a history is lived. */
export class World {
  readonly name: string;
  readonly keys: OutboxKeys;
  readonly board = new MemoryBoard();
  readonly desk = deskOf("m1");
  now = MORNING;
  unlocked = true;
  user = "user-1";
  diskFaults: DiskFault[] = [];
  /** Entries that the software said were saved. */
  readonly promised = new Set<string>();
  /** In the order of acceptance. */
  readonly accepted = new Map<string, Accepted>();
  readonly newer = new Set<number>();
  boot: Boot;
  readonly #broken: Break | undefined;
  readonly #remint = remintAtRetry();

  private constructor(name: string, keys: OutboxKeys, raw: VaultDatabase, broken: Break | undefined) {
    this.name = name;
    this.keys = keys;
    this.#broken = broken;
    for (const person of PERSONS)
      this.board.put({
        resourceType: "QuestionnaireResponse",
        id: `q-${person}`,
        meta: {},
        status: "completed",
        subject: { reference: `Patient/${person}` },
        item: [{ linkId: "1", answer: [{ valueString: "0" }] }],
      });
    this.boot = this.#boots(raw);
  }

  static async start(keys: OutboxKeys, broken?: Break): Promise<World> {
    made += 1;
    const name = `history-${made}-${crypto.randomUUID()}`;
    return new World(name, keys, await openDatabase(name), broken);
  }

  /** Everything in memory is gone; the disk is there. */
  async restart(): Promise<void> {
    this.boot.power.off();
    await this.boot.raw.close();
    this.boot = this.#boots(await openDatabase(this.name));
  }

  /** The machine gets this version over an earlier one, with what waited then. */
  async upgrade(): Promise<void> {
    this.boot.power.off();
    await this.boot.raw.close();
    await turnBack(this.name, 1);
    this.boot = this.#boots(await openDatabase(this.name));
  }

  newOutbox(boot: Boot = this.boot): Outbox {
    return this.#outbox(boot.database, boot.client, boot.power);
  }

  async rows(): Promise<readonly QueuedRecord[]> {
    const outbox = this.newOutbox({ ...this.boot, database: this.boot.raw });
    return (await outbox.store.after(-1, 1000)).flatMap((row) => (isDamaged(row) ? [] : [row]));
  }

  /** Remembers what is on the disk now. */
  async observe(): Promise<void> {
    for (const row of await this.rows()) {
      const readable = row.schemaVersion > 2 ? { ...row, schemaVersion: 2 } : row;
      const body = await openBody(readable, this.keys);
      const known = this.accepted.get(row.id);
      if (known && body.kind === "hand-over") continue;
      this.accepted.set(row.id, { id: row.id, lane: row.subjectKey, body });
    }
  }

  /** A body of the forms to come: a response, or a referral that refers to one. */
  createBody(kind: "response" | "referral", person: string, id: string, needs?: string): OutboxBody {
    const at = hospitalInstant(this.now);
    const type = kind === "response" ? "QuestionnaireResponse" : "ServiceRequest";
    const main = {
      resourceType: type,
      identifier: [{ system: "https://cadre-care.example/fhir/sid/entry", value: id }],
      status: kind === "response" ? "completed" : "active",
      subject: { reference: `Patient/${person}` },
      note: [{ text: `mark-${id}` }],
      ...(needs === undefined ? {} : { supportingInfo: [{ reference: urn(needs) }] }),
    };
    return {
      kind,
      personId: person,
      bundle: transaction<unknown>([createByIdentifier(main, id), this.#provenance(urn(id), at)]),
      ...(needs === undefined ? {} : { needs: [{ entry: needs, type: "QuestionnaireResponse" }] }),
    };
  }

  /** An amendment of what a person saw: the version that the board has, or the first one. */
  amendmentBody(person: string, late: boolean): OutboxBody {
    const address = `QuestionnaireResponse/q-${person}`;
    const versions = this.board.versions.get(address) ?? [];
    const seen = late ? versions[0] : versions.at(-1);
    if (!seen) throw new Error("nothing to amend");
    const resource = { ...seen, item: [{ linkId: "1", answer: [{ valueString: uuidV7(this.now) }] }] };
    return {
      kind: "amendment",
      personId: person,
      bundle: transaction([this.#provenance(address, hospitalInstant(this.now))]),
      change: { resource, version: String(seen.meta.versionId) },
    };
  }

  #provenance(target: string, at: string) {
    const entry = uuidV7(this.now);
    const { author } = this.desk;
    return createByTag(provenance({ entry, target, at, author, activity: "CREATE" }), entry);
  }

  #boots(opened: VaultDatabase): Boot {
    const power = new Power();
    const raw = this.#broken === "saved-before-commit" ? forgetful(opened) : opened;
    const database = this.#disk(raw, power);
    const client = new BoardClient({
      base: "https://board.example/fhir",
      fetch: (input, init) => power.guard(() => this.#fetch(input, init)),
      accessToken: async () => "token",
      deadline: this.board.deadline,
    });
    const outbox = this.#outbox(database, client, power);
    const accept = outbox.accept.bind(outbox);
    outbox.accept = async (record, beside) => {
      await accept(record, beside);
      this.promised.add(record.id);
    };
    const visits = new Visits({ database, outbox, keys: () => this.#openKeys(), now: () => this.now });
    const visitStore = new VisitStore(database);
    return { power, database, raw: opened, outbox, visits, visitStore, client };
  }

  #openKeys(): OutboxKeys | null {
    return this.unlocked ? this.keys : null;
  }

  #outbox(database: VaultDatabase, client: BoardClient, power: Power): Outbox {
    const outbox = new Outbox({
      database,
      keys: () => this.#openKeys(),
      client,
      renewSignIn: () => power.guard(async () => true),
      exclusive: (work) => power.guard(work),
      now: () => this.now,
      random: () => 0.5,
      user: () => this.user,
    });
    if (this.#broken === "forgets-order")
      outbox.store.sendable = async (_now, lanes, _run, skip) =>
        withoutLanes(await outbox.store.after(-1, 1000), skip, lanes);
    if (this.#broken === "one-poison-stops-all") {
      const sendable = outbox.store.sendable.bind(outbox.store);
      outbox.store.sendable = async (...asked) =>
        (await outbox.store.facts()).counts.stopped > 0 ? [] : sendable(...asked);
    }
    return outbox;
  }

  async #fetch(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
    const body = init?.body;
    if (typeof body !== "string") return this.board.fetch(input, init);
    if (this.#broken === "delete-before-send") await deleteSent(this.boot.raw, body);
    if (this.#broken === "drops-what-is-refused") await deleteRefused(this.boot.raw);
    if (this.#broken === "new-uuid-at-retry")
      return this.board.fetch(input, { ...init, body: this.#remint(body) });
    if (this.#broken === "silent-overwrite") {
      const versionOf = (address: string) => this.board.resources.get(address)?.meta.versionId?.toString();
      return this.board.fetch(input, { ...init, body: overwriting(body, versionOf) });
    }
    return this.board.fetch(input, init);
  }

  /** The store through a disk with faults, under a power that may be cut. */
  #disk(raw: VaultDatabase, power: Power): VaultDatabase {
    return {
      read: (stores, work) => power.guard(() => raw.read(stores, work)),
      write: (stores, work) =>
        power.guard(async () => {
          const fault = this.diskFaults.shift() ?? "none";
          if (fault === "full") throw new StorageError("storage-full");
          if (fault === "taken-back" || fault === "lost") {
            const taken = raw.write(stores, async (transaction) => {
              const value = await work(transaction);
              transaction.abort();
              return value;
            });
            // The connection broke before the commit: the work is done once more, as the connection's keeper does.
            if (fault === "lost") return taken.catch(() => raw.write(stores, work));
            await taken;
          }
          if (fault === "committed-then-lost") await raw.write(stores, work);
          return raw.write(stores, work);
        }),
      close: () => raw.close(),
    };
  }
}
