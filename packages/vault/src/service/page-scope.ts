import type {
  CareService,
  CareTopic,
  CareTopics,
  MarksView,
  PageView,
  Problem,
  Result,
  SiteProblem,
  StatedIdentity,
  StatedUrgency,
  Unsubscribe,
} from "@cadre-care/domain";
import type { PageBudget } from "../directory/page-budget.ts";
import { DirectCareService } from "./direct-care-service.ts";
import type { AnsweredRows } from "./list-marks.ts";
import { MarksAudit } from "./marks-audit.ts";
import { PageLists } from "./page-lists.ts";
import { PagePatient } from "./page-patient.ts";
import { type OfferedPerson, peopleOf } from "./page-people.ts";
import { ScannedPerson } from "./scanned-person.ts";
import { ScopeForms } from "./scope-forms.ts";
import type { ScopeHost } from "./scope-host.ts";
import { vaultProblems } from "./service-problems.ts";
import { SubjectActions } from "./subject-actions.ts";
import { SubjectTokens } from "./subject-tokens.ts";
import { openableOf } from "./subjects-of.ts";
import { Topic } from "./topic.ts";
import type { PageScope, PatientStatement, StatedPageKind, StatedRow } from "./vault.ts";

interface StatedPage {
  readonly site: string | null;
  readonly kind: StatedPageKind;
  readonly problem?: Problem;
  readonly misfits: readonly SiteProblem[];
}

const NO_PAGE: StatedPage = { site: null, kind: "other", misfits: [] };

/** One page that people work on: its lists, its patient, and the tokens that its views may use. */
export class VaultPageScope implements PageScope {
  readonly id: string;
  readonly service: CareService;
  readonly #host: ScopeHost;
  readonly #tokens = new SubjectTokens();
  readonly #lists: PageLists;
  readonly #patient: PagePatient;
  readonly #scanned: ScannedPerson;
  readonly #forms: ScopeForms;
  readonly #audit: MarksAudit;
  readonly #page: Topic<PageView>;
  readonly #people = new Map<string, readonly OfferedPerson[]>();
  readonly #ends: Unsubscribe[];
  readonly #closed: () => void;
  #stated: StatedPage | undefined;
  #isClosed = false;

