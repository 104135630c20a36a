import type {
  CareService,
  FhirJson,
  FormDelivery,
  FormKind,
  OpenedForm,
  Problem,
  Result,
  SubmittedForm,
} from "@cadre-care/domain";
import type { ReactiveController, ReactiveControllerHost } from "lit";
import { ActionController } from "../care/action-controller.ts";
import { goneProblem } from "../care/gone-problem.ts";
import { TopicController } from "../care/topic-controller.ts";
import {
  CadreDraftSavedEvent,
  CadreFormLockedEvent,
  CadreFormSubmittedEvent,
} from "../events/form-events.ts";
import { deliveryOf } from "./delivery-of.ts";
import { DraftSaver, type DraftState } from "./draft-saver.ts";
import { type FormLock, formLock } from "./form-lock.ts";
import { openOffered } from "./offered-form.ts";

/** What is filled in: shown by the element, kept by whoever keeps the draft. */
export interface FormContent {
  /** Loads what showing it needs. */
  prepare(opened: OpenedForm): Promise<void> | undefined;
  show(opened: OpenedForm, service: CareService): void;
  /** The QuestionnaireResponse as far as it goes. */
  response(): FhirJson;
  forget(): void;
}

/** One form of one person, from opening to delivery: its draft, its lock, its submission. */
export class CareForm implements ReactiveController {
  opened: OpenedForm | undefined;
  submitted: SubmittedForm | undefined;
  discarded = false;
  lock: FormLock | undefined;
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #content: FormContent;
  readonly #session: TopicController<"session">;
  readonly #subject: TopicController<"subject">;
  readonly #forms: TopicController<"forms">;
  readonly #outbox: TopicController<"outbox">;
  readonly #connection: TopicController<"connection">;
  readonly #opening: ActionController;
  readonly #acting: ActionController;
  #service: CareService | undefined;
  #wanted: string | undefined;
  #canonical: string | undefined;
  #saver: DraftSaver<FhirJson> | undefined;
  /** The user is done with the form: none is opened again by itself. */
  #left = false;
  /** Who was here last with an open session. */
  #user: { readonly id: string | undefined } | undefined;

  constructor(
    host: ReactiveControllerHost & HTMLElement,
    service: () => CareService | undefined,
    content: FormContent,
  ) {
    this.#host = host;
    this.#content = content;
    this.#session = new TopicController(host, service, "session");
    this.#subject = new TopicController(host, service, "subject");
    this.#forms = new TopicController(host, service, "forms");
    this.#outbox = new TopicController(host, service, "outbox");
    this.#connection = new TopicController(host, service, "connection");
    this.#opening = new ActionController(host);
    this.#acting = new ActionController(host);
    host.addController(this);
  }

  get opening(): boolean {
    return this.#opening.busy !== undefined;
  }

  /** Why the form could not be opened. */
  get openProblem(): Problem | undefined {
    return this.#opening.problem;
  }

  /** What is being done: `submit`, `discard` or `reopen`. */
  get busy(): string | undefined {
    return this.#acting.busy;
  }

  /** Why submitting, discarding or opening again failed. */
  get problem(): Problem | undefined {
    return this.#acting.problem;
  }

  get draft(): DraftState {
    return this.#saver?.state ?? { state: "clean" };
  }

  get offline(): boolean {
    return this.#connection.value?.online === false;
  }

  get sessionOpen(): boolean {
    return this.#session.value === undefined || this.#session.value.state === "open";
  }

