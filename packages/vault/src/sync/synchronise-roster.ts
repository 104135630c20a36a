import type { Policy, Problem } from "@cadre-care/domain";
import type { BoardClient, BoardFailure, Searchset } from "@cadre-care/fhir";
import { DirectoryChangedError, type DirectoryStore } from "../directory/directory-store.ts";
import { chunks, rosterDifference } from "./reconcile-roster.ts";
import { lessOverlap, type RosterCursor, type RosterStream, readCursor } from "./roster-cursor.ts";
import { arrivalsIn, nextOf, PageFailure, ROSTER_TAG, ROSTER_TYPES, RosterReader } from "./roster-reader.ts";
import { syncProblems } from "./sync-problems.ts";

export interface RosterProgress {
  /** Complete entries in the directory now. */
  readonly done: number;
  readonly total?: number;
}

export interface SynchroniseRoster {
  readonly client: BoardClient;
  readonly directory: DirectoryStore;
  /** Says which tiers are refused: nothing is read before there is one. */
  readonly policy: Policy;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: RosterProgress) => void;
  /** Compare everything now, however recently that was done. */
  readonly fullReconcile?: boolean;
}

export interface RosterSynchronised {
  /** `complete`: everything up to `syncedAt`. `cut-off`: ended early, resumes where it stopped. */
  readonly state: "complete" | "cut-off";
  readonly entries: number;
  /** The board's own time of the last complete synchronisation. */
  readonly syncedAt?: string;
  readonly problem?: Problem;
  /** Why it was cut off, for whoever handles sign-in and connection. */
  readonly failure?: BoardFailure;
}

const PAGE_SIZE = "500";
/** Everything is compared this often, by the board's clock. */
const RECONCILE_EVERY_MS = 24 * 3_600_000;

const NOT_A_PAGE: BoardFailure = {
  kind: "transport",
  cause: "not-fhir",
  problem: syncProblems.problem("roster-cut-off"),
};

/**
 * Brings the directory up to the board (docs/fhir-profile.md, Roster): what changed since the last time, page by page,
 * each page durable together with the cursor behind it. One at a time: the caller sees to that.
 * @throws StorageError when this machine's store fails
 */
export async function synchroniseRoster(options: SynchroniseRoster): Promise<RosterSynchronised> {
  const run = new RosterRun(options);
  try {
    return await run.run();
  } catch (error) {
    if (error instanceof DirectoryChangedError) return run.overtaken();
    if (!(error instanceof PageFailure)) throw error;
    return run.cutOff(error.answer);
  }
}

class RosterRun {
  readonly #options: SynchroniseRoster;
  readonly #reader: RosterReader;
  #cursor: RosterCursor = readCursor(undefined);
  #total: number | undefined;
  #problem: Problem | undefined;
  /** Each stream was read in one go from its beginning and gave as many resources as the board counted. */
  #sawEverything = true;

  constructor(options: SynchroniseRoster) {
    this.#options = options;
    this.#reader = new RosterReader(options.client, options.directory, options.policy, options.signal);
  }

