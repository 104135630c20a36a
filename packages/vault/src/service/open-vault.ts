import {
  isRefusedTier,
  type OutboxCommands,
  type OutboxView,
  type Policy,
  type Result,
  type RosterView,
  type SessionView,
  type StatedIdentity,
  success,
} from "@cadre-care/domain";
import { Obedience } from "../device/obedience.ts";
import { type MatchAnswer, matchIdentities, type StatementReading } from "../directory/match.ts";
import { PageBudget } from "../directory/page-budget.ts";
import { SealedDirectory } from "../directory/sealed-directory.ts";
import type { DirectoryKeys } from "../keys/key-ring.ts";
import { type SiteLinks, statedCode } from "../links/site-links.ts";
import type { Session } from "../session/session.ts";
import type { SiteSighting } from "../site/site-sighting.ts";
import { StorageError } from "../storage/storage-error.ts";
import { storageSaid } from "../storage/storage-said.ts";
import { readCursor } from "../sync/roster-cursor.ts";
import type { Desk } from "../visits/desk.ts";
import { hospitalDay } from "../visits/hospital-time.ts";
import { VisitStore } from "../visits/visit-store.ts";
import type { Visits } from "../visits/visits.ts";
import { offlineWhileShut } from "./offline-while-shut.ts";
import { OutboxQueue } from "./outbox-queue.ts";
import { VaultPageScope } from "./page-scope.ts";
import type { ReadPatient, ScopeHost } from "./scope-host.ts";
import { Topic } from "./topic.ts";
import type { PageScope, Vault, VaultOptions } from "./vault.ts";
import { joinParts, type VaultParts } from "./vault-parts.ts";

/** Different people that one page may ask about within an hour, until the policy says another number. */
const DISTINCT_IDENTIFIERS = 2_000;

/** As long as receipts are kept where the policy does not say. */
const RECEIPT_DAYS = 30;
const DAY_MS = 86_400_000;

/** How often, at the most, other desks' visits are asked for while patients are opened. */
const VISITS_EVERY_MS = 20_000;

/** A reading of the board's links of a hospital whose page was opened ends by itself after so long. */
const LINKS_MS = 25_000;

/** Work that nobody waits for. What the store refuses is said by the views; anything else is a defect and stays an error. */
const inBackground = (work: Promise<unknown>): void => {
  void work.catch((cause: unknown) => {
    if (!(cause instanceof StorageError)) throw cause;
  });
};

class OpenVault implements ScopeHost {
  readonly outbox = new Topic<OutboxView>({ waiting: 0, parked: 0, draining: false, entries: [] });
  /** How often the machine's keys were changed here. */
  readonly rotations = new Topic(0);
  readonly site: string;
  readonly #options: VaultOptions;
  readonly #parts: VaultParts;
  readonly #scopes = new Map<string, VaultPageScope>();
  readonly #budgets = new Map<string, PageBudget>();
  #keys: DirectoryKeys | undefined;
  #opening: Promise<void> = Promise.resolve();
  #announced: number | null | undefined;
  #showing: Promise<void> | undefined;
  #showAgain = false;
  #repairing: SealedDirectory | undefined;
  #signIns = 0;
  readonly queue: OutboxCommands;
  readonly #visitsAsked = new Map<string, number>();
  readonly #obedience: Obedience;
  /** Ends the readings of single hospitals' links when the machine's keys are changed. */
  #linksOfOldKeys = new AbortController();