  get delivery(): FormDelivery | undefined {
    return this.submitted === undefined ? undefined : deliveryOf(this.submitted, this.#outbox.value);
  }

  /** The person to open a form for: the stated one, else the page's patient where that one is managed. */
  subjectNow(stated: string | undefined): string | undefined {
    const view = this.#subject.value;
    return stated ?? (view?.about.state === "managed" ? view.subject : undefined);
  }

  /** Opens the form once there is a service and a person; keeps the one that is open, whoever the page shows later. */
  follow(
    service: CareService | undefined,
    stated: string | undefined,
    kind: FormKind,
    canonical: string | undefined,
  ): void {
    if (service !== this.#service) {
      this.close();
      this.#service = service;
      this.#user = undefined;
    }
    this.#decideUser();
    this.#decideLock();
    const subject = this.subjectNow(stated);
    // An answer about whoever was there before is not waited for, nor is its problem shown.
    if (this.opened === undefined && this.#wanted !== undefined && subject !== this.#wanted) {
      this.#wanted = undefined;
      this.#opening.reset();
    }
    if (this.#left || service === undefined || subject === undefined || !this.sessionOpen) return;
    // Opening is audited: nothing is opened in an element that left the page.
    if (!this.#host.isConnected) return;
    if (this.opened !== undefined || this.discarded || this.#wanted === subject) return;
    this.#wanted = subject;
    this.#canonical = canonical;
    void this.#open(service, subject, kind);
  }

  get left(): boolean {
    return this.#left;
  }

  /** The user closes the form, and keeps its draft. */
  leave(): void {
    this.close();
    this.#left = true;
    this.#host.requestUpdate();
  }

  /** Opens again after a problem, or after the form was left or its draft discarded. */
  again(): void {
    this.#left = false;
    this.discarded = false;
    this.#wanted = undefined;
    this.#opening.reset();
    this.#acting.reset();
    this.#host.requestUpdate();
  }

  /** Opens the newest draft in place of what stands here, which stays until that is there. */
  async reopen(): Promise<void> {
    const { opened } = this;
    const service = this.#service;
    if (opened === undefined || service === undefined) return;
    const { subject, kind } = opened;
    const newest = await this.#acting.run("reopen", () => this.#ready(service, subject, kind));
    if (newest === undefined || this.opened !== opened) return;
    this.close();
    this.#wanted = subject;
    this.#show(newest, service);
  }

  /** Something was entered. */
  changed(): void {
    this.#saver?.changed();
  }

  /** Saves what is not saved yet. */
  async flush(): Promise<void> {
    await this.#saver?.flush();
  }

  /** Accepts the form for good. Answers whether it was accepted; otherwise the draft stays. */
  async submit(response: FhirJson): Promise<boolean> {
    const { opened } = this;
    const service = this.#service;
    const saver = this.#saver;
    if (opened === undefined || service === undefined || this.lock !== undefined) return false;
    if (this.busy !== undefined || this.submitted !== undefined) return false;
    // What was accepted counts, also where nobody waits for the action any more: the element was moved meanwhile.
    const answer: { accepted?: SubmittedForm } = {};
    await this.#acting.run("submit", async () => {
      await saver?.flush();
      saver?.stop();
      const result = await service.submitForm(opened.form, response, opened.opening);
      if (result.ok) answer.accepted = result.value;
      return result;
    });
    if (this.opened !== opened) return false;
    if (answer.accepted === undefined) {
      saver?.resume();
      return false;
    }
    this.submitted = answer.accepted;
    this.#host.requestUpdate();
    this.#host.dispatchEvent(new CadreFormSubmittedEvent(opened.form, answer.accepted.delivery));
    return true;
  }

  /** Throws the draft away. Answers whether it is gone. */
  async discard(): Promise<boolean> {
    const { opened } = this;
    const service = this.#service;
    if (opened === undefined || service === undefined) return false;
    this.#saver?.stop();
    const done = await this.#acting.run("discard", () => service.discardDraft(opened.form, opened.opening));
    if (this.opened !== opened) return false;
    if (done === undefined) {
      if (this.lock === undefined) this.#saver?.resume();
      return false;
    }
    this.close();
    this.discarded = true;
    this.#host.requestUpdate();
    return true;
  }

  /** Nothing of the form stays in the element; what was not saved yet is saved behind it. */
  close(): void {
    this.#saver?.end();
    this.#saver = undefined;
    this.#left = false;
    this.opened = undefined;
    this.submitted = undefined;
    this.discarded = false;
    this.lock = undefined;
    this.#wanted = undefined;
    this.#opening.reset();
    this.#acting.reset();
    this.#content.forget();
  }

  hostConnected(): void {
    document.addEventListener("visibilitychange", this.#onHidden);
  }

  hostDisconnected(): void {
    document.removeEventListener("visibilitychange", this.#onHidden);
    void this.flush();
    // An opening under way is not waited for by an element that is moved: it begins anew.
    if (this.opened === undefined) this.#wanted = undefined;
  }

  readonly #onHidden = (): void => {
    if (document.visibilityState === "hidden") void this.flush();
  };

  async #open(service: CareService, subject: string, kind: FormKind): Promise<void> {
    const opened = await this.#opening.run("open", () => this.#ready(service, subject, kind));
    if (opened !== undefined && this.#service === service) this.#show(opened, service);
  }

  /** A form with everything that showing it needs. */
  async #ready(service: CareService, subject: string, kind: FormKind): Promise<Result<OpenedForm>> {
    const answer = await openOffered(service, subject, kind, this.#canonical);
    if (answer.ok) await this.#content.prepare(answer.value);
    return answer;
  }

  #show(opened: OpenedForm, service: CareService): void {
    this.opened = opened;
    this.#saver = new DraftSaver({
      take: () => this.#content.response(),
      save: (response) => service.saveDraft(opened.form, response, opened.opening),
      gone: goneProblem,
      told: (state) => {
        this.#host.requestUpdate();
        if (state.state === "saved")
          this.#host.dispatchEvent(new CadreDraftSavedEvent(opened.form, state.savedAt));
      },
    });
    this.#content.show(opened, service);
    this.#host.requestUpdate();
  }

  /** What one user had open is no other's, even to see: their draft waits for them. */
  #decideUser(): void {
    const session = this.#session.value;
    if (session?.state !== "open") return;
    const user = { id: session.user?.id };
    if (this.#user !== undefined && this.#user.id !== user.id) {
      // Nothing more is saved: it would be in the other's name.
      this.#saver?.stop();
      this.close();
    }
    this.#user = user;
  }

  #decideLock(): void {
    const { opened, submitted, lock: before } = this;
    if (opened === undefined || submitted !== undefined) return;
    // An element that was moved hears its topics anew: until they speak, a lock stays.
    if (before !== undefined && (this.#forms.value === undefined || this.#session.value === undefined))
      return;
    // Submitted or discarded there: what stands here is still not the newest.
    const isGone = this.#forms.value?.bound.every(({ form }) => form !== opened.form);
    if (before?.reason === "saved-elsewhere" && isGone && this.sessionOpen) return;
    this.lock = formLock(opened, this.#session.value, this.#forms.value);
    if (this.lock?.reason === before?.reason) return;
    if (this.lock === undefined) {
      if (this.#acting.busy === undefined) this.#acting.reset();
      this.#saver?.resume();
    } else this.#saver?.stop();
    this.#host.dispatchEvent(new CadreFormLockedEvent(opened.form, this.lock?.reason ?? "unlocked"));
  }
}
