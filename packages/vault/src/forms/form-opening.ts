import {
  type DirectoryEntry,
  type DraftOpening,
  type FormDelivery,
  type FormOffer,
  formProblems,
  isoDate,
  mayFill,
  type OpenedForm,
  type PageFact,
  type Result,
  success,
  tierOf,
} from "@cadre-care/domain";
import type { FormDefinition } from "@cadre-care/fhir";
import type { Outbox } from "../outbox/outbox.ts";
import { uuidV7 } from "../outbox/uuid-v7.ts";
import type { FormRecord } from "../storage/schema.ts";
import type { Desk } from "../visits/desk.ts";
import { hospitalDay, hospitalInstant } from "../visits/hospital-time.ts";
import type { Visits } from "../visits/visits.ts";
import type { EarlierValues } from "./earlier-values.ts";
import { isSample, type Occasion, offersFor, openFormOf, submittedOf } from "./form-offers.ts";
import type { FormOwner, FoundForm } from "./form-store.ts";
import type { KeptLibrary } from "./kept-library.ts";
import { proposals } from "./proposals.ts";
import { FORM_VERSION, type FormBinding } from "./stored-form.ts";
import type { UserForms } from "./user-forms.ts";

export interface FormOpeningOptions {
  readonly forms: UserForms;
  readonly outbox: Outbox;
  readonly visits: Visits;
  readonly library: Pick<KeptLibrary, "forms" | "read">;
  readonly earlier: EarlierValues;
  /** Epoch milliseconds, corrected by the board's clock. */
  readonly now: () => number;
}

interface Bound {
  readonly found: FoundForm;
  readonly form: FormDefinition;
  readonly owner: FormOwner;
  readonly mine: readonly FoundForm[];
}

type Beginning = Occasion & { readonly start: string };

const { refuse } = formProblems;

const openingOf = ({ savedAt }: FormRecord): DraftOpening => {
  const id = crypto.randomUUID();
  return savedAt === undefined ? { id } : { id, savedAt: new Date(savedAt).toISOString() };
};

/** Says which forms there are for a person, and opens them: for this person and encounter, and never another one. */
export class FormOpening {
  readonly #options: FormOpeningOptions;

  constructor(options: FormOpeningOptions) {
    this.#options = options;
  }

  offers(desk: Desk, person: DirectoryEntry): Promise<Result<readonly FormOffer[]>> {
    const { forms, library, outbox } = this.#options;
    return forms.inTurn(async (owner) => {
      const allowed = tierOf(desk.policy, person.tier);
      if (!allowed.ok) return allowed;
      const kept = await library.forms();
      // Who fills in no clinical forms misses none.
      if (kept.empty) return mayFill(desk.role, "exam") ? refuse("forms-missing") : success([]);
      const occasion = await this.#occasion(desk, person.personId);
      const mine = await forms.store.all(owner);
      const delivery = new Map<string, FormDelivery>();
      for (const { row } of submittedOf(mine, occasion))
        if (row.entry !== undefined) delivery.set(row.entry, await outbox.deliveryOf([row.entry]));
      return success(offersFor(kept, mine, occasion, desk, delivery));
    });
  }

  /** The view is durable before anything is given (DESIGN rule 9). `page`: what the page states, a proposal at most. */
  async open(
    desk: Desk,
    person: DirectoryEntry,
    questionnaire: string,
    page: readonly PageFact[],
  ): Promise<Result<Omit<OpenedForm, "subject">>> {
    const { forms, visits, earlier } = this.#options;
    const bound = await forms.inTurn((owner) => this.#bound(desk, person, questionnaire, owner));
    if (!bound.ok) return bound;
    await forms.refresh();
    const audited = await visits.recordView(desk, person.personId);
    if (!audited.ok) return audited;
    const { found, form, owner, mine } = bound.value;
    const response = await forms.store.response(found.row, owner.drafts);
    if (response === "damaged") return forms.setAside(found.row.id, this.#options.now());
    const library = await this.#options.library.read();
    const { sent, searched } = library.valueSetsOf(form);
    const { row, binding } = found;
    const { eventDate, kind, visit } = binding;
    return success({
      form: row.id,
      opening: openingOf(row),
      person: binding.person,
      author: { name: desk.author.name },
      ...(visit === undefined ? {} : { visit }),
      ...{ eventDate, kind, questionnaire: form.questionnaire, valueSets: sent, searched },
      sample: isSample(desk.policy, form.canonical),
      ...(response ? { response } : {}),
      prefilled: await proposals(
        { form, binding, library, mine, owner, store: forms.store },
        person,
        page,
        desk.author.name,
      ),
      ...(await earlier.of(found, form, mine, owner)),
    });
  }

  /** The draft to go on with, or a new one; durable, so that a background that sleeps meanwhile still knows it. */
  async #bound(
    desk: Desk,
    person: DirectoryEntry,
    questionnaire: string,
    owner: FormOwner,
  ): Promise<Result<Bound>> {
    const { forms } = this.#options;
    const allowed = tierOf(desk.policy, person.tier);
    if (!allowed.ok) return allowed;
    const library = await this.#options.library.forms();
    if (library.empty) return refuse("forms-missing");
    const occasion = await this.#occasion(desk, person.personId);
    const mine = await forms.store.all(owner);
    const draft = openFormOf(mine, occasion, questionnaire);
    const form = draft
      ? library.find(draft.binding.questionnaire)
      : library.inForce(occasion.day).find(({ canonical }) => canonical === questionnaire);
    if (!form) return refuse("form-version-missing");
    if (!mayFill(desk.role, form.kind)) return refuse("form-role");
    const found = draft ?? (await this.#begin(desk, person, form, occasion, owner));
    return success({ found, form, owner, mine });
  }

  async #begin(
    desk: Desk,
    person: DirectoryEntry,
    form: FormDefinition,
    occasion: Beginning,
    owner: FormOwner,
  ): Promise<FoundForm> {
    const { forms, now } = this.#options;
    const id = uuidV7(now());
    const { personId, name, birthDate, sex } = person;
    const { visit, day, start } = occasion;
    const binding: FormBinding = {
      personId,
      person: { name, birthDate: isoDate(birthDate), sex },
      site: desk.site,
      ...(visit === undefined ? {} : { visit }),
      ...{ day, eventDate: start, questionnaire: form.canonical, kind: form.kind, title: form.title },
    };
    const sealed = await forms.store.sealBinding(id, binding, owner.drafts);
    const row = { id, by: owner.by, state: "open" as const, schemaVersion: FORM_VERSION, binding: sealed };
    await forms.store.write({ before: undefined, after: row });
    return { row, binding };
  }

  /** The encounter that is under way at this site, else the day. */
  async #occasion(desk: Desk, personId: string): Promise<Beginning> {
    const visit = (await this.#options.visits.current(desk, personId))?.visit;
    if (visit && visit.status !== "cancelled")
      return { personId, visit: visit.id, day: visit.day, start: visit.checkedInAt };
    const now = this.#options.now();
    return { personId, day: hospitalDay(now), start: hospitalInstant(now) };
  }
}
