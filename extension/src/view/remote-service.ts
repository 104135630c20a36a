import {
  type CareService,
  type CareTopics,
  type DraftOpening,
  type FhirJson,
  type FormCode,
  type FormOffer,
  type OpenedForm,
  type OutboxEntryDetails,
  type OutboxView,
  type PasskeyOutput,
  type PatientDetails,
  type Result,
  type RosterView,
  type ScanAnswer,
  ServiceGoneError,
  type SessionView,
  type StatedIdentity,
  type StatedUrgency,
  type SubmittedForm,
  type Unsubscribe,
  type ViewedForm,
  type VisitView,
} from "@cadre-care/domain";
import { type Endpoint, wrap } from "comlink";
import { z } from "zod/mini";
import type { ExtensionTopics } from "../protocol/extension-topics.ts";
import type { BuildInformation, ExtensionCommands } from "../protocol/view-contexts.ts";
import { ViewLink } from "./view-link.ts";

type Topics = CareTopics & ExtensionTopics;
type Calls = Omit<CareService, "subscribe" | "statePatient"> & ExtensionCommands;

/** The background is trusted; this says only which of its two kinds of message came. */
const fromBackground = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("answer"), message: z.unknown() }),
  z.object({ kind: z.literal("value"), id: z.number(), value: z.unknown() }),
]);

/**
 * CareService over the port of a view: calls by Comlink, subscriptions as plain messages (DESIGN 6). When the port is
 * lost every pending call rejects with ServiceGoneError, and every subscription is asked for again at the next one.
 */
export class RemoteCareService implements CareService, ExtensionCommands {
  readonly #link: ViewLink;
  readonly #listeners = new Set<EventListener>();
  readonly #subscriptions = new Map<number, { topic: keyof Topics; tell: (value: unknown) => void }>();
  readonly #pending = new Set<(error: ServiceGoneError) => void>();
  readonly #remote: ReturnType<typeof wrap<Calls>>;
  #nextId = 0;

