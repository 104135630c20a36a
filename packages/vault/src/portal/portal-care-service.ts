import {
  type CareService,
  type CareTopic,
  type CareTopics,
  type Problem,
  type Result,
  ServiceGoneError,
  type SessionView,
  success,
  type Unsubscribe,
} from "@cadre-care/domain";
import { type Endpoint, wrap } from "comlink";
import type { CareCommand } from "../protocol/care-commands.ts";
import { PortalLink, type WorkerLine } from "./portal-link.ts";
import { portalProblems } from "./portal-problems.ts";
import { SignInWindow } from "./sign-in-window.ts";
import type { ToPage } from "./to-page.ts";
import type { PortalOptions } from "./to-worker.ts";

type Calls = Pick<CareService, CareCommand>;
type Answer<Name extends CareCommand> = Awaited<ReturnType<Calls[Name]>>;
interface Subscription {
  readonly topic: CareTopic;
  readonly tell: (value: unknown) => void;
}

/**
 * CareService of one page of a portal: calls by Comlink, subscriptions as plain messages (DESIGN 6b). When the worker is
 * lost every pending call rejects with ServiceGoneError, and every subscription is asked for again at the next one.
 */
export class PortalCareService implements CareService {
  readonly #link: PortalLink;
  readonly #listeners = new Set<EventListener>();
  readonly #subscriptions = new Map<number, Subscription>();
  readonly #pending = new Set<(error: ServiceGoneError) => void>();
  readonly #remote: ReturnType<typeof wrap<Calls>>;
  readonly #opened: Promise<void>;
  readonly #end = new AbortController();
  #windows: SignInWindow[] = [];
  #nextId = 0;
  #tellReady: (result: Result<null>) => void = () => undefined;

  /** Whether the vault could be opened; with the reason a person can act on. */
  readonly ready = new Promise<Result<null>>((resolve) => {
    this.#tellReady = resolve;
  });

