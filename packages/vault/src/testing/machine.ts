import { BoardClient } from "@cadre-care/fhir";
import { type OutboxKeys, openOutboxKeys } from "../keys/key-ring.ts";
import { mintDeviceKeys } from "../keys/open-keys.ts";
import { Outbox, type OutboxOptions } from "../outbox/outbox.ts";
import { openDatabase, type VaultDatabase } from "../storage/database.ts";
import type { Desk } from "../visits/desk.ts";
import { Visits } from "../visits/visits.ts";
import { deskOf } from "./desk-fixture.ts";

export interface MachineOptions {
  readonly fetch: typeof globalThis.fetch;
  readonly deadline?: () => AbortSignal;
  /** Who is signed in. */
  readonly user?: string;
  readonly random?: () => number;
  readonly exclusive?: OutboxOptions["exclusive"];
  readonly renewSignIn?: () => Promise<boolean>;
  /** Wraps the database, to break it on purpose. */
  readonly wrap?: (database: VaultDatabase) => VaultDatabase;
}

export const MORNING = Date.parse("2026-11-22T01:00:00Z");
let count = 0;

/** One reception machine: a real IndexedDB, real keys, a clock that the test sets. `restart` is a browser restart. */
export class Machine {
  readonly name: string;
  readonly databaseName: string;
  readonly desk: Desk;
  now = MORNING;
  unlocked = true;
  user: string;
  readonly keys: OutboxKeys;
  readonly #options: MachineOptions;
  database: VaultDatabase;
  outbox: Outbox;
  visits: Visits;
  readonly client: BoardClient;

  private constructor(
    name: string,
    databaseName: string,
    keys: OutboxKeys,
    database: VaultDatabase,
    options: MachineOptions,
  ) {
    this.name = name;
    this.databaseName = databaseName;
    this.keys = keys;
    this.#options = options;
    this.user = options.user ?? "user-1";
    this.desk = deskOf(name);
    this.client = new BoardClient({
      base: "https://board.example/fhir",
      fetch: options.fetch,
      accessToken: async () => "token",
      ...(options.deadline ? { deadline: options.deadline } : {}),
    });
    this.database = options.wrap ? options.wrap(database) : database;
    this.outbox = this.newOutbox();
    this.visits = this.#newVisits();
  }

  static async start(options: MachineOptions): Promise<Machine> {
    count += 1;
    const name = `m${count}`;
    const keys = await openOutboxKeys(mintDeviceKeys().outbox);
    const databaseName = `test-${name}-${crypto.randomUUID()}`;
    return new Machine(name, databaseName, keys, await openDatabase(databaseName), options);
  }

  /** Everything in memory is gone; the disk and, after unlocking, the keys are there. */
  restart(): void {
    this.outbox = this.newOutbox();
    this.visits = this.#newVisits();
  }

  newOutbox(exclusive?: OutboxOptions["exclusive"]): Outbox {
    return new Outbox({
      database: this.database,
      keys: () => (this.unlocked ? this.keys : null),
      client: this.client,
      renewSignIn: this.#options.renewSignIn ?? (async () => true),
      exclusive: exclusive ?? this.#options.exclusive ?? ((work) => work()),
      now: () => this.now,
      random: this.#options.random ?? (() => 0.5),
      user: () => this.user,
      nameOf: async (personId) => `Tên ${personId}`,
    });
  }

  #newVisits(): Visits {
    return new Visits({
      database: this.database,
      outbox: this.outbox,
      keys: () => (this.unlocked ? this.keys : null),
      now: () => this.now,
    });
  }

  checkIn(personId: string) {
    return this.visits.checkIn(this.desk, { personId, tier: "nhom-1", emergency: false });
  }

  async checkedIn(personId: string): Promise<string> {
    const answer = await this.checkIn(personId);
    if (!answer.ok) throw new Error(answer.problem.code);
    return answer.value.visit.id;
  }
}
