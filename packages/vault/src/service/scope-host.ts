import type {
  ConnectionView,
  DamagedFormView,
  OutboxCommands,
  OutboxView,
  Policy,
  Result,
  RosterView,
  SessionView,
  StatedIdentity,
} from "@cadre-care/domain";
import type { MatchAnswer, StatementReading } from "../directory/match.ts";
import type { PageBudget } from "../directory/page-budget.ts";
import type { FormKeeping } from "../forms/form-keeping.ts";
import type { FormOpening } from "../forms/form-opening.ts";
import type { FormViewing } from "../forms/form-viewing.ts";
import type { KeptLibrary } from "../forms/kept-library.ts";
import type { OpenFormRow } from "../forms/user-forms.ts";
import type { SiteLinks } from "../links/site-links.ts";
import type { Session } from "../session/session.ts";
import type { Desk } from "../visits/desk.ts";
import type { Visits } from "../visits/visits.ts";
import type { Topic } from "./topic.ts";

/** The forms of the user who is signed in. */
export interface FormsHost {
  readonly opening: FormOpening;
  readonly keeping: FormKeeping;
  readonly viewing: FormViewing;
  readonly library: KeptLibrary;
  readonly open: Topic<readonly OpenFormRow[]>;
  readonly damaged: Topic<readonly DamagedFormView[]>;
}

/** One settled reading of a patient page. `reading` names it, for good: stating it again is no second one. */
export interface ReadPatient {
  readonly site: string;
  readonly identity: StatedIdentity;
  readonly reading: string;
}

/** What a page's scope needs of the vault. */
export interface ScopeHost {
  readonly session: Session;
  readonly roster: Topic<RosterView>;
  readonly outbox: Topic<OutboxView>;
  readonly connection: Topic<ConnectionView>;
  readonly visits: Visits;
  readonly forms: FormsHost;
  /** Counts whatever makes earlier answers old: keys, directory, policy, visits. */
  readonly revision: Topic<number>;
  /** Null while locked. Members of refused tiers are not found. */
  match(
    identities: readonly StatedIdentity[],
    budget: PageBudget,
    site: string,
    reading?: StatementReading,
  ): Promise<readonly MatchAnswer[] | null>;
  policy(): Policy | undefined;
  /** Undefined while locked or before a policy arrived. */
  desk(site: string): Desk | undefined;
  /** yyyy-MM-dd in the hospital's time zone. */
  today(): string;
  /** Code of this machine's hospital in the policy; a page that states its own goes first. */
  readonly site: string;
  /** A patient was opened: takes over, now and then, what other desks of this site recorded today. */
  lookForVisits(site: string): void;
  /** HIS codes that lead to people of the directory. */
  readonly links: SiteLinks;
  /** A page of this hospital is open. */
  noteSite(site: string): void;
  /** A patient page was read: what it says of its HIS code, of whomever it is (DESIGN 5, Site links). */
  learnLink(read: ReadPatient, budget: PageBudget): void;
  /** Something was accepted: send it. */
  sendSoon(): void;
  /** IT takes this machine in. */
  enrolDevice(name: string): Promise<Result<SessionView>>;
  synchronise(): Promise<Result<RosterView>>;
  sendNow(): Promise<Result<OutboxView>>;
  /** What a person can do about one waiting entry. */
  readonly queue: OutboxCommands;
}