  constructor(options: PortalOptions, start: () => WorkerLine) {
    this.#remote = wrap<Calls>(this.#endpoint());
    this.#link = new PortalLink(options, start, {
      message: (message) => this.#receive(message),
      connected: () => this.#resubscribe(),
      lost: () => this.#rejectPending(),
      failed: () => this.#fail(portalProblems.problem("portal-worker-failed")),
    });
    this.#opened = this.#link.open();
  }

  subscribe<Topic extends CareTopic>(
    topic: Topic,
    listener: (value: CareTopics[Topic]) => void,
  ): Unsubscribe {
    this.#nextId += 1;
    const id = this.#nextId;
    // The worker is the only sender, and it sends what the topic's type says.
    this.#subscriptions.set(id, { topic, tell: listener as (value: unknown) => void });
    this.#link.send({ kind: "subscribe", id, topic });
    return () => {
      if (this.#subscriptions.delete(id)) this.#link.send({ kind: "unsubscribe", id });
    };
  }

  /** To be called in the user's click: the window for the board's page is opened before anything is awaited. */
  signIn(): Promise<Result<SessionView>> {
    return this.#authorised("signIn", () => this.#remote.signIn());
  }

  /** Commands that show the board's page: in a portal each opens its window within the user's click. */
  async #authorised<Name extends "signIn" | "recover" | "enrolDevice">(
    _name: Name,
    start: () => Promise<Answer<Name>>,
  ): Promise<Answer<Name> | Result<never>> {
    const opened = new SignInWindow();
    if (opened.blocked) return portalProblems.refuse("sign-in-window-blocked");
    this.#windows.push(opened);
    try {
      return await this.#call<Name>(start);
    } finally {
      this.#windows = this.#windows.filter((one) => one !== opened);
      opened.close();
    }
  }

  createSecret: Calls["createSecret"] = (secret) =>
    this.#call<"createSecret">(() => this.#remote.createSecret(secret));
  unlock: Calls["unlock"] = (secret, slot) =>
    this.#call<"unlock">(() =>
      slot === undefined ? this.#remote.unlock(secret) : this.#remote.unlock(secret, slot),
    );
  unlockWithPasskey: Calls["unlockWithPasskey"] = (output, slot) =>
    this.#call<"unlockWithPasskey">(() =>
      slot === undefined
        ? this.#remote.unlockWithPasskey(output)
        : this.#remote.unlockWithPasskey(output, slot),
    );
  addPasskey: Calls["addPasskey"] = (secret, passkey) =>
    this.#call<"addPasskey">(() => this.#remote.addPasskey(secret, passkey));
  recover: Calls["recover"] = () => this.#authorised("recover", () => this.#remote.recover());
  enrolDevice: Calls["enrolDevice"] = (name) =>
    this.#authorised("enrolDevice", () => this.#remote.enrolDevice(name));
  lock: Calls["lock"] = () => this.#call<"lock">(() => this.#remote.lock());
  signOut: Calls["signOut"] = () => this.#call<"signOut">(() => this.#remote.signOut());
  setLanguage: Calls["setLanguage"] = (language) =>
    this.#call<"setLanguage">(() => this.#remote.setLanguage(language));
  statePatient: Calls["statePatient"] = (identity, urgency) =>
    this.#call<"statePatient">(() => this.#remote.statePatient(identity, urgency));
  lookUpScan: Calls["lookUpScan"] = (text) => this.#call<"lookUpScan">(() => this.#remote.lookUpScan(text));
  forgetScan: Calls["forgetScan"] = () => this.#call<"forgetScan">(() => this.#remote.forgetScan());
  openDetails: Calls["openDetails"] = (subject) =>
    this.#call<"openDetails">(() => this.#remote.openDetails(subject));
  checkIn: Calls["checkIn"] = (subject, confirmed) =>
    this.#call<"checkIn">(() => this.#remote.checkIn(subject, confirmed));
  withdrawLink: Calls["withdrawLink"] = (subject) =>
    this.#call<"withdrawLink">(() => this.#remote.withdrawLink(subject));
  undoCheckIn: Calls["undoCheckIn"] = (visit) =>
    this.#call<"undoCheckIn">(() => this.#remote.undoCheckIn(visit));
  recordStep: Calls["recordStep"] = (visit, step, room) =>
    this.#call<"recordStep">(() =>
      room === undefined ? this.#remote.recordStep(visit, step) : this.#remote.recordStep(visit, step, room),
    );
  synchronise: Calls["synchronise"] = () => this.#call<"synchronise">(() => this.#remote.synchronise());
  sendNow: Calls["sendNow"] = () => this.#call<"sendNow">(() => this.#remote.sendNow());
  openEntry: Calls["openEntry"] = (id) => this.#call<"openEntry">(() => this.#remote.openEntry(id));
  resendEntry: Calls["resendEntry"] = (id) => this.#call<"resendEntry">(() => this.#remote.resendEntry(id));
  correctEntry: Calls["correctEntry"] = (id, values) =>
    this.#call<"correctEntry">(() => this.#remote.correctEntry(id, values));
  chooseVersion: Calls["chooseVersion"] = (id, choice) =>
    this.#call<"chooseVersion">(() => this.#remote.chooseVersion(id, choice));
  handOverEntry: Calls["handOverEntry"] = (id, note) =>
    this.#call<"handOverEntry">(() => this.#remote.handOverEntry(id, note));
  listForms: Calls["listForms"] = (subject) => this.#call<"listForms">(() => this.#remote.listForms(subject));
  openForm: Calls["openForm"] = (subject, questionnaire) =>
    this.#call<"openForm">(() => this.#remote.openForm(subject, questionnaire));
  saveDraft: Calls["saveDraft"] = (form, response, opening) =>
    this.#call<"saveDraft">(() => this.#remote.saveDraft(form, response, opening));
  discardDraft: Calls["discardDraft"] = (form, opening) =>
    this.#call<"discardDraft">(() => this.#remote.discardDraft(form, opening));
  viewForm: Calls["viewForm"] = (subject, entry) =>
    this.#call<"viewForm">(() => this.#remote.viewForm(subject, entry));
  submitForm: Calls["submitForm"] = (form, response, opening) =>
    this.#call<"submitForm">(() => this.#remote.submitForm(form, response, opening));
  searchCodes: Calls["searchCodes"] = (valueSet, text) =>
    this.#call<"searchCodes">(() => this.#remote.searchCodes(valueSet, text));

  /** Somebody uses the page; the idle lock starts counting again. */
  noteActivity(): void {
    this.#link.send({ kind: "activity" });
  }

  /** Aborted when the page is done with the vault. */
  get ended(): AbortSignal {
    return this.#end.signal;
  }

  /** The page is done with the vault. Other tabs go on. */
  close(): void {
    this.#end.abort();
    for (const opened of this.#windows) opened.close();
    this.#subscriptions.clear();
    this.#link.close();
  }

  #call<Name extends CareCommand>(start: () => Promise<Answer<Name>>): Promise<Answer<Name>> {
    return new Promise((resolve, reject) => {
      this.#pending.add(reject);
      void this.#opened
        .then(start)
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

  #receive(message: ToPage): void {
    switch (message.kind) {
      case "value":
        this.#subscriptions.get(message.id)?.tell(message.value);
        return;
      case "answer": {
        const event = new MessageEvent("message", { data: message.message });
        for (const listener of this.#listeners) listener(event);
        return;
      }
      case "authorise":
        void this.#authorise(message.id, message.url);
        return;
      case "ready":
        this.#tellReady(success(null));
        return;
      case "failed":
        this.#fail(message.problem);
        return;
      case "stale":
        this.#link.restart();
    }
  }

  async #authorise(id: number, url: string): Promise<void> {
    const back = await this.#windows[0]?.authorise(url);
    this.#link.send({ kind: "authorised", id, ...(back === undefined ? {} : { url: back }) });
  }

  #fail(problem: Problem): void {
    this.#tellReady({ ok: false, problem });
    this.#rejectPending();
  }

  #resubscribe(): void {
    for (const [id, { topic }] of this.#subscriptions) this.#link.send({ kind: "subscribe", id, topic });
  }

  #rejectPending(): void {
    for (const reject of this.#pending) reject(new ServiceGoneError());
    this.#pending.clear();
  }
}