  async run(): Promise<RosterSynchronised> {
    const { directory, policy } = this.#options;
    this.#cursor = readCursor(await directory.begin());
    const first = this.#cursor.patient.readAt === undefined && this.#cursor.patient.reading === undefined;
    await this.#stream("flag");
    // The first reading of Flags brings every Patient along, in the version of that moment or a later one.
    if (first) this.#cursor = { ...this.#cursor, patient: this.#cursor.flag };
    else await this.#stream("patient");
    await this.#stream("episode");
    await this.#complete();
    const startedAt = this.#cursor.flag.readAt ?? "";
    if (this.#reconcileDue(startedAt)) await this.#reconcile(startedAt);
    else if (this.#cursor.reconciledAt === undefined)
      this.#cursor = { ...this.#cursor, reconciledAt: startedAt, policyVersion: policy.version };
    await this.#apply([], { ...this.#cursor, completedAt: startedAt });
    return this.#result("complete");
  }

  async cutOff(failure: BoardFailure): Promise<RosterSynchronised> {
    this.#problem = failure.kind === "transport" ? syncProblems.problem("roster-cut-off") : failure.problem;
    return { ...(await this.#result("cut-off")), failure };
  }

  /** What is there is no longer what this reading began on: the next one looks again. */
  async overtaken(): Promise<RosterSynchronised> {
    this.#cursor = readCursor(await this.#options.directory.cursor());
    this.#problem = syncProblems.problem("roster-cut-off");
    return this.#result("cut-off");
  }

  async #result(state: RosterSynchronised["state"]): Promise<RosterSynchronised> {
    const { completedAt, unreadable } = this.#cursor;
    const problem =
      this.#problem ?? (unreadable > 0 ? syncProblems.problem("roster-entries-unreadable") : undefined);
    return {
      state,
      entries: await this.#options.directory.count(),
      ...(completedAt === undefined ? {} : { syncedAt: completedAt }),
      ...(problem ? { problem } : {}),
    };
  }

  /** Reads one stream to its end, from the page where it was left. */
  async #stream(stream: RosterStream): Promise<void> {
    const seen = new Set<string>();
    let total: number | undefined;
    if (this.#cursor[stream].reading || this.#cursor[stream].readAt) this.#sawEverything = false;
    for (;;) {
      const page = await this.#nextPage(stream);
      const { reading, readAt } = this.#cursor[stream];
      const startedAt = reading?.startedAt ?? page.meta?.lastUpdated;
      if (startedAt === undefined) throw new PageFailure(NOT_A_PAGE);
      total ??= page.total;
      if (stream === "flag") this.#total ??= page.total;
      for (const { resource } of page.entry ?? [])
        if (resource?.resourceType === ROSTER_TYPES[stream]) seen.add(String(resource.id));
      const next = nextOf(page);
      await this.#apply([page], {
        ...this.#cursor,
        [stream]:
          next === undefined
            ? { readAt: startedAt }
            : { ...(readAt === undefined ? {} : { readAt }), reading: { next, startedAt } },
      });
      if (next !== undefined) continue;
      if (total === undefined || seen.size < total) this.#sawEverything = false;
      return;
    }
  }

  async #nextPage(stream: RosterStream): Promise<Searchset> {
    const { reading, readAt } = this.#cursor[stream];
    if (reading) {
      try {
        return await this.#reader.page(reading.next);
      } catch (error) {
        // The board no longer knows the page: begin this stream again, which only costs time.
        if (!(error instanceof PageFailure) || error.answer.kind !== "refused") throw error;
        this.#cursor = { ...this.#cursor, [stream]: readAt === undefined ? {} : { readAt } };
      }
    }
    return this.#reader.search(ROSTER_TYPES[stream], {
      _tag: ROSTER_TAG,
      ...(readAt === undefined ? {} : { _lastUpdated: `gt${lessOverlap(readAt)}` }),
      ...(stream === "flag" ? { _include: "Flag:subject" } : {}),
      _sort: "_lastUpdated",
      _count: PAGE_SIZE,
    });
  }

  async #apply(pages: readonly Searchset[], cursor: RosterCursor): Promise<void> {
    const { upserts, removals, unreadable } = await this.#reader.changes(arrivalsIn(pages));
    const next = { ...cursor, unreadable: cursor.unreadable + unreadable };
    await this.#options.directory.applyPage({ upserts, removals, cursor: next });
    this.#cursor = next;
    if (!this.#options.onProgress) return;
    const done = await this.#options.directory.count();
    this.#options.onProgress({ done, ...(this.#total === undefined ? {} : { total: this.#total }) });
  }

  /** Persons of whom a part never came along with the streams are asked for by id. */
  async #complete(): Promise<void> {
    for (const some of chunks(await this.#options.directory.incomplete()))
      await this.#apply(await this.#reader.allOfPersons(some), this.#cursor);
  }

  #reconcileDue(now: string): boolean {
    const { reconciledAt, policyVersion } = this.#cursor;
    if (this.#options.fullReconcile) return true;
    // A first reading that missed nothing is itself the comparison.
    if (reconciledAt === undefined) return !this.#sawEverything;
    if (policyVersion !== this.#options.policy.version) return true;
    return !(Date.parse(now) - Date.parse(reconciledAt) < RECONCILE_EVERY_MS);
  }

  /** Compares everything: who is missing here or has changed is fetched, who is no longer there goes. */
  async #reconcile(now: string): Promise<void> {
    const { directory, policy } = this.#options;
    const { stale, surplus, implausible } = await rosterDifference(this.#reader, directory, policy);
    this.#cursor = { ...this.#cursor, unreadable: 0 };
    for (const some of chunks(stale)) await this.#apply(await this.#reader.allOfPersons(some), this.#cursor);
    if (implausible) {
      this.#problem = syncProblems.problem("roster-shrank");
      return;
    }
    this.#cursor = { ...this.#cursor, reconciledAt: now, policyVersion: policy.version };
    await directory.applyPage({ upserts: [], removals: surplus, cursor: this.#cursor });
  }
}