  constructor(options: VaultOptions, parts: VaultParts) {
    this.#options = options;
    this.#parts = parts;
    this.site = options.site;
    this.queue = this.#queueOf(options, parts);
    const { database, door, machine, session, deviceToken: token, clock } = parts;
    this.#obedience = new Obedience({
      ...{ database, door, machine, session, token, keys: options.machineKeys },
      now: options.now,
      clock: clock.now,
      online: options.online,
      rotate: () => this.#rotate(),
      synchronise: async () => {
        if (session.outboxKeys) await parts.outbox.drain(true);
        if (session.directoryKeys) await parts.keeper.synchronise();
      },
    });
    parts.desk = (site) => this.desk(site);
    parts.session.view.subscribe(() => this.#sessionChanged());
    parts.outbox.subscribe(() => inBackground(this.#showOutbox()));
  }

  /** Resolves when a session that was open has its policy and index again. */
  get opening(): Promise<void> {
    return this.#opening;
  }

  get session(): Session {
    return this.#parts.session;
  }

  get visits(): Visits {
    return this.#parts.visits;
  }

  get forms() {
    return this.#parts.forms;
  }

  get roster() {
    return this.#parts.keeper.view;
  }

  get connection() {
    return this.#parts.clock.connection;
  }

  get revision() {
    return this.#parts.revision;
  }

  policy(): Policy | undefined {
    return this.#parts.keeper.policy;
  }

  desk(site: string): Desk | undefined {
    const { staff, device } = this.session;
    const policy = this.policy();
    if (!policy || !staff || !this.#parts.directory) return undefined;
    const author = { reference: staff.reference, name: staff.name };
    return { site, policy, author, role: staff.role, device: device.id };
  }

  lookForVisits(site: string): void {
    const desk = this.desk(site);
    const now = this.#options.now();
    const asked = this.#visitsAsked.get(site) ?? 0;
    if (!desk || !this.#options.online() || Math.abs(now - asked) < VISITS_EVERY_MS) return;
    this.#visitsAsked.set(site, now);
    inBackground(this.#otherDesks(desk));
  }

  async #otherDesks(desk: Desk): Promise<void> {
    const { directory, visits, client } = this.#parts;
    if (!directory) return;
    const known = await directory.personIds();
    const changed = await visits.refresh(client, desk, (personId) => known.has(personId));
    if (Array.isArray(changed) && changed.length > 0) this.#parts.changed();
  }

  noteSite(site: string): void {
    const { sites, boardLinks } = this.#parts;
    if (sites.has(site)) return;
    sites.add(site);
    if (!this.#options.online()) return;
    inBackground(
      this.#rosterIsWhole().then(async (whole) => {
        if (!whole) return;
        // Not beside a rotation: what it empties would get the place back that was read before.
        await this.#parts.alone(() =>
          boardLinks.synchronise(
            [site],
            AbortSignal.any([this.#linksOfOldKeys.signal, AbortSignal.timeout(LINKS_MS)]),
          ),
        );
      }),
    );
  }

  /** Before that no link is read: those of people who are still to come would be passed over. */
  async #rosterIsWhole(): Promise<boolean> {
    const { directory } = this.#parts;
    return directory !== undefined && readCursor(await directory.cursor()).completedAt !== undefined;
  }

  learnLink({ site, identity, reading }: ReadPatient, budget: PageBudget): void {
    const desk = this.desk(site);
    const code = statedCode(identity);
    if (!desk || code === undefined || !budget.links.mayTeach(code)) return;
    const identifiers = identity.identifiers.filter(({ kind }) => kind !== "his-code");
    inBackground(
      this.match([{ ...identity, identifiers }], budget, site).then(async (answers) => {
        const [answer] = answers ?? [];
        if (!answer || answer.refused || answer.damaged) return;
        const { outcome: alone, entry: member } = answer;
        const mayEnd = () => budget.links.mayEnd(code);
        await this.#parts.links.learn(desk, { identity, alone, member, reading }, mayEnd);
      }),
    );
  }

  get links(): SiteLinks {
    return this.#parts.links;
  }

  today(): string {
    return hospitalDay(this.#parts.clock.now());
  }

  async match(
    identities: readonly StatedIdentity[],
    budget: PageBudget,
    site: string,
    reading?: StatementReading,
  ): Promise<readonly MatchAnswer[] | null> {
    await this.#opening;
    const { directory, database } = this.#parts;
    if (!directory) return null;
    const policy = this.policy();
    const answers = await matchIdentities(database, directory, identities, {
      site,
      budget,
      accepts: (entry) => !policy || !isRefusedTier(policy, entry.tier),
      ...(reading ? { reading } : {}),
    });
    if (answers.some(({ damaged }) => damaged)) this.#repair(directory);
    return this.#parts.directory === directory ? answers : null;
  }

  scope(id: string): PageScope {
    const known = this.#scopes.get(id);
    if (known) return known;
    const limit = () => this.policy()?.session.distinctIdentifiersPerPage ?? DISTINCT_IDENTIFIERS;
    // Kept beyond the scope: a page that reloads has not forgotten whom it asked about.
    const budget = this.#budgets.get(id) ?? new PageBudget(limit, this.#options.now);
    this.#budgets.set(id, budget);
    const scope = new VaultPageScope(id, this, budget, () => this.#scopes.delete(id));
    this.#scopes.set(id, scope);
    return scope;
  }

  async synchronise(): Promise<Result<RosterView>> {
    const result = await storageSaid(async () => {
      await this.session.catchUp();
      await this.session.lockIfIdle();
      return this.#parts.keeper.synchronise();
    });
    this.#announce();
    return result;
  }

  sendNow(): Promise<Result<OutboxView>> {
    return this.#sent(() => this.#parts.outbox.drain(true));
  }

  drain(): Promise<Result<OutboxView>> {
    return this.#sent(async () => {
      if (this.#options.online()) await this.#parts.outbox.drain();
    });
  }

  sendSoon(): void {
    inBackground(this.drain());
  }

  async enrolDevice(name: string): Promise<Result<SessionView>> {
    if (this.session.shut) return this.session.shut;
    const again = this.#parts.machine.facts.state === "refused";
    const answer = await this.#parts.machine.enrol(name);
    this.session.refresh();
    if (!answer.ok) return answer;
    // The board had put it out: what was known of its keys then is worth nothing afterwards. Closed keys wait for a command.
    if (again) await this.#rotate();
    this.#obedience.soon();
    inBackground(this.wake());
    return success(this.session.view.value);
  }

  /** What waited while the machine was shut goes on at once. */
  async limited(): Promise<void> {
    await this.session.limited();
    if (this.session.shut === undefined) inBackground(this.wake());
    else this.#announce();
  }

  async wake(): Promise<void> {
    await this.session.catchUp();
    await this.session.lockIfIdle();
    this.session.refresh();
    this.#parts.clock.refresh();
    await this.#obedience.obey();
    await this.#parts.keeper.refresh();
    // What another tab ended, this one marks by no longer.
    if (this.#options.shared && (await this.#parts.directory?.links.catchUp())) this.#parts.changed();
    // Sending may wait for another tab that sends; what that one accepted meanwhile is shown all the same.
    await this.#showOutbox();
    const now = this.#options.now();
    const { keeper, outbox } = this.#parts;
    if (this.#options.online()) {
      const sendAt = outbox.nextWake();
      if (sendAt !== null && sendAt <= now && this.session.outboxKeys) await outbox.drain();
      const readAt = keeper.nextAt();
      if (readAt !== null && readAt <= now) await keeper.synchronise();
    }
    await this.#showOutbox();
    this.#announce();
  }

  nextWake(): number | null {
    const { session, keeper, outbox } = this.#parts;
    const times = [
      session.lockAt(),
      keeper.nextAt(),
      session.outboxKeys ? outbox.nextWake() : null,
      this.#obedience.nextAt(),
    ];
    const due = times.filter((at) => at !== null);
    return due.length === 0 ? null : Math.max(Math.min(...due), this.#options.now());
  }

  get switchedOff() {
    return this.#parts.switchedOff.profiles;
  }

  noteSiteProblems(sighting: SiteSighting): void {
    inBackground(
      this.#parts.siteHealth.note(sighting).then((reported) => {
        if (reported) this.sendSoon();
      }),
    );
  }

  async close(): Promise<void> {
    for (const scope of [...this.#scopes.values()]) scope.close();
    this.#parts.keeper.closed();
    await this.#parts.database.close();
  }

  async #sent(send: () => Promise<void>): Promise<Result<OutboxView>> {
    try {
      await this.session.catchUp();
      await send();
      await this.#showOutbox();
    } catch (cause) {
      if (cause instanceof StorageError) return { ok: false, problem: cause.problem };
      throw cause;
    }
    this.#announce();
    return success(this.outbox.value);
  }

  /**
   * New keys, taken at once, as they show in no session. A reading under the old ones ends first: the directory that it
   * writes to is emptied. One that waits meanwhile finds the new directory.
   */
  #rotate(): Promise<Result<SessionView>> {
    const parts = this.#parts;
    parts.keeper.closed();
    this.#linksOfOldKeys.abort();
    this.#linksOfOldKeys = new AbortController();
    return parts.alone(async () => {
      const { directory } = parts;
      const keys = this.#keys;
      // Nobody is looked up in a directory that is being emptied.
      parts.directory = undefined;
      try {
        const rotated = await this.session.rotate();
        if (rotated.ok) this.rotations.set(this.rotations.value + 1);
        return rotated;
      } finally {
        this.#takeKeys();
        if (directory && this.#keys === keys) {
          parts.directory = directory;
          parts.changed();
        }
      }
    });
  }

  #sessionChanged(): void {
    if (this.session.signIns !== this.#signIns) inBackground(this.sendNow());
    this.#signIns = this.session.signIns;
    const { state } = this.session.view.value;
    if (state === "new") this.#parts.access.forget();
    if (state === "needs-secret" && !this.policy()) inBackground(this.#parts.keeper.policyOnly());
    this.#takeKeys();
  }

  #takeKeys(): void {
    const keys = this.session.directoryKeys;
    if (keys === this.#keys) return;
    this.#keys = keys;
    if (keys) this.#unlocked(keys);
    else this.#locked();
    this.#announce();
  }

  #unlocked(keys: DirectoryKeys): void {
    const directory = new SealedDirectory(this.#parts.database, keys);
    this.#parts.directory = directory;
    // What waited for keys to be open, such as a rotation, goes first.
    this.#obedience.soon();
    const { keeper, forms } = this.#parts;
    this.#opening = Promise.all([directory.loaded(), keeper.opened(), forms.refresh()]).then(() =>
      // Only now it is known how long the policy lets a session be idle.
      this.session.lockIfIdle(),
    );
    inBackground(
      this.#opening.then(async () => {
        if (this.#keys !== keys) return;
        this.#parts.changed();
        await forms.keeping.purge((this.policy()?.receiptDays ?? RECEIPT_DAYS) * DAY_MS);
        await this.#obedience.obey();
        if (this.#options.online()) await Promise.all([this.#parts.outbox.drain(), this.synchronise()]);
        await this.#showOutbox();
        this.#announce();
      }),
    );
  }

  #locked(): void {
    this.#parts.directory = undefined;
    this.#opening = Promise.resolve();
    this.#parts.keeper.closed();
    this.#parts.changed();
    inBackground(this.#parts.forms.refresh());
    inBackground(this.#showOutbox());
  }

  /** A row does not open: everything is read from the board again, once for each unlocking. */
  #repair(directory: SealedDirectory): void {
    if (this.#repairing === directory) return;
    this.#repairing = directory;
    inBackground(directory.forgetCursor().then(() => this.synchronise()));
  }

  #queueOf({ site, online }: VaultOptions, parts: VaultParts): OutboxQueue {
    const { outbox, visits, database, clock, session } = parts;
    return new OutboxQueue({
      outbox,
      visits,
      visitStore: new VisitStore(database),
      desk: () => this.desk(site),
      keys: () => session.outboxKeys ?? null,
      clock: clock.now,
      nameOf: async (personId) => (await parts.directory?.entryOf(personId))?.name,
      online,
      shown: async () => {
        await this.#showOutbox();
        this.#announce();
        return this.outbox.value;
      },
    });
  }

  /** One view at a time; what changes meanwhile is shown by the next. */
  #showOutbox(): Promise<void> {
    this.#showAgain = true;
    this.#showing ??= (async () => {
      while (this.#showAgain) {
        this.#showAgain = false;
        this.outbox.set(await this.#parts.outbox.view());
        this.#endRefusedLinks();
      }
    })().finally(() => {
      this.#showing = undefined;
    });
    return this.#showing;
  }

  /** Of shares that the board refused, since it has their codes for others, no mark stays. */
  #endRefusedLinks(): void {
    const refused = this.outbox.value.entries.filter(
      ({ kind, problem }) => kind === "site-link" && problem?.code === "his-code-linked",
    );
    if (refused.length === 0) return;
    inBackground(this.#parts.boardLinks.refused(new Set(refused.map(({ id }) => id))));
  }

  #announce(): void {
    const at = this.nextWake();
    if (at === this.#announced) return;
    this.#announced = at;
    this.#options.onWake?.(at);
  }
}

/**
 * Opens the vault of this machine: reads what was there, unlocked only while the browser has not been closed since.
 * @throws StorageError when this machine's store cannot be opened.
 */
export const openVault = async (given: VaultOptions): Promise<Vault> => {
  const options = offlineWhileShut(given);
  const vault = new OpenVault(options, await joinParts(options));
  const { session } = vault;
  await vault.opening;
  return {
    scope: (id) => vault.scope(id),
    session: {
      view: () => session.view.value,
      subscribe: (listener) => session.view.subscribe(listener),
      signIn: () => session.signIn(),
      createSecret: (secret) => session.createSecret(secret),
      unlock: (secret, user) => session.unlock(secret, user),
      unlockWithPasskey: (output, user) => session.unlockWithPasskey(output, user),
      addPasskey: (secret, passkey) => session.addPasskey(secret, passkey),
      recover: () => session.recover(),
      enrolDevice: (name) => vault.enrolDevice(name),
      lock: () => session.lock(),
      signOut: () => session.signOut(),
      setLanguage: (language) => session.setLanguage(language),
    },
    rotations: (listener) => vault.rotations.subscribe(listener),
    limited: () => vault.limited(),
    policy: () => vault.policy(),
    switchedOff: (listener) => vault.switchedOff.subscribe(listener),
    noteSiteProblems: (sighting) => vault.noteSiteProblems(sighting),
    synchronise: () => vault.synchronise(),
    drain: () => vault.drain(),
    wake: () => vault.wake(),
    nextWake: () => vault.nextWake(),
    noteActivity: () => session.noteActivity(),
    setIdleState: (state) => session.setMachineState(state),
    close: () => vault.close(),
  };
};
