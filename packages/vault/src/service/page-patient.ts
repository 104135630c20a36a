import {
  cccdWarnings,
  failure,
  managedBrief,
  managedPersonView,
  type PageFact,
  type Problem,
  type Result,
  type StatedIdentity,
  type StatedUrgency,
  type SubjectState,
  type SubjectView,
  success,
  usableIdentifiers,
} from "@cadre-care/domain";
import type { MatchAnswer } from "../directory/match.ts";
import type { PageBudget } from "../directory/page-budget.ts";
import { StorageError } from "../storage/storage-error.ts";
import type { OfferedPerson } from "./page-people.ts";
import type { ScopeHost } from "./scope-host.ts";
import { vaultProblems } from "./service-problems.ts";
import type { Subject, SubjectTokens, TokenKind } from "./subject-tokens.ts";
import { openableOf, subjectOf } from "./subjects-of.ts";
import { Topic } from "./topic.ts";
import type { PatientStatement } from "./vault.ts";

interface Statement extends PatientStatement {
  readonly identity: StatedIdentity | null;
  readonly urgency: StatedUrgency;
}

type Shown = Pick<SubjectView, "about" | "warnings" | "subject">;

/** What somebody needs to look people up for one page. */
export interface PatientSurroundings {
  readonly host: ScopeHost;
  readonly budget: PageBudget;
  readonly site: () => string;
  readonly tokens: SubjectTokens;
}

const NOBODY: StatedIdentity = { identifiers: [] };
const overtaken = (): Result<{ subject: string }> => vaultProblems.refuse("statement-overtaken");

/**
 * The page's patient, or the person who was scanned, from statement to answer. A new statement hides the last answer at once, and an answer that a
 * newer statement has overtaken is thrown away: the previous patient is never shown under the next (DESIGN rule 10).
 */
export class PagePatient {
  readonly view: Topic<SubjectView>;
  /** Whom the page's patient may be, for the page's list of people. */
  people: readonly OfferedPerson[] = [];
  readonly #host: ScopeHost;
  readonly #budget: PageBudget;
  readonly #site: () => string;
  readonly #tokens: SubjectTokens;
  readonly #place: Exclude<TokenKind, "list">;
  readonly #changed: () => void;
  /** Told once of each settled statement that was answered. */
  readonly #read: (identity: StatedIdentity, statement: PatientStatement) => void;
  #readLast: Statement | undefined;
  #answered: Subject | undefined;
  #statement: Statement | undefined;
  #mismatch: Problem | undefined;
  #shown: Shown = { about: { state: "no-patient" }, warnings: [] };
  #run = 0;
  #current: Promise<Result<{ subject: string }>> = Promise.resolve(overtaken());

  constructor(
    { host, budget, site, tokens }: PatientSurroundings,
    place: Exclude<TokenKind, "list">,
    changed: () => void,
    read: (identity: StatedIdentity, statement: PatientStatement) => void = () => undefined,
  ) {
    this.#host = host;
    this.#budget = budget;
    this.#site = site;
    this.#tokens = tokens;
    this.#place = place;
    this.#changed = changed;
    this.#read = read;
    this.view = new Topic(this.#present());
  }

  get reading(): boolean {
    return this.#shown.about.state === "reading" && this.#statement !== undefined;
  }

  /** Who stands here now, as stated and as found; undefined while there is nobody or no answer. */
  get answered(): Subject | undefined {
    return this.#answered;
  }

  /** What the page states for a form of this patient; nothing while there is no answer. */
  get facts(): readonly PageFact[] {
    return this.#answered ? (this.#statement?.facts ?? []) : [];
  }

  /** Nobody is stated any more. */
  forget(): void {
    this.#statement = undefined;
    this.refresh();
  }

  async state(
    identity: StatedIdentity | null,
    urgency: StatedUrgency,
    statement: PatientStatement,
  ): Promise<Result<{ subject: string }>> {
    const before = this.#statement;
    if (before && statement.generation < before.generation) return overtaken();
    this.#statement = { identity, urgency, ...statement };
    const same =
      before?.settled === true &&
      statement.settled &&
      before.contradictory === statement.contradictory &&
      JSON.stringify(before.identity) === JSON.stringify(identity);
    return this.#start(same);
  }

  /** The profile does not fit this page, or does again. */
  setMismatch(problem: Problem | undefined): void {
    this.#mismatch = problem;
    if (this.#statement) this.#publish();
    else this.refresh();
  }

  /** Keys, directory, policy or visits changed: the same patient is answered anew, without a flicker. */
  refresh(): void {
    void this.#start(true);
  }

  /** Roster or connection changed. */
  embed(): void {
    this.view.set(this.#present());
  }

  #start(keepShown: boolean): Promise<Result<{ subject: string }>> {
    this.#current = this.#answer(keepShown);
    return this.#current;
  }

  /** A newer look-up runs: its answer counts when it is about the same statement, none when it is about another. */
  #instead(statement: Statement): Promise<Result<{ subject: string }>> | Result<{ subject: string }> {
    return this.#statement === statement ? this.#current : overtaken();
  }

  async #answer(keepShown: boolean): Promise<Result<{ subject: string }>> {
    this.#run += 1;
    const run = this.#run;
    const statement = this.#statement;
    const closed = this.#closed();
    if (closed) {
      this.#withdraw();
      this.#show({ about: closed, warnings: [] });
      return vaultProblems.refuse("session-locked");
    }
    if (!statement) {
      this.#withdraw();
      this.#show({ about: { state: "no-patient" }, warnings: [] });
      return overtaken();
    }
    if (!statement.settled) {
      this.#withdraw();
      this.#show({ about: { state: "reading" }, warnings: [] });
      return overtaken();
    }
    if (statement.identity === null) {
      const subject = this.#offer(NOBODY, statement.urgency, { outcome: { state: "not-managed" } });
      this.#show({ subject, about: { state: "no-patient" }, warnings: [] });
      return success({ subject });
    }
    if (!keepShown) {
      this.#withdraw();
      this.#show({ about: { state: "reading" }, warnings: [] });
    }
    return this.#lookUp(run, statement, statement.identity);
  }

