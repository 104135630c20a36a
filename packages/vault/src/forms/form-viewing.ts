import {
  type DirectoryEntry,
  type FhirJson,
  formProblems,
  mayFill,
  type Result,
  success,
  type ViewedForm,
} from "@cadre-care/domain";
import {
  type BoardClient,
  IDENTIFIER_SYSTEMS,
  questionnaireResponseSchema,
  resourcesIn,
} from "@cadre-care/fhir";
import type { OutboxKeys } from "../keys/key-ring.ts";
import type { Outbox } from "../outbox/outbox.ts";
import { EntryUnreadableError, openBody } from "../outbox/sealed-body.ts";
import type { Desk } from "../visits/desk.ts";
import type { Visits } from "../visits/visits.ts";
import type { FormLibrary } from "./form-library.ts";
import { isSample } from "./form-offers.ts";
import type { FormBinding } from "./stored-form.ts";
import type { UserForms } from "./user-forms.ts";

export interface FormViewingOptions {
  readonly forms: UserForms;
  readonly outbox: Outbox;
  readonly visits: Visits;
  readonly library: () => Promise<FormLibrary>;
  readonly client: BoardClient;
  readonly online: () => boolean;
}

/** A form is said to be out of reach rather than late. */
const PATIENCE_MS = 8_000;

const { refuse } = formProblems;

/**
 * Shows what was submitted: as it waits here, else as the board has it, which may have been put right there. What is kept
 * on this machine of a delivered form is not shown for the board's word.
 */
export class FormViewing {
  readonly #options: FormViewingOptions;

  constructor(options: FormViewingOptions) {
    this.#options = options;
  }

  /** The view is durable before anything is given (DESIGN rule 9). */
  async view(desk: Desk, { personId }: DirectoryEntry, entry: string): Promise<Result<ViewedForm>> {
    const { forms, visits } = this.#options;
    const found = await forms.inTurn(async (owner, keys) => {
      const mine = await forms.store.all(owner);
      const one = mine.find(({ row, binding }) => row.entry === entry && binding.personId === personId);
      if (!one) return refuse("form-view-unknown");
      // Whoever submitted it as a doctor may have come back as something else.
      if (!mayFill(desk.role, one.binding.kind)) return refuse("form-role");
      return success({ binding: one.binding, waiting: await this.#waiting(entry, keys) });
    });
    if (!found.ok) return found;
    const { binding, waiting } = found.value;
    const library = await this.#options.library();
    const form = library.find(binding.questionnaire);
    if (!form) return refuse("form-version-missing");
    const response = waiting ? success(waiting) : await this.#atBoard(entry, binding);
    if (!response.ok) return response;
    const audited = await visits.recordView(desk, personId);
    if (!audited.ok) return audited;
    return success({
      entry,
      person: binding.person,
      kind: form.kind,
      sample: isSample(desk.policy, form.canonical),
      questionnaire: form.questionnaire,
      valueSets: library.valueSetsOf(form).sent,
      response: response.value,
      source: waiting ? "queue" : "board",
    });
  }

  /** What the queue holds of it, with what was corrected there. */
  async #waiting(entry: string, keys: OutboxKeys): Promise<FhirJson | undefined> {
    const [record] = await this.#options.outbox.store.byIds([entry]);
    if (!record) return undefined;
    try {
      const { bundle } = await openBody(record, keys);
      for (const { resource } of bundle.entry) {
        const read = questionnaireResponseSchema.safeParse(resource);
        if (read.success) return read.data;
      }
      return undefined;
    } catch (cause) {
      if (cause instanceof EntryUnreadableError) return undefined;
      throw cause;
    }
  }

  /** The board is believed about what a form says, never about whose it is. */
  async #atBoard(entry: string, { personId, questionnaire }: FormBinding): Promise<Result<FhirJson>> {
    const { client, online } = this.#options;
    if (!online()) return refuse("form-view-offline");
    const query = { identifier: `${IDENTIFIER_SYSTEMS.entry}|${entry}` };
    const answer = await client.search("QuestionnaireResponse", query, AbortSignal.timeout(PATIENCE_MS));
    if (answer.kind !== "success") return refuse("form-view-offline");
    const found = resourcesIn(answer.body, "QuestionnaireResponse", questionnaireResponseSchema);
    const [response, ...others] = found.resources;
    const isTheForm =
      response?.identifier?.system === IDENTIFIER_SYSTEMS.entry &&
      response.identifier.value === entry &&
      response.subject?.reference === `Patient/${personId}` &&
      response.questionnaire === questionnaire;
    // Of several none is known to be the one, and what cannot be read may be another.
    return isTheForm && others.length + found.unreadable === 0
      ? success(response)
      : refuse("form-view-mismatch");
  }
}
