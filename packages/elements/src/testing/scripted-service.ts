import type {
  CareService,
  CareTopic,
  CareTopics,
  DraftOpening,
  FhirJson,
  FormCode,
  FormOffer,
  OpenedForm,
  OutboxEntryDetails,
  OutboxView,
  PasskeyOutput,
  PatientDetails,
  Result,
  ScanAnswer,
  SessionView,
  SubmittedForm,
  ViewedForm,
  VisitView,
} from "@cadre-care/domain";
import { foldName, formProblems, success } from "@cadre-care/domain";
import { formOffers, openedForm } from "./sample-forms.ts";
import { detailsOfEntry, outboxes } from "./sample-outbox.ts";
import {
  currentRoster,
  details,
  marksView,
  online,
  pageView,
  scanView,
  subjectView,
  visit,
} from "./sample-views.ts";

type Call = readonly [keyof CareService, ...unknown[]];
const open: SessionView = { state: "open", minimumSecretLength: 8, language: "vi" };

/** A CareService whose answers a test sets, and which keeps what was asked of it. Topics speak at once, as the real ones do. */
export class ScriptedService implements CareService {
  readonly calls: Call[] = [];
  readonly topics: { [Topic in CareTopic]: CareTopics[Topic] } = {
    session: open,
    subject: subjectView({ state: "no-patient" }),
    scan: scanView({ state: "no-patient" }),
    marks: marksView,
    page: pageView,
    roster: currentRoster,
    outbox: outboxes.empty ?? { waiting: 0, parked: 0, draining: false, entries: [] },
    connection: online,
    forms: { drafts: [], bound: [{ form: openedForm.form, page: "same" }] },
  };
  answerDetails: (subject: string) => Promise<Result<PatientDetails>> = async (subject) =>
    success({ ...details, subject });
  answerScan: () => Promise<Result<ScanAnswer>> = async () => success(this.topics.scan);
  answerWithdrawal: (subject: string) => Promise<Result<null>> = async () => success(null);
  answerVisit: () => Promise<Result<VisitView>> = async () => success(visit);
  answerSession: () => Promise<Result<SessionView>> = async () => success(this.topics.session);

  readonly #listeners = new Set<{ readonly topic: CareTopic; readonly tell: () => void }>();

  /** How many subscriptions are open. */
  get followed(): number {
    return this.#listeners.size;
  }

