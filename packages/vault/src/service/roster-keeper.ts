import type { Policy, Problem, Result, RosterView } from "@cadre-care/domain";
import { success } from "@cadre-care/domain";
import { type BoardClient, type BoardKey, LIBRARY_URLS } from "@cadre-care/fhir";
import type { SealedDirectory } from "../directory/sealed-directory.ts";
import type { OutboxKeys } from "../keys/key-ring.ts";
import { backOff } from "../outbox/back-off.ts";
import { StorageError } from "../storage/storage-error.ts";
import { readCursor } from "../sync/roster-cursor.ts";
import {
  type DocumentTrust,
  synchroniseCollection,
  synchronisePolicy,
} from "../sync/synchronise-documents.ts";
import { synchroniseRoster } from "../sync/synchronise-roster.ts";
import type { BoardDocuments } from "./documents.ts";
import { vaultProblems } from "./service-problems.ts";
import { Topic } from "./topic.ts";

/** The roster is asked for changes this often while somebody works. */
const EVERY_MS = 15 * 60_000;
const HOUR = 3_600_000;

export interface RosterKeeperOptions {
  readonly client: BoardClient;
  /** Only documents that one of these keys signed are taken. */
  readonly boardKeys: readonly BoardKey[];
  readonly documents: BoardDocuments;
  readonly directory: () => SealedDirectory | undefined;
  readonly keys: () => OutboxKeys | undefined;
  /** Runs while no other context of this machine synchronises. */
  readonly exclusive: <Value>(work: () => Promise<Value>) => Promise<Value>;
  /** This machine's clock, for waiting. */
  readonly now: () => number;
  /** The corrected clock, for the roster's age. */
  readonly clock: () => number;
  readonly random: () => number;
  /** The directory is whole: brings the links of HIS codes up to the board too. */
  readonly links: (signal: AbortSignal) => Promise<void>;
  /** Policy or directory changed. */
  readonly changed: () => void;
  /** Forms or value sets changed. */
  readonly formsChanged: () => void;
}

/** Keeps policy, forms and roster up to the board, and says how old they are. */
export class RosterKeeper {
  readonly view = new Topic<RosterView>({ state: "empty" });
  policy: Policy | undefined;
  readonly #options: RosterKeeperOptions;
  #running: Promise<Result<RosterView>> | undefined;
  #stop: AbortController | undefined;
  #next = 0;
  #failures = 0;
  #cutOff = false;
  #problem: Problem | undefined;

  constructor(options: RosterKeeperOptions) {
    this.#options = options;
  }

  /** When the next synchronisation is due, by this machine's clock; null while locked. */
  nextAt(): number | null {
    return this.#options.directory() ? this.#next : null;
  }

