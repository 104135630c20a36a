import {
  type BoundForm,
  type DraftOpening,
  type FhirJson,
  type FormCode,
  type FormCommands,
  type FormOffer,
  type FormsView,
  formProblems,
  isoDate,
  type OpenedForm,
  type Result,
  type SubmittedForm,
  success,
  type ViewedForm,
} from "@cadre-care/domain";
import type { OpenFormRow } from "../forms/user-forms.ts";
import { storageSaid } from "../storage/storage-said.ts";
import type { PagePatient } from "./page-patient.ts";
import type { ScopeHost } from "./scope-host.ts";
import { vaultProblems } from "./service-problems.ts";
import type { Opened, SubjectActions } from "./subject-actions.ts";
import { Topic } from "./topic.ts";

const { refuse } = formProblems;
/** Codes given for one question: who needs more types more. */
const CODES_SHOWN = 50;

const isDraft = (row: OpenFormRow): row is OpenFormRow & { savedAt: string } => row.savedAt !== undefined;

/**
 * The forms of one page. A form belongs to the person whom it was opened for: while the page shows another one nothing is
 * saved or submitted, and what was saved stays (DESIGN rule 10).
 */
export class ScopeForms implements FormCommands {
  readonly view = new Topic<FormsView>({ drafts: [], bound: [] });
  readonly #host: ScopeHost;
  readonly #actions: SubjectActions;
  readonly #patient: PagePatient;

  constructor(host: ScopeHost, actions: SubjectActions, patient: PagePatient) {
    this.#host = host;
    this.#actions = actions;
    this.#patient = patient;
  }

  listForms(subject: string): Promise<Result<readonly FormOffer[]>> {
    return storageSaid(async () => {
      const opened = await this.#actions.opened(subject, true);
      if (!opened.ok) return opened;
      return this.#host.forms.opening.offers(opened.value.desk, opened.value.entry);
    });
  }

  openForm(subject: string, questionnaire: string): Promise<Result<OpenedForm>> {
    return storageSaid(async () => {
      const opened = await this.#actions.opened(subject);
      if (!opened.ok) return opened;
      const { desk, entry } = opened.value;
      const page = this.#pageOf(entry.personId);
      if (page === "another") return refuse("form-of-another-patient");
      // Both at one moment: a page that shows somebody else a moment later has other facts.
      const facts = page === "same" ? this.#patient.facts : [];
      const unsure = await this.#unconfirmed(opened.value);
      if (unsure) return vaultProblems.refuse("confirmation-needed");
      const form = await this.#host.forms.opening.open(desk, entry, questionnaire, facts);
      this.#host.sendSoon();
      if (!form.ok) return form;
      const still = await this.#still(opened.value);
      if (!still.ok) return still;
      return success({ ...form.value, subject });
    });
  }

  saveDraft(
    form: string,
    response: FhirJson,
    opening: DraftOpening,
  ): Promise<Result<{ readonly savedAt: string }>> {
    return storageSaid(async () => {
      await this.#host.session.lockIfIdle();
      return this.#host.forms.keeping.save(form, response, opening, this.#mayWrite);
    });
  }

  discardDraft(form: string, opening?: DraftOpening): Promise<Result<null>> {
    return storageSaid(async () => {
      return this.#host.forms.keeping.discard(form, opening);
    });
  }

  submitForm(form: string, response: FhirJson, opening: DraftOpening): Promise<Result<SubmittedForm>> {
    return storageSaid(async () => {
      const desk = await this.#actions.desk();
      if (!desk.ok) return desk;
      const { keeping } = this.#host.forms;
      const submitted = await keeping.submit(desk.value, form, response, opening, this.#mayWrite);
      if (submitted.ok) this.#host.sendSoon();
      return submitted;
    });
  }

  viewForm(subject: string, entry: string): Promise<Result<ViewedForm>> {
    return storageSaid(async () => {
      const opened = await this.#actions.opened(subject);
      if (!opened.ok) return opened;
      const { desk, entry: person } = opened.value;
      if (this.#pageOf(person.personId) === "another") return refuse("form-of-another-patient");
      if (await this.#unconfirmed(opened.value)) return vaultProblems.refuse("confirmation-needed");
      const viewed = await this.#host.forms.viewing.view(desk, person, entry);
      this.#host.sendSoon();
      if (!viewed.ok) return viewed;
      const still = await this.#still(opened.value);
      if (!still.ok) return still;
      if (!this.#actions.offers(subject)) return vaultProblems.refuse("subject-changed");
      return viewed;
    });
  }

  searchCodes(valueSet: string, text: string): Promise<Result<readonly FormCode[]>> {
    return storageSaid(async () => {
      const desk = await this.#actions.desk();
      if (!desk.ok) return desk;
      const codes = await this.#host.forms.library.codes(valueSet);
      return codes ? success(codes.search(text).slice(0, CODES_SHOWN)) : refuse("codes-missing");
    });
  }

  /** The page's patient, or this user's forms, changed. */
  refresh(): void {
    const rows = this.#host.forms.open.value;
    const damaged = this.#host.forms.damaged.value;
    const { subject } = this.#patient.view.value;
    const drafts = rows.filter(isDraft).map(({ personId, savedBy: _, ...draft }) => ({
      ...draft,
      ...(subject !== undefined && this.#pageOf(personId) === "same" ? { subject } : {}),
    }));
    this.view.set({
      drafts: drafts.sort((one, other) => other.savedAt.localeCompare(one.savedAt)),
      bound: rows.map((row) => this.#boundOf(row)),
      ...(damaged.length === 0 ? {} : { damaged }),
      ...this.#named(rows),
    });
  }

  #boundOf({ form, personId, savedAt, savedBy }: OpenFormRow): BoundForm {
    const bound = { form, page: this.#pageOf(personId) };
    if (savedAt === undefined) return bound;
    return { ...bound, saved: { at: savedAt, ...(savedBy === undefined ? {} : { opening: savedBy }) } };
  }

  /** By name only where a form is open that must be told apart from them. */
  #named(rows: readonly OpenFormRow[]): Pick<FormsView, "patient"> {
    const answered = rows.length === 0 ? undefined : this.#patient.answered;
    const { name, birthDate } = answered?.entry ?? answered?.stated ?? {};
    if (name === undefined) return {};
    return { patient: birthDate ? { name, birthDate: isoDate(birthDate) } : { name } };
  }

  /** Reading took a moment: what was asked for before a lock is not given after it, nor to the next user. */
  async #still({ desk, entry }: Opened): Promise<Result<null>> {
    const now = await this.#actions.desk();
    if (!now.ok) return now;
    if (now.value.author.reference !== desk.author.reference) return vaultProblems.refuse("session-locked");
    // A patient who changed meanwhile is not shown under the next.
    return this.#pageOf(entry.personId) === "another" ? refuse("form-of-another-patient") : success(null);
  }

  #pageOf(personId: string): BoundForm["page"] {
    const answered = this.#patient.answered;
    if (!answered) return "none";
    return answered.entry?.personId === personId ? "same" : "another";
  }

  /** Asked of what the form is bound to when it is its turn: neither the page nor the list need be what they were. */
  readonly #mayWrite = (personId: string): boolean => this.#pageOf(personId) !== "another";

  /** A match that staff must compare with a paper counts from the check-in on, where they did. */
  async #unconfirmed({ subject, entry, desk }: Opened): Promise<boolean> {
    return subject.confirm && (await this.#host.visits.current(desk, entry.personId)) === undefined;
  }
}
