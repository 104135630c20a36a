import type {
  CareService,
  CareTopic,
  CareTopics,
  DraftOpening,
  FhirJson,
  FormCode,
  FormCommands,
  FormOffer,
  OpenedForm,
  OutboxEntryDetails,
  OutboxView,
  PasskeyOutput,
  PatientDetails,
  Result,
  RosterView,
  ScanAnswer,
  SessionView,
  StatedIdentity,
  StatedUrgency,
  SubmittedForm,
  Unsubscribe,
  ViewedForm,
  VisitView,
} from "@cadre-care/domain";
import type { ScannedPerson } from "./scanned-person.ts";
import type { ScopeHost } from "./scope-host.ts";
import type { SubjectActions } from "./subject-actions.ts";
import type { PageScope } from "./vault.ts";

type Stating = Pick<PageScope, "subscribe" | "statePatient">;

/** The `CareService` beside the vault, bound to one page. */
export class DirectCareService implements CareService {
  readonly #scope: Stating;
  readonly #host: ScopeHost;
  readonly #actions: SubjectActions;
  readonly #scanned: ScannedPerson;
  readonly #forms: FormCommands;
  #generation = 0;

  constructor(
    scope: Stating,
    host: ScopeHost,
    actions: SubjectActions,
    scanned: ScannedPerson,
    forms: FormCommands,
  ) {
    this.#scope = scope;
    this.#host = host;
    this.#actions = actions;
    this.#scanned = scanned;
    this.#forms = forms;
  }

  subscribe<Topic extends CareTopic>(
    topic: Topic,
    listener: (value: CareTopics[Topic]) => void,
  ): Unsubscribe {
    return this.#scope.subscribe(topic, listener);
  }

  signIn(): Promise<Result<SessionView>> {
    return this.#host.session.signIn();
  }

  createSecret(secret: string): Promise<Result<SessionView>> {
    return this.#host.session.createSecret(secret);
  }

  unlock(secret: string, user?: string): Promise<Result<SessionView>> {
    return this.#host.session.unlock(secret, user);
  }

  unlockWithPasskey(output: string, user?: string): Promise<Result<SessionView>> {
    return this.#host.session.unlockWithPasskey(output, user);
  }

  addPasskey(secret: string, passkey: PasskeyOutput): Promise<Result<SessionView>> {
    return this.#host.session.addPasskey(secret, passkey);
  }

  recover(): Promise<Result<SessionView>> {
    return this.#host.session.recover();
  }

  enrolDevice(name: string): Promise<Result<SessionView>> {
    return this.#host.enrolDevice(name);
  }

  lock(): Promise<Result<SessionView>> {
    return this.#host.session.lock();
  }

  signOut(): Promise<Result<SessionView>> {
    return this.#host.session.signOut();
  }

  setLanguage(language: string): Promise<Result<SessionView>> {
    return this.#host.session.setLanguage(language);
  }

  statePatient(
    identity: StatedIdentity | null,
    urgency: StatedUrgency,
  ): Promise<Result<{ subject: string }>> {
    this.#generation += 1;
    return this.#scope.statePatient(identity, urgency, { settled: true, generation: this.#generation });
  }

  lookUpScan(text: string): Promise<Result<ScanAnswer>> {
    return this.#scanned.lookUp(text);
  }

  async forgetScan(): Promise<void> {
    this.#scanned.forget();
  }

  openDetails(subject: string): Promise<Result<PatientDetails>> {
    return this.#actions.openDetails(subject);
  }

  checkIn(subject: string, confirmed: boolean): Promise<Result<VisitView>> {
    return this.#actions.checkIn(subject, confirmed);
  }

  withdrawLink(subject: string): Promise<Result<null>> {
    return this.#actions.withdrawLink(subject);
  }

  undoCheckIn(visit: string): Promise<Result<VisitView>> {
    return this.#actions.undoCheckIn(visit);
  }

  recordStep(visit: string, step: string, room?: string): Promise<Result<VisitView>> {
    return this.#actions.recordStep(visit, step, room);
  }

  synchronise(): Promise<Result<RosterView>> {
    return this.#host.synchronise();
  }

  sendNow(): Promise<Result<OutboxView>> {
    return this.#host.sendNow();
  }

  openEntry(id: string): Promise<Result<OutboxEntryDetails>> {
    return this.#host.queue.openEntry(id);
  }

  resendEntry(id: string): Promise<Result<OutboxView>> {
    return this.#host.queue.resendEntry(id);
  }

  correctEntry(id: string, values: Readonly<Record<string, string>>): Promise<Result<OutboxView>> {
    return this.#host.queue.correctEntry(id, values);
  }

  chooseVersion(id: string, choice: "mine" | "theirs"): Promise<Result<OutboxView>> {
    return this.#host.queue.chooseVersion(id, choice);
  }

  handOverEntry(id: string, note: string): Promise<Result<OutboxView>> {
    return this.#host.queue.handOverEntry(id, note);
  }

  listForms(subject: string): Promise<Result<readonly FormOffer[]>> {
    return this.#forms.listForms(subject);
  }

  openForm(subject: string, questionnaire: string): Promise<Result<OpenedForm>> {
    return this.#forms.openForm(subject, questionnaire);
  }

  saveDraft(
    form: string,
    response: FhirJson,
    opening: DraftOpening,
  ): Promise<Result<{ readonly savedAt: string }>> {
    return this.#forms.saveDraft(form, response, opening);
  }

  discardDraft(form: string, opening?: DraftOpening): Promise<Result<null>> {
    return this.#forms.discardDraft(form, opening);
  }

  submitForm(form: string, response: FhirJson, opening: DraftOpening): Promise<Result<SubmittedForm>> {
    return this.#forms.submitForm(form, response, opening);
  }

  viewForm(subject: string, entry: string): Promise<Result<ViewedForm>> {
    return this.#forms.viewForm(subject, entry);
  }

  searchCodes(valueSet: string, text: string): Promise<Result<readonly FormCode[]>> {
    return this.#forms.searchCodes(valueSet, text);
  }
}
