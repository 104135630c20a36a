import {
  isoDate,
  type ManagedPersonView,
  managedPersonView,
  type PatientDetails,
  type Policy,
  type Result,
  success,
  tierOf,
  type VisitView,
} from "@cadre-care/domain";
import type { Desk } from "../visits/desk.ts";
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

  constructor(host: ScopeHost, site: () => string, tokens: SubjectTokens) {
    this.#host = host;
    this.#site = site;
    this.#tokens = tokens;
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
    return this.#accepted(await this.#host.visits.checkIn(desk, request));
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
