import type { FormCommands } from "../form/form-commands.ts";
import type { FormsView } from "../form/form-view.ts";
import type { StatedIdentity, StatedUrgency } from "../identity/stated-identity.ts";
import type { Result } from "../result/result.ts";
import type { OutboxCommands, OutboxView } from "./outbox-view.ts";
import type {
  ConnectionView,
  MarksView,
  PageView,
  PatientDetails,
  RosterView,
  ScanAnswer,
  ScanView,
  SessionView,
  SubjectView,
  VisitView,
} from "./views.ts";

/** What can be watched. Every value is plain JSON. */
export interface CareTopics {
  session: SessionView;
  subject: SubjectView;
  /** Whom a scanner or a typed number led to; never shown where a page could see it. */
  scan: ScanView;
  marks: MarksView;
  page: PageView;
  roster: RosterView;
  outbox: OutboxView;
  connection: ConnectionView;
  /** Drafts of the user who is signed in, to resume. */
  forms: FormsView;
}
export type CareTopic = keyof CareTopics;
export type Unsubscribe = () => void;

/** What an authenticator gave for one credential and input, each base64url. */
export interface PasskeyOutput {
  readonly credential: string;
  readonly salt: string;
  readonly output: string;
}

/**
 * Everything that an element may ask for (DESIGN 3). Two implementations: direct, beside the vault (a portal's
 * worker), and remote, over a port to the extension's background. Arguments and answers are JSON values.
 * Failures that a person can act on are `Result`s; a lost connection rejects with `ServiceGoneError`.
 */
export interface CareService extends OutboxCommands, FormCommands {
  /** The listener is called at once with the present value, then at every change. */
  subscribe<Topic extends CareTopic>(topic: Topic, listener: (value: CareTopics[Topic]) => void): Unsubscribe;

  signIn(): Promise<Result<SessionView>>;
  /** First secret of this user on this machine; wraps the keys (DESIGN 5). */
  createSecret(secret: string): Promise<Result<SessionView>>;
  /** `user`: an id of the view's `users`; otherwise who signed in, or who used the machine last. */
  unlock(secret: string, user?: string): Promise<Result<SessionView>>;
  /** Unlocks with the output of an authenticator (WebAuthn PRF, 32 bytes, base64url). */
  unlockWithPasskey(output: string, user?: string): Promise<Result<SessionView>>;
  /** Lets an authenticator unlock too; the secret is asked for once more. */
  addPasskey(secret: string, passkey: PasskeyOutput): Promise<Result<SessionView>>;
  /** Secret forgotten, slot closed or destroyed, or another user: signs in with the second factor, and the board unwraps. */
  recover(): Promise<Result<SessionView>>;
  /** IT takes this machine in: signs in with the second factor. The session is not touched. */
  enrolDevice(name: string): Promise<Result<SessionView>>;
  lock(): Promise<Result<SessionView>>;
  signOut(): Promise<Result<SessionView>>;
  setLanguage(language: string): Promise<Result<SessionView>>;

  /** Portal only: says who the page is about. In the extension the content script does. */
  statePatient(identity: StatedIdentity | null, urgency: StatedUrgency): Promise<Result<{ subject: string }>>;
  /**
   * Reads a scan or a typed number (`readScan`) and looks its person up, who is then the topic `scan`, in place of whoever
   * was scanned before. A scan that cannot be read is a problem, and nobody is scanned then.
   */
  lookUpScan(text: string): Promise<Result<ScanAnswer>>;
  /** The scanned person is done with. */
  forgetScan(): Promise<void>;
  /** Opens a person's details; audited before the answer is given (DESIGN rule 9). */
  openDetails(subject: string): Promise<Result<PatientDetails>>;
  /** `confirmed`: the user compared an identity paper; required where the match says `confirm`. */
  checkIn(subject: string, confirmed: boolean): Promise<Result<VisitView>>;
  /** The HIS code by which the page names this person shall lead to them no longer, on any machine of the hospital. */
  withdrawLink(subject: string): Promise<Result<null>>;
  undoCheckIn(visit: string): Promise<Result<VisitView>>;
  recordStep(visit: string, step: string, room?: string): Promise<Result<VisitView>>;

  synchronise(): Promise<Result<RosterView>>;
  sendNow(): Promise<Result<OutboxView>>;
}