  /** Keys were opened: reads the last good policy, and where the directory stands. */
  async opened(): Promise<void> {
    const keys = this.#options.keys();
    if (keys) this.policy = (await this.#options.documents.policy(keys)) ?? this.policy;
    this.#next = 0;
    await this.refresh();
  }

  /** Keys were closed: a synchronisation under way ends after the page that it is at. */
  closed(): void {
    this.#stop?.abort();
  }

  /** The policy alone, before there are keys: it says how long the first secret must be. */
  async policyOnly(): Promise<void> {
    const { value } = await synchronisePolicy(this.#options.client, await this.#trust());
    if (!value || this.#options.keys()) return;
    this.policy = value.policy;
    this.#options.changed();
  }

  synchronise(): Promise<Result<RosterView>> {
    this.#running ??= this.#options
      .exclusive(() => this.#synchronise())
      .finally(() => {
        this.#running = undefined;
        this.#stop = undefined;
      });
    return this.#running;
  }

  /** Time passed: current may have become stale. A synchronisation that has begun says itself how it stands. */
  async refresh(): Promise<void> {
    if (this.#stop) return;
    const present = await this.#present();
    if (!this.#stop) this.view.set(present);
  }

  async #synchronise(): Promise<Result<RosterView>> {
    const directory = this.#options.directory();
    const keys = this.#options.keys();
    if (!directory || !keys) return vaultProblems.refuse("session-locked");
    const stop = new AbortController();
    this.#stop = stop;
    this.#problem = undefined;
    let before = this.view.value;
    try {
      before = await this.#present();
      this.view.set({ ...before, state: "syncing", progress: { done: before.entries ?? 0 } });
      await this.#newPolicy(keys, stop.signal);
      if (this.policy) await this.#roster(directory, this.policy, before, stop.signal);
      if (!stop.signal.aborted) {
        await this.#collection("forms", keys, stop.signal);
        await this.#collection("terminology", keys, stop.signal);
      }
    } catch (cause) {
      if (!(cause instanceof StorageError)) throw cause;
      this.#problem = cause.problem;
    }
    const failed = this.#problem !== undefined;
    this.#failures = failed ? this.#failures + 1 : 0;
    const wait = failed
      ? Math.min(EVERY_MS, 5_000 + backOff(this.#failures + 2, this.#options.random))
      : EVERY_MS;
    this.#next = this.#options.now() + wait;
    const after = await this.#standing(before);
    this.view.set(after);
    this.#options.changed();
    return this.#problem ? { ok: false, problem: this.#problem } : success(after);
  }

  async #newPolicy(keys: OutboxKeys, signal: AbortSignal): Promise<void> {
    const { client, documents } = this.#options;
    const policy = await synchronisePolicy(client, await this.#trust(), signal);
    if (policy.value) {
      await documents.keepPolicy(policy.value, keys);
      this.policy = policy.value.policy;
      this.#options.changed();
    }
    this.#problem = policy.problem;
  }

  /** Large, and nobody at a desk waits for them: after the roster. */
  async #collection(name: "forms" | "terminology", keys: OutboxKeys, signal: AbortSignal): Promise<void> {
    const { client, documents } = this.#options;
    const trust = await this.#trust();
    const url = LIBRARY_URLS[name];
    const since = await documents.lastStored(name, keys);
    const read = await synchroniseCollection(client, url, trust, since, signal);
    if (read.value) {
      await documents.keepCollection(name, read.value.document, read.value.storedAt, keys);
      this.#options.formsChanged();
    }
    this.#problem ??= read.problem;
  }

  async #trust(): Promise<DocumentTrust> {
    const { boardKeys, documents } = this.#options;
    return { keys: boardKeys, lastIssued: await documents.lastIssued() };
  }

  async #roster(
    directory: SealedDirectory,
    policy: Policy,
    before: RosterView,
    signal: AbortSignal,
  ): Promise<void> {
    const result = await synchroniseRoster({
      client: this.#options.client,
      directory,
      policy,
      signal,
      onProgress: (progress) => this.view.set({ ...before, state: "syncing", progress }),
    });
    this.#cutOff = result.state === "cut-off";
    if (result.state === "complete") await this.#options.links(signal);
    this.#problem = result.problem ?? this.#problem;
  }

  /** How it stands, or how it stood where the store no longer says. */
  async #standing(last: RosterView): Promise<RosterView> {
    try {
      return await this.#present();
    } catch (cause) {
      if (!(cause instanceof StorageError)) throw cause;
      this.#problem ??= cause.problem;
      return { ...last, problem: this.#problem };
    }
  }

  async #present(): Promise<RosterView> {
    const directory = this.#options.directory();
    if (!directory) return { state: this.view.value.state === "syncing" ? "cut-off" : this.view.value.state };
    const { completedAt, flag, patient, episode } = readCursor(await directory.cursor());
    const entries = await directory.count();
    const problem = this.#problem ? { problem: this.#problem } : {};
    const begun = flag.readAt !== undefined || flag.reading !== undefined;
    if (completedAt === undefined) return { state: begun ? "cut-off" : "empty", entries, ...problem };
    const age = this.#options.clock() - Date.parse(completedAt);
    const staleMs = (this.policy?.session.rosterStaleHours ?? 24) * HOUR;
    // A time in the future means that one of the clocks is wrong: its age is not known, so it is not called current.
    // A board that could not be reached at all has cut nothing off: what is here is whole, and its age says the rest.
    const cutOff = this.#cutOff && [flag, patient, episode].some(({ reading }) => reading !== undefined);
    const state = cutOff ? "cut-off" : Math.abs(age) > staleMs ? "stale" : "current";
    return { state, syncedAt: completedAt, entries, ...problem };
  }
}
