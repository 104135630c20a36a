import type { DamagedFormView, FormDraftView, FormOffer, Language } from "@cadre-care/domain";
import { Dates } from "@cadre-care/elements";
import { html, nothing, type TemplateResult } from "lit";
import type { pageMessages } from "../view/messages.ts";
import type { PersonForms } from "./person-forms.ts";

type Texts = (typeof pageMessages)["vi"];

/** Opens a form that is offered; shows again what was submitted of it. */
export interface FormActions {
  open(subject: string, offer: FormOffer): void;
  view(subject: string, offer: FormOffer, entry: string): void;
}

/** A moment as a list shows it. */
const momentText = (instant: string): string => Dates.ours.moment(instant, Date.now());

const state = (offer: FormOffer, text: Texts): TemplateResult | typeof nothing => {
  if (offer.draft !== undefined)
    return html`<span class="soft">${text.formDraft(momentText(offer.draft.savedAt))}</span>`;
  if (offer.submitted === undefined) return nothing;
  const { at, delivery } = offer.submitted;
  return html`<span class="soft">${text.formSubmitted(momentText(at))} ${text.formDelivery[delivery]}</span>`;
};

const viewButton = (
  subject: string,
  offer: FormOffer,
  text: Texts,
  language: Language,
  actions: FormActions,
): TemplateResult | typeof nothing => {
  const { submitted } = offer;
  if (submitted === undefined) return nothing;
  const { entry } = submitted;
  return html`<button type="button" part="view-form" class="quiet" data-kind=${offer.kind} @click=${() => actions.view(subject, offer, entry)}
    aria-label=${`${text.formView}: ${offer.title[language]}`}>${text.formView}</button>`;
};

const offered = (
  subject: string,
  offer: FormOffer,
  text: Texts,
  language: Language,
  actions: FormActions,
): TemplateResult => html`
  <li>
    <span class="form-title">${offer.title[language]}</span>
    ${offer.sample ? html`<span class="chip">${text.formSample}</span>` : nothing}
    ${state(offer, text)}
    ${viewButton(subject, offer, text, language, actions)}
    <button type="button" part="open-form" data-kind=${offer.kind} @click=${() => actions.open(subject, offer)}
      aria-label=${`${offer.draft === undefined ? text.formOpen : text.formResume}: ${offer.title[language]}`}>
      ${offer.draft === undefined ? text.formOpen : text.formResume}
    </button>
  </li>`;

/** What may be filled in for the panel's person. */
export const offeredForms = (
  { subject, offers, problem }: PersonForms,
  text: Texts,
  language: Language,
  actions: FormActions,
): TemplateResult | typeof nothing => {
  if (problem !== undefined)
    return html`<section><h2>${text.forms}</h2><p role="status">${problem.message[language]}</p></section>`;
  if (subject === undefined || offers.length === 0) return nothing;
  return html`<section part="forms">
    <h2>${text.forms}</h2>
    <ul class="forms">${offers.map((offer) => offered(subject, offer, text, language, actions))}</ul>
  </section>`;
};

/** Drafts of this user whose person the page does not show: where they go on. */
export const draftsElsewhere = (
  drafts: readonly FormDraftView[],
  text: Texts,
  language: Language,
): TemplateResult | typeof nothing => {
  const others = drafts.filter(({ subject }) => subject === undefined);
  if (others.length === 0) return nothing;
  return html`<section part="drafts">
    <h2>${text.drafts(others.length)}</h2>
    <ul class="forms">
      ${others.map(
        ({ person, title, savedAt }) => html`<li>
          <strong>${person.name}</strong>
          <span class="soft">${Dates.ours.date(person.birthDate)}</span>
          <span>${title[language]}</span>
          <span class="soft">${text.formDraft(momentText(savedAt))}</span>
        </li>`,
      )}
    </ul>
    <p class="soft">${text.draftsHint}</p>
  </section>`;
};

const discardButton = (
  form: string,
  text: Texts,
  discard: (form: string) => void,
): TemplateResult => html`<details>
    <summary>${text.damagedDone}</summary>
    <button type="button" part="discard-damaged" @click=${() => discard(form)}
      aria-label=${`${text.discard}: ${text.damagedCode(form)}`}>${text.discard}</button>
  </details>`;

/**
 * Drafts of this user that do not open any more: what to report, and the way to be rid of them. Without `discard` that
 * is in the panel.
 */
export const damagedDrafts = (
  damaged: readonly DamagedFormView[],
  text: Texts,
  language: Language,
  discard: ((form: string) => void) | undefined,
): TemplateResult | typeof nothing =>
  damaged.length === 0
    ? nothing
    : html`<section part="damaged-drafts">
    <h2>${text.damaged(damaged.length)}</h2>
    <ul class="forms">
      ${damaged.map(
        ({ form, title, person, savedAt }) => html`<li>
          ${person === undefined ? nothing : html`<strong>${person.name}</strong>`}
          ${title === undefined ? nothing : html`<span>${title[language]}</span>`}
          ${savedAt === undefined ? nothing : html`<span class="soft">${text.formDraft(momentText(savedAt))}</span>`}
          <span class="soft">${text.damagedCode(form)}</span>
          ${discard === undefined ? nothing : discardButton(form, text, discard)}
        </li>`,
      )}
    </ul>
    <p class="soft">${text.damagedHint}${discard === undefined ? ` ${text.damagedInPanel}` : ""}</p>
  </section>`;