  async #lookUp(
    run: number,
    statement: Statement,
    identity: StatedIdentity,
  ): Promise<Result<{ subject: string }>> {
    let answer: MatchAnswer | undefined;
    let about: SubjectState;
    const warnings: Problem[] = [...(statement.problems ?? []), ...this.#warnings(identity)];
    // For every patient alike: what the machine does must not depend on who is on the page.
    this.#host.lookForVisits(this.#site());
    try {
      const dateFormatUnknown =
        statement.problems?.some(({ code }) => code === "date-format-unknown") ?? false;
      const reading = { dateFormatUnknown, contradictory: statement.contradictory ?? false };
      const answers = await this.#host.match([identity], this.#budget, this.#site(), reading);
      answer = answers?.[0];
      if (run !== this.#run) return this.#instead(statement);
      // Locked meanwhile: the lock's own refresh shows it.
      if (!answer) return failure("session-locked", vaultProblems.problem("session-locked").message);
      about = await this.#about(statement, answer, warnings);
    } catch (cause) {
      if (!(cause instanceof StorageError)) throw cause;
      if (run !== this.#run) return this.#instead(statement);
      this.#withdraw();
      this.#show({ about: { state: "reading" }, warnings: [...warnings, cause.problem] });
      return { ok: false, problem: cause.problem };
    }
    if (run !== this.#run) return this.#instead(statement);
    const subject = this.#offer(identity, statement.urgency, answer);
    this.#show({ subject, about, warnings });
    if (this.#readLast !== statement && !answer.refused) {
      this.#readLast = statement;
      this.#read(identity, statement);
    }
    return success({ subject });
  }

  async #about(statement: Statement, answer: MatchAnswer, warnings: Problem[]): Promise<SubjectState> {
    const { outcome } = answer;
    if (answer.refused) warnings.push(vaultProblems.problem("page-asks-too-much"));
    if (answer.damaged) warnings.push(vaultProblems.problem("roster-damaged"));
    if (outcome.state === "not-managed" && this.#host.roster.value.syncedAt === undefined) {
      warnings.push(vaultProblems.problem("roster-incomplete"));
      return { state: "reading" };
    }
    if (outcome.state === "possible")
      return { state: "possible", rung: outcome.rung, candidates: outcome.personIds.length };
    if (outcome.state !== "managed" || !answer.entry)
      return outcome.state === "managed" ? { state: "reading" } : outcome;
    const policy = this.#host.policy();
    const desk = this.#host.desk(this.#site());
    if (!policy || !desk) {
      warnings.push(vaultProblems.problem("policy-missing"));
      return { state: "reading" };
    }
    const here = { site: this.#site(), today: this.#host.today(), urgency: statement.urgency };
    const person = managedPersonView(answer.entry, policy, here);
    if (!person.ok) {
      warnings.push(person.problem);
      return { state: "reading" };
    }
    const visit = await this.#host.visits.current(desk, answer.entry.personId);
    const { rung, confirm } = outcome;
    return {
      state: "managed",
      rung,
      confirm,
      brief: managedBrief(person.value),
      ...(visit ? { visit } : {}),
    };
  }

  #warnings(identity: StatedIdentity): Problem[] {
    const { values, malformed } = usableIdentifiers(identity.identifiers);
    const { birthDate, sex } = identity;
    const stated = { ...(birthDate ? { birthDate } : {}), ...(sex ? { sex } : {}) };
    return [...malformed, ...(values.cccd === undefined ? [] : cccdWarnings(values.cccd, stated))];
  }

  #offer(identity: StatedIdentity, urgency: StatedUrgency, answer: MatchAnswer): string {
    const openable = openableOf(identity, urgency, answer);
    const subject = subjectOf(identity, urgency, answer);
    const [token = "", ...others] = this.#tokens.offerOne(this.#place, [subject, ...openable]);
    this.#answered = identity === NOBODY ? undefined : subject;
    this.people = openable.map((subject, index) => ({ subject, token: others[index] ?? token }));
    return token;
  }

  #withdraw(): void {
    this.people = [];
    this.#answered = undefined;
    this.#tokens.withdraw(this.#place);
  }

  #closed(): SubjectState | undefined {
    const { state } = this.#host.session.view.value;
    if (state === "open") return undefined;
    return { state: state === "locked" ? "locked" : "signed-out" };
  }

  #show(shown: Shown): void {
    this.#shown = shown;
    this.#publish();
  }

  #publish(): void {
    this.view.set(this.#present());
    this.#changed();
  }

  #present(): SubjectView {
    const nobody = ["no-patient", "reading", "not-enough"].includes(this.#shown.about.state);
    const mismatch = nobody && this.#mismatch ? this.#mismatch : undefined;
    return {
      ...(this.#shown.subject === undefined ? {} : { subject: this.#shown.subject }),
      ...(this.#statement ? { generation: this.#statement.generation } : {}),
      emergency: this.#statement?.urgency.emergency ?? false,
      about: mismatch ? { state: "profile-mismatch", problem: mismatch } : this.#shown.about,
      warnings: this.#shown.warnings,
      roster: this.#host.roster.value,
      connection: this.#host.connection.value,
    };
  }
}
