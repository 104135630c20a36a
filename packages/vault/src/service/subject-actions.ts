import {
  isoDate,
  type ManagedPersonView,
  managedPersonView,
  marksLists,
  type PatientDetails,
  type Policy,
  type Result,
  type SiteLinkView,
  success,
  tierOf,
  type VisitView,
} from "@cadre-care/domain";
import { statedCode } from "../links/site-links.ts";
import { storageSaid } from "../storage/storage-said.ts";
import type { Desk } from "../visits/desk.ts";
import type { PagePatient } from "./page-patient.ts";
import type { ScopeHost } from "./scope-host.ts";
import { conflictProblem, vaultProblems } from "./service-problems.ts";
import type { Subject, SubjectTokens } from "./subject-tokens.ts";

const { refuse } = vaultProblems;

/** A person who may be worked on now, and where. */
export interface Opened {
  readonly subject: Subject;
  readonly entry: NonNullable<Subject["entry"]>;
  readonly desk: Desk;
}

/** What a user does with a person of the page. Everything starts from a token that is offered now. */
export class SubjectActions {
  readonly #host: ScopeHost;
  readonly #site: () => string;
  readonly #tokens: SubjectTokens;
  readonly #page: Pick<PagePatient, "answered">;

  /** `page`: the page's patient, whose HIS code is meant too where the same person was scanned. */
  constructor(
    host: ScopeHost,
    site: () => string,
    tokens: SubjectTokens,
    page: Pick<PagePatient, "answered">,
  ) {
    this.#host = host;
    this.#site = site;
    this.#tokens = tokens;
    this.#page = page;
  }

  /** The view is durable before the details are given (DESIGN rule 9); a patient who changed meanwhile is not given. */
  async openDetails(token: string): Promise<Result<PatientDetails>> {
    const opened = await this.opened(token);
    if (!opened.ok) return opened;
    const { subject, entry, desk } = opened.value;
    const person = this.#person(subject, desk.policy);
    if (!person.ok) return person;
    const audited = await this.#host.visits.recordView(desk, entry.personId);
    if (!audited.ok) return audited;
    this.#host.sendSoon();
    const visit = await this.#host.visits.current(desk, entry.personId);
    const link = await this.#linkOf(opened.value);
    if (!this.offers(token)) return refuse("subject-changed");
    const { name, birthDate } = subject.stated;
    return success({
      subject: token,
      person: person.value,
      stated: {
        ...(name === undefined ? {} : { name }),
        ...(birthDate ? { birthDate: isoDate(birthDate) } : {}),
      },
      emergency: subject.emergency,
      ...(visit ? { visit } : {}),
      ...(link ? { link } : {}),
      ...(desk.policy.guide ? { guide: desk.policy.guide } : {}),
    });
  }

  async checkIn(token: string, confirmed: boolean): Promise<Result<VisitView>> {
    const opened = await this.opened(token);
    if (!opened.ok) return opened;
    const { subject, entry, desk } = opened.value;
    const tier = tierOf(desk.policy, entry.tier);
    if (!tier.ok) return tier;
    if (subject.confirm && confirmed !== true) return refuse("confirmation-needed");
    const { personId } = entry;
    const request = { personId, tier: entry.tier, emergency: subject.emergency };
    const checkedIn = await this.#host.visits.checkIn(desk, request);
    const code = this.#codeOf(opened.value);
    // The check-in is saved whatever becomes of the link, which the next one shares as well.
    if (checkedIn.ok && code !== undefined)
      await storageSaid(async () => success(await this.#host.links.share(desk, code, personId)));
    return this.#accepted(checkedIn);
  }

  /** The HIS code of a person no longer leads to them, here and, where it was shared, at the board. */
  async withdrawLink(token: string): Promise<Result<null>> {
    const opened = await this.opened(token);
    if (!opened.ok) return opened;
    const { links } = this.#host;
    const code = this.#codeOf(opened.value);
    if (code === undefined || !(await this.#linkOf(opened.value))) return refuse("link-gone");
    const done = await storageSaid(async () => {
      await links.withdraw(opened.value.desk, code, "withdrawn-by-user");
      return success(null);
    });
    if (done.ok) this.#host.sendSoon();
    return done;
  }

  /** The code that the page states of this person. */
  #codeOf({ subject, entry }: Opened): string | undefined {
    const beside = this.#page.answered;
    const same = beside?.kind === "managed" && beside.entry?.personId === entry.personId;
    return statedCode(subject.stated) ?? (same ? statedCode(beside.stated) : undefined);
  }

  async #linkOf(opened: Opened): Promise<SiteLinkView | undefined> {
    const { subject, entry, desk } = opened;
    const code = this.#codeOf(opened);
    const link = code === undefined ? undefined : await this.#host.links.of(desk.site, code);
    if (!link || !marksLists(link) || link.personId !== entry.personId) return undefined;
    const { since, by } = link;
    return {
      alone: subject.rung === "his-code",
      shared: link.state === "shared",
      since,
      ...(by === undefined ? {} : { by }),
    };
  }

  async undoCheckIn(visit: string): Promise<Result<VisitView>> {
    const desk = await this.desk();
    return desk.ok ? this.#accepted(await this.#host.visits.undoCheckIn(desk.value, visit)) : desk;
  }

  async recordStep(visit: string, step: string, room?: string): Promise<Result<VisitView>> {
    const desk = await this.desk();
    return desk.ok ? this.#accepted(await this.#host.visits.recordStep(desk.value, visit, step, room)) : desk;
  }

  #accepted(result: Result<VisitView>): Result<VisitView> {
    if (result.ok) this.#host.sendSoon();
    return result;
  }

  /** Where the user works, while the session is open. `unbidden`: a view asks by itself, nobody need be there. */
  async desk(unbidden = false): Promise<Result<Desk>> {
    await this.#host.session.lockIfIdle();
    if (this.#host.session.view.value.state !== "open") return refuse("session-locked");
    if (!unbidden) this.#host.session.noteActivity();
    const desk = this.#host.desk(this.#site());
    return desk ? success(desk) : refuse("policy-missing");
  }

  /** Whether the page still shows whom a token stands for. */
  offers(token: string): boolean {
    return this.#tokens.find(token) !== undefined;
  }

  /** Whom a token stands for, if it is offered now and leads to one person. */
  async opened(token: string, unbidden = false): Promise<Result<Opened>> {
    const desk = await this.desk(unbidden);
    if (!desk.ok) return desk;
    const subject = this.#tokens.find(token);
    if (!subject) return refuse("subject-changed");
    if (subject.reason) return { ok: false, problem: conflictProblem(subject.reason) };
    if (subject.entry) return success({ subject, entry: subject.entry, desk: desk.value });
    return refuse(subject.kind === "possible" ? "several-candidates" : "nobody-to-open");
  }

  #person(subject: Subject, policy: Policy): Result<ManagedPersonView> {
    if (!subject.entry) return refuse("nobody-to-open");
    const urgency = { emergency: subject.emergency };
    return managedPersonView(subject.entry, policy, {
      site: this.#site(),
      today: this.#host.today(),
      urgency,
    });
  }
}