  say<Topic extends CareTopic>(topic: Topic, value: CareTopics[Topic]): void {
    Object.assign(this.topics, { [topic]: value });
    for (const listener of this.#listeners) if (listener.topic === topic) listener.tell();
  }

  subscribe<Topic extends CareTopic>(topic: Topic, listener: (value: CareTopics[Topic]) => void): () => void {
    const entry = { topic, tell: () => listener(this.topics[topic]) };
    this.#listeners.add(entry);
    entry.tell();
    return () => this.#listeners.delete(entry);
  }

  called(name: keyof CareService): readonly Call[] {
    return this.calls.filter((call) => call[0] === name);
  }

  signIn = () => this.#session("signIn");
  createSecret = (secret: string) => this.#session("createSecret", secret);
  unlock = (secret: string, user?: string) =>
    user === undefined ? this.#session("unlock", secret) : this.#session("unlock", secret, user);
  unlockWithPasskey = (output: string, user?: string) => this.#session("unlockWithPasskey", output, user);
  addPasskey = (secret: string, passkey: PasskeyOutput) => this.#session("addPasskey", secret, passkey);
  recover = () => this.#session("recover");
  enrolDevice = (name: string) => this.#session("enrolDevice", name);
  lock = () => this.#session("lock");
  signOut = () => this.#session("signOut");
  setLanguage = (chosenLanguage: string) => {
    const language = chosenLanguage === "en" ? "en" : "vi";
    this.say("session", { ...this.topics.session, language, chosenLanguage });
    return this.#session("setLanguage", chosenLanguage);
  };
  statePatient = async () => success({ subject: "s-1" });
  lookUpScan = (text: string) => {
    this.calls.push(["lookUpScan", text]);
    return this.answerScan();
  };
  forgetScan = async () => {
    this.calls.push(["forgetScan"]);
  };
  openDetails = (subject: string) => {
    this.calls.push(["openDetails", subject]);
    return this.answerDetails(subject);
  };
  checkIn = (subject: string, confirmed: boolean) => this.#visit("checkIn", subject, confirmed);
  withdrawLink = async (subject: string): Promise<Result<null>> => {
    this.calls.push(["withdrawLink", subject]);
    return this.answerWithdrawal(subject);
  };
  undoCheckIn = (id: string) => this.#visit("undoCheckIn", id);
  recordStep = (id: string, step: string, room?: string) => this.#visit("recordStep", id, step, room);
  synchronise = async () => {
    this.calls.push(["synchronise"]);
    return success(this.topics.roster);
  };
  sendNow = async () => {
    this.calls.push(["sendNow"]);
    return success(this.topics.outbox);
  };

  answerEntry: (id: string) => Promise<Result<OutboxEntryDetails>> = async (id) =>
    detailsOfEntry(this.topics.outbox, id);
  openEntry = (id: string) => {
    this.calls.push(["openEntry", id]);
    return this.answerEntry(id);
  };
  resendEntry = (id: string) => this.#outbox("resendEntry", id);
  correctEntry = (id: string, values: Readonly<Record<string, string>>) =>
    this.#outbox("correctEntry", id, values);
  chooseVersion = (id: string, choice: "mine" | "theirs") => this.#outbox("chooseVersion", id, choice);
  handOverEntry = (id: string, note: string) => this.#outbox("handOverEntry", id, note);

  answerOutbox: () => Promise<Result<OutboxView>> = async () => success(this.topics.outbox);

  /** What `saveDraft` and `submitForm` kept last, by form. */
  readonly keptForms = new Map<string, FhirJson>();
  answerOffers: () => Promise<Result<readonly FormOffer[]>> = async () => success(formOffers);
  answerForm: (subject: string, questionnaire: string) => Promise<Result<OpenedForm>> = async (subject) =>
    success({ ...openedForm, subject });
  answerSaved: () => Promise<Result<{ readonly savedAt: string }>> = async () =>
    success({ savedAt: "2026-11-22T09:30:00+07:00" });
  answerViewed: (entry: string) => Promise<Result<ViewedForm>> = async () =>
    formProblems.refuse("form-view-unknown");
  answerSubmitted: () => Promise<Result<SubmittedForm>> = async () =>
    success({ entry: "0193a000-0000-7000-8000-0000000000e1", delivery: "saved" });
  answerDiscarded: () => Promise<Result<null>> = async () => success(null);
  /** By canonical; absent ones are not on this machine. */
  readonly codes = new Map<string, readonly FormCode[]>();

  listForms = (subject: string) => {
    this.calls.push(["listForms", subject]);
    return this.answerOffers();
  };
  openForm = (subject: string, questionnaire: string) => {
    this.calls.push(["openForm", subject, questionnaire]);
    return this.answerForm(subject, questionnaire);
  };
  saveDraft = async (form: string, response: FhirJson, opening: DraftOpening) => {
    this.calls.push(["saveDraft", form, response, opening]);
    const saved = await this.answerSaved();
    if (saved.ok) this.keptForms.set(form, response);
    return saved;
  };
  discardDraft = async (form: string, opening?: DraftOpening): Promise<Result<null>> => {
    this.calls.push(["discardDraft", form, opening]);
    const discarded = await this.answerDiscarded();
    if (discarded.ok) this.keptForms.delete(form);
    return discarded;
  };
  submitForm = async (form: string, response: FhirJson, opening: DraftOpening) => {
    this.calls.push(["submitForm", form, response, opening]);
    const submitted = await this.answerSubmitted();
    if (submitted.ok) this.keptForms.set(form, response);
    return submitted;
  };
  viewForm = async (subject: string, entry: string): Promise<Result<ViewedForm>> => {
    this.calls.push(["viewForm", subject, entry]);
    return this.answerViewed(entry);
  };
  searchCodes = async (valueSet: string, text: string): Promise<Result<readonly FormCode[]>> => {
    this.calls.push(["searchCodes", valueSet, text]);
    const codes = this.codes.get(valueSet);
    if (codes === undefined) return formProblems.refuse("codes-missing");
    const wanted = foldName(text);
    return success(codes.filter(({ code, display }) => foldName(`${code} ${display}`).includes(wanted)));
  };

  #outbox(...call: Call): Promise<Result<OutboxView>> {
    this.calls.push(call);
    return this.answerOutbox();
  }

  #session(...call: Call): Promise<Result<SessionView>> {
    this.calls.push(call);
    return this.answerSession();
  }

  #visit(...call: Call): Promise<Result<VisitView>> {
    this.calls.push(call);
    return this.answerVisit();
  }
}
