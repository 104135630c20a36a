import "@cadre-care/elements/define/exam-checklist";
import "@cadre-care/elements/define/referral-form";
import "@cadre-care/elements/define/submitted-form";
import { type FormOffer, type Language, ServiceGoneError } from "@cadre-care/domain";
import { html, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from "lit";
import { Follow } from "../view/follow.ts";
import { pageMessages } from "../view/messages.ts";
import type { RemoteCareService } from "../view/remote-service.ts";
import { damagedDrafts, draftsElsewhere, type FormActions, offeredForms } from "./form-lists.ts";
import { PersonForms } from "./person-forms.ts";

interface Chosen {
  readonly subject: string;
  readonly offer: FormOffer;
  /** Who filled it in: nobody else goes on with it. */
  readonly user: string | undefined;
  /** Entry of a submitted form that is only looked at. */
  readonly entry?: string;
}

/** What the panel's forms ask of the vault. */
export type FormDeskService = Pick<RemoteCareService, "subscribe" | "listForms" | "discardDraft">;

type Host = ReactiveControllerHost & Pick<Element, "shadowRoot">;

/**
 * The forms of a panel or docked frame: those on offer, and the one that is open, which stays until the user is done with
 * it. When the form that had the focus is closed, the focus goes to the heading: the next Tab goes through the panel from
 * its top, and not out of it.
 */
export class FormDesk implements ReactiveController {
  readonly #session: Follow<"session">;
  readonly #forms: Follow<"forms">;
  readonly #outbox: Follow<"outbox">;
  readonly #roster: Follow<"roster">;
  readonly #person: PersonForms;
  #chosen: Chosen | undefined;
  #focused: Element | null | undefined;

  /** `framed`: it stands in a page of others, where submitting needs the proof that it is seen, and no draft is discarded. */
  constructor(
    private readonly host: Host,
    private readonly service: FormDeskService,
    private readonly framed = false,
  ) {
    this.#session = new Follow(host, service, "session");
    this.#forms = new Follow(host, service, "forms");
    this.#outbox = new Follow(host, service, "outbox");
    this.#roster = new Follow(host, service, "roster");
    this.#person = new PersonForms(host, service);
    host.addController(this);
  }

  hostUpdate(): void {
    this.#focused = this.host.shadowRoot?.activeElement?.closest("[part=form]");
  }

  hostUpdated(): void {
    if (this.#focused?.isConnected === false) this.host.shadowRoot?.querySelector<HTMLElement>("h1")?.focus();
    this.#focused = undefined;
  }

  /** `subject`: whom the panel is about, where forms may be opened for them. */
  follow(subject: string | undefined): void {
    const { state } = this.#session.value ?? {};
    if (state === "open" && this.#chosen !== undefined && this.#chosen.user !== this.#user)
      this.#chosen = undefined;
    // What is only looked at goes with its person: nothing in it can be lost.
    if (this.#chosen?.entry !== undefined && this.#chosen.subject !== subject) this.#chosen = undefined;
    // Beside an open form no list is shown; each of its drafts would have it asked for again.
    if (this.#chosen !== undefined) return;
    const { waiting, parked, lastDeliveredAt } = this.#outbox.value ?? {};
    // Forms come with the directory.
    const { state: roster, syncedAt } = this.#roster.value ?? {};
    const news = `${waiting} ${parked} ${lastDeliveredAt} ${roster} ${syncedAt}`;
    this.#person.follow(state === "open" ? subject : undefined, this.#forms.value, news);
  }

  /** The form is left where it is: as a draft. */
  leave(): void {
    this.#chosen = undefined;
  }

  /** The form that is open. It stays in the document while the session is locked: hidden, and kept. */
  open(): TemplateResult | undefined {
    if (this.#chosen === undefined) return undefined;
    return html`<section part="form" aria-label=${this.#chosen.offer.title[this.#language]}>${this.#element(this.#chosen)}</section>`;
  }

  #element({ subject, offer, entry }: Chosen): TemplateResult {
    if (entry !== undefined)
      return this.#session.value?.state === "open"
        ? html`<cadre-submitted-form subject=${subject} entry=${entry} @cadre-form-close=${this.#close}></cadre-submitted-form>`
        : html``;
    return offer.kind === "referral"
      ? html`<cadre-referral-form autofocus ?require-visible=${this.framed} subject=${subject} questionnaire=${offer.questionnaire} @cadre-form-close=${this.#close}></cadre-referral-form>`
      : html`<cadre-exam-checklist autofocus ?require-visible=${this.framed} subject=${subject} questionnaire=${offer.questionnaire} @cadre-form-close=${this.#close}></cadre-exam-checklist>`;
  }

  /** Forms for the panel's person, and drafts that wait for theirs. */
  lists(): TemplateResult {
    const text = pageMessages[this.#language];
    const { drafts = [], damaged = [] } = this.#forms.value ?? {};
    return html`
      ${offeredForms(this.#person, text, this.#language, this.#actions)}
      ${draftsElsewhere(drafts, text, this.#language)}
      ${damagedDrafts(damaged, text, this.#language, this.framed ? undefined : this.#discard)}
    `;
  }

  get #user(): string | undefined {
    return this.#session.value?.user?.id;
  }

  get #language(): Language {
    return this.#session.value?.language ?? "vi";
  }

  readonly #actions: FormActions = {
    open: (subject, offer) => this.#choose({ subject, offer, user: this.#user }),
    view: (subject, offer, entry) => this.#choose({ subject, offer, entry, user: this.#user }),
  };

  #choose(chosen: Chosen): void {
    this.#chosen = chosen;
    this.host.requestUpdate();
  }

  /** The list says whether it is gone. */
  readonly #discard = (form: string): void => {
    this.service.discardDraft(form).catch((cause: unknown) => {
      if (!(cause instanceof ServiceGoneError)) throw cause;
    });
  };

  readonly #close = (): void => {
    this.#chosen = undefined;
    this.host.requestUpdate();
  };
}
