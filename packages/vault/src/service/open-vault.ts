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
import type { SiteLinks } from "../links/site-links.ts";
import type { Session } from "../session/session.ts";
import type { SiteSighting } from "../site/site-sighting.ts";
import { StorageError } from "../storage/storage-error.ts";
import { storageSaid } from "../storage/storage-said.ts";
import type { Desk } from "../visits/desk.ts";
import { hospitalDay } from "../visits/hospital-time.ts";
import { VisitStore } from "../visits/visit-store.ts";
import type { Visits } from "../visits/visits.ts";
import { HospitalLinks } from "./hospital-links.ts";
import { inBackground } from "./in-background.ts";
import { offlineWhileShut } from "./offline-while-shut.ts";
import { OpenDirectory } from "./open-directory.ts";
import { OtherDesks } from "./other-desks.ts";
import { OutboxNews } from "./outbox-news.ts";
import { OutboxQueue } from "./outbox-queue.ts";
import { VaultPageScope } from "./page-scope.ts";
import type { ReadPatient, ScopeHost } from "./scope-host.ts";
import type { PageScope, Vault, VaultOptions } from "./vault.ts";
import { joinParts, type VaultParts } from "./vault-parts.ts";

/** Different people that one page may ask about within an hour, until the policy says another number. */
const DISTINCT_IDENTIFIERS = 2_000;

class OpenVault implements ScopeHost {
  readonly site: string;
  readonly queue: OutboxCommands;
  readonly #options: VaultOptions;
  readonly #parts: VaultParts;
  readonly #scopes = new Map<string, VaultPageScope>();
  readonly #budgets = new Map<string, PageBudget>();
  readonly #news: OutboxNews;
  readonly #directory: OpenDirectory;
  readonly #obedience: Obedience;
  readonly #otherDesks: OtherDesks;
  readonly #links: HospitalLinks;
  #announced: number | null | undefined;
  #signIns = 0;

  constructor(options: VaultOptions, parts: VaultParts) {
    const { now, online } = options;
    this.#options = options;
    this.#parts = parts;
    this.site = options.site;
    this.queue = this.#queueOf(options, parts);
    this.#otherDesks = new OtherDesks(parts, now, online);
    this.#links = new HospitalLinks(parts, (...asked) => this.match(...asked), online);
    this.#directory = new OpenDirectory(parts, {
      unlocked: () => this.#obedience.soon(),
      opened: () => this.#opened(),
      locked: () => inBackground(this.#news.show()),
      changed: () => this.#announce(),
      endReadings: () => this.#links.endReadings(),
      synchronise: () => this.synchronise(),
    });
    this.#obedience = this.#obedienceOf(options, parts);
    this.#news = new OutboxNews(parts.outbox, parts.boardLinks);
    parts.desk = (site) => this.desk(site);
    parts.session.view.subscribe(() => this.#sessionChanged());
  }

  get outbox() {
    return this.#news.view;
  }

  get rotations() {
    return this.#directory.rotations;
  }

  /** Resolves when a session that was open has its policy and index again. */
  get opening(): Promise<void> {
    return this.#directory.opening;
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
    if (desk) this.#otherDesks.look(desk);
  }

  noteSite(site: string): void {
    this.#links.note(site);
  }

  learnLink(read: ReadPatient, budget: PageBudget): void {
    const desk = this.desk(read.site);
    if (desk) this.#links.learn(desk, read, budget);
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
    await this.#directory.opening;
    const { directory, database } = this.#parts;
    if (!directory) return null;
    const policy = this.policy();
    const answers = await matchIdentities(database, directory, identities, {
      site,
      budget,
      accepts: (entry) => !policy || !isRefusedTier(policy, entry.tier),
      ...(reading ? { reading } : {}),
    });
    if (answers.some(({ damaged }) => damaged)) this.#directory.repair(directory);
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
    if (again) await this.#directory.rotate();
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
    // What another tab ended, this one marks by no longer; what it saved of a form, this one does not write over.
    if (this.#options.shared && (await this.#parts.directory?.links.catchUp())) this.#parts.changed();
    if (this.#options.shared) await this.#parts.forms.refresh();
    // Sending may wait for another tab that sends; what that one accepted meanwhile is shown all the same.
    await this.#news.show();
    const now = this.#options.now();
    const { keeper, outbox } = this.#parts;
    if (this.#options.online()) {
      const sendAt = outbox.nextWake();
      if (sendAt !== null && sendAt <= now && this.session.outboxKeys) await outbox.drain();
      const readAt = keeper.nextAt();
      if (readAt !== null && readAt <= now) await keeper.synchronise();
    }
    await this.#news.show();
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
      await this.#news.show();
    } catch (cause) {
      if (cause instanceof StorageError) return { ok: false, problem: cause.problem };
      throw cause;
    }
    this.#announce();
    return success(this.outbox.value);
  }

  #sessionChanged(): void {
    if (this.session.signIns !== this.#signIns) inBackground(this.sendNow());
    this.#signIns = this.session.signIns;
    const { state } = this.session.view.value;
    if (state === "new") this.#parts.access.forget();
    if (state === "needs-secret" && !this.policy()) inBackground(this.#parts.keeper.policyOnly());
    this.#directory.takeKeys();
  }

  /** Directory, policy and forms are there again. */
  async #opened(): Promise<void> {
    await this.#obedience.obey();
    if (this.#options.online()) await Promise.all([this.#parts.outbox.drain(), this.synchronise()]);
    await this.#news.show();
    this.#announce();
  }

  #obedienceOf({ machineKeys: keys, now, online }: VaultOptions, parts: VaultParts): Obedience {
    const { database, door, machine, session, deviceToken: token, clock, outbox, keeper } = parts;
    return new Obedience({
      ...{ database, door, machine, session, token, keys, now, online },
      clock: clock.now,
      rotate: () => this.#directory.rotate(),
      synchronise: async () => {
        if (session.outboxKeys) await outbox.drain(true);
        if (session.directoryKeys) await keeper.synchronise();
      },
    });
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
        await this.#news.show();
        this.#announce();
        return this.outbox.value;
      },
    });
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