  constructor(portName: string) {
    this.#remote = wrap<Calls>(this.#endpoint());
    this.#link = new ViewLink(portName, {
      message: (message) => this.#receive(message),
      connected: () => this.#resubscribe(),
      lost: () => this.#rejectPending(),
    });
  }

  open(): this {
    this.#link.open();
    this.#link.keepAlive();
    return this;
  }

  subscribe<Topic extends keyof Topics>(topic: Topic, listener: (value: Topics[Topic]) => void): Unsubscribe {
    this.#nextId += 1;
    const id = this.#nextId;
    // The background is the only sender, and it sends what the topic's type says.
    this.#subscriptions.set(id, { topic, tell: listener as (value: unknown) => void });
    this.#link.send({ kind: "subscribe", id, topic });
    return () => {
      if (this.#subscriptions.delete(id)) this.#link.send({ kind: "unsubscribe", id });
    };
  }

  signIn = () => this.#call<Result<SessionView>>(() => this.#remote.signIn());
  createSecret = (secret: string) => this.#call<Result<SessionView>>(() => this.#remote.createSecret(secret));
  unlock = (secret: string, user?: string) =>
    this.#call<Result<SessionView>>(() =>
      user === undefined ? this.#remote.unlock(secret) : this.#remote.unlock(secret, user),
    );
  unlockWithPasskey = (output: string, user?: string) =>
    this.#call<Result<SessionView>>(() =>
      user === undefined
        ? this.#remote.unlockWithPasskey(output)
        : this.#remote.unlockWithPasskey(output, user),
    );
  addPasskey = (secret: string, passkey: PasskeyOutput) =>
    this.#call<Result<SessionView>>(() => this.#remote.addPasskey(secret, passkey));
  recover = () => this.#call<Result<SessionView>>(() => this.#remote.recover());
  enrolDevice = (name: string) => this.#call<Result<SessionView>>(() => this.#remote.enrolDevice(name));
  lock = () => this.#call<Result<SessionView>>(() => this.#remote.lock());
  signOut = () => this.#call<Result<SessionView>>(() => this.#remote.signOut());
  setLanguage = (language: string) =>
    this.#call<Result<SessionView>>(() => this.#remote.setLanguage(language));
  lookUpScan = (text: string) => this.#call<Result<ScanAnswer>>(() => this.#remote.lookUpScan(text));
  forgetScan = () => this.#call(() => this.#remote.forgetScan());
  openDetails = (subject: string) =>
    this.#call<Result<PatientDetails>>(() => this.#remote.openDetails(subject));
  checkIn = (subject: string, confirmed: boolean) =>
    this.#call<Result<VisitView>>(() => this.#remote.checkIn(subject, confirmed));
  withdrawLink = (subject: string) => this.#call<Result<null>>(() => this.#remote.withdrawLink(subject));
  undoCheckIn = (visit: string) => this.#call<Result<VisitView>>(() => this.#remote.undoCheckIn(visit));
  recordStep = (visit: string, step: string, room?: string) =>
    this.#call<Result<VisitView>>(() =>
      room === undefined ? this.#remote.recordStep(visit, step) : this.#remote.recordStep(visit, step, room),
    );
  synchronise = () => this.#call<Result<RosterView>>(() => this.#remote.synchronise());
  sendNow = () => this.#call<Result<OutboxView>>(() => this.#remote.sendNow());
  openEntry = (id: string) => this.#call<Result<OutboxEntryDetails>>(() => this.#remote.openEntry(id));
  resendEntry = (id: string) => this.#call<Result<OutboxView>>(() => this.#remote.resendEntry(id));
  correctEntry = (id: string, values: Readonly<Record<string, string>>) =>
    this.#call<Result<OutboxView>>(() => this.#remote.correctEntry(id, values));
  chooseVersion = (id: string, choice: "mine" | "theirs") =>
    this.#call<Result<OutboxView>>(() => this.#remote.chooseVersion(id, choice));
  handOverEntry = (id: string, note: string) =>
    this.#call<Result<OutboxView>>(() => this.#remote.handOverEntry(id, note));
  listForms = (subject: string) =>
    this.#call<Result<readonly FormOffer[]>>(() => this.#remote.listForms(subject));
  openForm = (subject: string, questionnaire: string) =>
    this.#call<Result<OpenedForm>>(() => this.#remote.openForm(subject, questionnaire));
  saveDraft = (form: string, response: FhirJson, opening: DraftOpening) =>
    this.#call<Result<{ savedAt: string }>>(() => this.#remote.saveDraft(form, response, opening));
  discardDraft = (form: string, opening?: DraftOpening) =>
    this.#call<Result<null>>(() => this.#remote.discardDraft(form, opening));
  submitForm = (form: string, response: FhirJson, opening: DraftOpening) =>
    this.#call<Result<SubmittedForm>>(() => this.#remote.submitForm(form, response, opening));
  viewForm = (subject: string, entry: string) =>
    this.#call<Result<ViewedForm>>(() => this.#remote.viewForm(subject, entry));
  searchCodes = (valueSet: string, text: string) =>
    this.#call<Result<readonly FormCode[]>>(() => this.#remote.searchCodes(valueSet, text));
  openPanel = () => this.#call(() => this.#remote.openPanel());
  closeDock = () => this.#call(() => this.#remote.closeDock());
  showPerson = (subject: string | null) => this.#call(() => this.#remote.showPerson(subject));
  buildInformation = (): Promise<BuildInformation> => this.#call(() => this.#remote.buildInformation());

  /** In the extension the content script states the patient; a view cannot. */
  async statePatient(
    _identity: StatedIdentity | null,
    _urgency: StatedUrgency,
  ): Promise<Result<{ subject: string }>> {
    return {
      ok: false,
      problem: {
        code: "not-in-extension",
        message: {
          vi: "Trong tiện ích, người bệnh do trang HIS đang mở xác định.",
          en: "In the extension the open HIS page says who the patient is.",
        },
      },
    };
  }

  #call<Value>(start: () => Promise<Value>): Promise<Value> {
    return new Promise((resolve, reject) => {
      this.#pending.add(reject);
      start()
        .then(resolve, reject)
        .finally(() => this.#pending.delete(reject));
    });
  }

  #endpoint(): Endpoint {
    return {
      postMessage: (message: unknown) => {
        if (!this.#link.send({ kind: "call", message: JSON.parse(JSON.stringify(message)) }))
          this.#rejectPending();
      },
      addEventListener: (_type, listener) => {
        if (typeof listener === "function") this.#listeners.add(listener);
      },
      removeEventListener: (_type, listener) => {
        if (typeof listener === "function") this.#listeners.delete(listener);
      },
    };
  }

  #receive(message: unknown): void {
    const parsed = fromBackground.safeParse(message);
    if (!parsed.success) return;
    if (parsed.data.kind === "value") {
      this.#subscriptions.get(parsed.data.id)?.tell(parsed.data.value);
      return;
    }
    const event = new MessageEvent("message", { data: parsed.data.message });
    for (const listener of this.#listeners) listener(event);
  }

  #resubscribe(): void {
    for (const [id, { topic }] of this.#subscriptions) this.#link.send({ kind: "subscribe", id, topic });
  }

  #rejectPending(): void {
    for (const reject of this.#pending) reject(new ServiceGoneError());
    this.#pending.clear();
  }
}