  constructor(id: string, host: ScopeHost, budget: PageBudget, closed: () => void) {
    this.id = id;
    this.#host = host;
    this.#closed = closed;
    const site = () => this.#site;
    const around = { host, budget, site, tokens: this.#tokens };
    this.#lists = new PageLists(host, budget, site, (list, rows) => this.#listAnswered(list, rows));
    this.#patient = new PagePatient(
      around,
      "patient",
      () => {
        this.#scanned.pageChanged();
        this.#forms.refresh();
        this.#refreshPage();
      },
      (identity, { generation, reading = `${id}/${generation}`, teaches = true }) => {
        if (teaches) host.learnLink({ site: this.#site, identity, reading }, budget);
      },
    );
    this.#scanned = new ScannedPerson(around, this.#patient);
    this.#page = new Topic(this.#present());
    this.#audit = new MarksAudit((managed) => this.#recordMarks(managed));
    const actions = new SubjectActions(host, site, this.#tokens, this.#patient);
    this.#forms = new ScopeForms(host, actions, this.#patient);
    this.service = new DirectCareService(this, host, actions, this.#scanned, this.#forms);
    this.#ends = [
      host.revision.subscribe(() => this.#refresh()),
      host.forms.open.subscribe(() => this.#forms.refresh()),
      host.forms.damaged.subscribe(() => this.#forms.refresh()),
      host.roster.subscribe(() => this.#embed()),
      host.connection.subscribe(() => this.#embed()),
      host.outbox.subscribe(() => {
        this.#patient.refresh();
        this.#scanned.refresh();
      }),
    ];
  }

  /** The hospital whose page this is; without a page, this machine's. */
  get #site(): string {
    return this.#stated?.site ?? this.#host.site;
  }

  statePage(
    site: string | null,
    kind: StatedPageKind,
    problem?: Problem,
    misfits: readonly SiteProblem[] = [],
  ): void {
    if (this.#isClosed) return;
    if (this.#stated && this.#stated.kind !== kind) {
      this.#audit.end();
      this.#tokens.withdraw("list");
    }
    this.#stated = { site, kind, misfits, ...(problem ? { problem } : {}) };
    if (site !== null) this.#host.noteSite(site);
    const unreadable = misfits.find((misfit) => misfit.off && misfit.kind === "patient");
    this.#patient.setMismatch(kind === "unknown" && site !== null ? problem : unreadable);
    this.#refreshPage();
  }

  stateRows(list: string, generation: number, rows: readonly StatedRow[]): void {
    if (this.#isClosed) return;
    void this.#host.session.lockIfIdle();
    this.#lists.state(list, generation, rows);
    this.#refreshPage();
  }

  forgetRows(list: string): void {
    this.#lists.forget(list);
  }

  async statePatient(
    identity: StatedIdentity | null,
    urgency: StatedUrgency,
    statement: PatientStatement,
  ): Promise<Result<{ subject: string }>> {
    if (this.#isClosed) return vaultProblems.refuse("scope-closed");
    void this.#host.session.lockIfIdle();
    return this.#patient.state(identity, urgency, statement);
  }

  subscribe<Name extends CareTopic>(topic: Name, listener: (value: CareTopics[Name]) => void): Unsubscribe {
    const topics: { [Each in CareTopic]: Topic<CareTopics[Each]> } = {
      session: this.#host.session.view,
      subject: this.#patient.view,
      scan: this.#scanned.view,
      marks: this.#lists.latest,
      page: this.#page,
      roster: this.#host.roster,
      outbox: this.#host.outbox,
      connection: this.#host.connection,
      forms: this.#forms.view,
    };
    return this.#until(topics[topic].subscribe(listener));
  }

  subscribeMarks(list: string, listener: (marks: MarksView) => void): Unsubscribe {
    return this.#until(this.#lists.subscribe(list, listener));
  }

  close(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.#lists.forgetAll();
    this.#audit.end();
    for (const end of this.#ends.splice(0)) end();
    this.#tokens.clear();
    this.#people.clear();
    this.#closed();
  }

  #until(end: Unsubscribe): Unsubscribe {
    this.#ends.push(end);
    return end;
  }

  #embed(): void {
    this.#patient.embed();
    this.#scanned.embed();
  }

  #forgetPeople(): void {
    this.#tokens.clear();
    this.#people.clear();
  }

  #refresh(): void {
    if (this.#host.session.view.value.state !== "open") this.#forgetPeople();
    this.#lists.refresh();
    this.#patient.refresh();
    this.#scanned.refresh();
    this.#refreshPage();
  }

  #listAnswered(list: string, answered: AnsweredRows | undefined): void {
    if (answered) {
      const subjects = answered.rows.flatMap((row, index) => {
        const answer = answered.answers[index];
        return answer ? openableOf(row.identity, row.urgency, answer) : [];
      });
      const tokens = this.#tokens.offerList(subjects);
      this.#people.set(
        list,
        subjects.map((subject, index) => ({ subject, token: tokens[index] ?? "" })),
      );
      this.#audit.note(answered);
    } else this.#people.delete(list);
    this.#refreshPage();
  }

  #recordMarks(managed: number): void {
    const desk = this.#host.desk(this.#site);
    if (!desk) return;
    void this.#host.visits.recordMarks(desk, managed).then(() => this.#host.sendSoon());
  }

  #refreshPage(): void {
    if (this.#isClosed) return;
    this.#page.set(this.#present());
  }

  #present(): PageView {
    const { site, kind, problem, misfits }: StatedPage = this.#stated ?? NO_PAGE;
    const answered = this.#lists.answered;
    const answers = answered.flatMap((list) => list.answers);
    const policy = this.#host.policy();
    const trouble =
      problem ??
      misfits.find(({ off }) => off) ??
      this.#lists.problem ??
      (answers.some((answer) => answer.refused) ? vaultProblems.problem("page-asks-too-much") : undefined) ??
      (answers.some((answer) => answer.damaged) ? vaultProblems.problem("roster-damaged") : undefined);
    const named = policy?.sites.find(({ id }) => id === site)?.name[this.#host.session.view.value.language];
    return {
      ...(site === null ? {} : { site: { name: named ?? site, kind: kind === "off" ? "other" : kind } }),
      state: this.#pageState(),
      ...(trouble ? { problem: trouble } : {}),
      ...(misfits.length > 0 ? { misfits: misfits.map(({ code, message }) => ({ code, message })) } : {}),
      people: peopleOf(
        [...this.#patient.people, ...[...this.#people.values()].flat()],
        policy,
        this.#host.today(),
      ),
      rowsRead: answers.length,
      rowsWithoutIdentifiers: answers.filter(({ outcome }) => outcome.state === "not-enough").length,
    };
  }

  #pageState(): PageView["state"] {
    const stated = this.#stated;
    if (!stated || stated.site === null) return "no-site";
    if (stated.kind === "off") return "switched-off";
    const off = stated.misfits.filter((misfit) => misfit.off);
    if ([stated.problem, ...off].some((one) => one?.code === "gave-up")) return "gave-up";
    if (stated.kind === "unknown") return stated.problem ? "profile-mismatch" : "not-recognised";
    if (off.length > 0) return "profile-mismatch";
    return this.#lists.reading || this.#patient.reading ? "reading" : "read";
  }
}
