import {
  type DraftOpening,
  type FhirJson,
  formProblems,
  mayFill,
  type Result,
  type SubmittedForm,
  success,
} from "@cadre-care/domain";
import type { Sealer } from "../keys/sealer.ts";
import type { Outbox } from "../outbox/outbox.ts";
import { mintedAt, uuidV7 } from "../outbox/uuid-v7.ts";
import type { FormRecord } from "../storage/schema.ts";
import type { Desk } from "../visits/desk.ts";
import { checklistOf } from "./form-offers.ts";
import type { KeptLibrary } from "./kept-library.ts";
import { type FormBinding, responseSchema } from "./stored-form.ts";
import { submissionBody } from "./submission.ts";
import type { UserForms } from "./user-forms.ts";

export interface FormKeepingOptions {
  readonly forms: UserForms;
  readonly outbox: Outbox;
  readonly library: Pick<KeptLibrary, "forms">;
  /** Epoch milliseconds, corrected by the board's clock. */
  readonly now: () => number;
}

/** Bytes of a response at the most (UTF-8, as it is sent): what the board takes in one transaction, with room for what goes with it. */
const MOST_BYTES = 3_000_000;

/** How long a form that was opened and never typed into is kept, for whoever still has it on the screen. */
const UNTOUCHED_MS = 3 * 86_400_000;

/** Whether a form of this person may be written now: not while the page shows somebody else. */
export type MayWrite = (personId: string) => boolean;

const { refuse } = formProblems;

const checked = (response: FhirJson, binding: FormBinding): Result<FhirJson> => {
  const read = responseSchema.safeParse(response);
  const fits = read.success && (read.data.questionnaire ?? binding.questionnaire) === binding.questionnaire;
  if (!fits) return refuse("form-invalid");
  const bytes = new TextEncoder().encode(JSON.stringify(response)).length;
  return bytes > MOST_BYTES ? refuse("form-too-large") : success(response);
};

/**
 * Whether an opening goes on from what is saved: it was opened from that, or saved it itself. A save of its own whose
 * answer never arrived is one that it did itself too.
 */
const goesOn = ({ savedAt, savedBy }: FormRecord, opening: DraftOpening): boolean =>
  savedBy === opening.id ||
  savedAt === (opening.savedAt === undefined ? undefined : Date.parse(opening.savedAt));

/** Saves, discards and submits. What a form is bound to was decided when it was opened, and never changes here. */
export class FormKeeping {
  readonly #options: FormKeepingOptions;

  constructor(options: FormKeepingOptions) {
    this.#options = options;
  }

  /** Answers when the draft is on the disk. */
  save(
    form: string,
    response: FhirJson,
    opening: DraftOpening,
    mayWrite: MayWrite,
  ): Promise<Result<{ readonly savedAt: string }>> {
    const { forms, now } = this.#options;
    return forms.changing(form, async ({ row, binding }, { drafts }) => {
      if (row.state === "submitted") return refuse("form-submitted");
      if (!mayWrite(binding.personId)) return refuse("form-of-another-patient");
      if (!goesOn(row, opening)) return refuse("form-saved-elsewhere");
      const fits = checked(response, binding);
      if (!fits.ok) return fits;
      // Later than the last one, whatever the clock does: a change is told by it.
      const savedAt = Math.max(now(), (row.savedAt ?? 0) + 1);
      const sealed = await forms.store.sealResponse(form, response, drafts);
      await forms.store.write({
        before: row,
        after: { ...row, response: sealed, savedAt, savedBy: opening.id },
      });
      return success({ savedAt: new Date(savedAt).toISOString() });
    });
  }

  /** A damaged one too, once somebody has said that it is not needed. What another opening saved since is not thrown away. */
  async discard(form: string, opening: DraftOpening | undefined): Promise<Result<null>> {
    const { forms } = this.#options;
    const result = await forms.inTurn(async ({ by }): Promise<Result<null>> => {
      const row = await forms.store.row(form);
      if (row?.by !== by) return refuse("form-unknown");
      if (row.state === "submitted") return refuse("form-submitted");
      if (opening && !goesOn(row, opening)) return refuse("form-saved-elsewhere");
      await forms.store.write({ before: row, after: undefined });
      return success(null);
    });
    await forms.refresh();
    return result;
  }

  /** The draft becomes submitted in the transaction that puts its entry into the queue; asked again, it is the same entry. */
  submit(
    desk: Desk,
    form: string,
    response: FhirJson,
    opening: DraftOpening,
    mayWrite: MayWrite,
  ): Promise<Result<SubmittedForm>> {
    const { forms, outbox, library } = this.#options;
    return forms.changing(form, async ({ row, binding }, owner, keys) => {
      if (row.state === "submitted") return this.#again(row, response, owner.drafts);
      if (!mayWrite(binding.personId)) return refuse("form-of-another-patient");
      if (!mayFill(desk.role, binding.kind)) return refuse("form-role");
      if (!goesOn(row, opening)) return refuse("form-saved-elsewhere");
      const fits = checked(response, binding);
      if (!fits.ok) return fits;
      const definition = (await library.forms()).find(binding.questionnaire);
      if (!definition) return refuse("form-version-missing");
      const now = this.#options.now();
      const entry = uuidV7(now);
      const mine = definition.kind === "referral" ? await forms.store.all(owner) : [];
      const restsOn = checklistOf(mine, binding)?.row.entry;
      const submission = { entry, form: definition, binding, response, restsOn, now };
      const body = submissionBody(submission, { ...desk, site: binding.site });
      if (!body.ok) return body;
      const lane = await keys.blind.name("person", binding.personId);
      const sealed = await forms.store.sealResponse(form, response, owner.drafts);
      const after = { ...row, state: "submitted" as const, response: sealed, savedAt: now, entry };
      const record = await outbox.freeze(entry, lane, body.value, keys);
      await outbox.accept(record, { form: { before: row, after } });
      return this.#submitted(entry);
    });
  }

  /**
   * Submitted forms that the board has go from this machine when their receipts do, and openings that nobody typed into
   * after some days. One that waits, and every draft, stays for as long as it takes.
   */
  async purge(keptForMs: number): Promise<void> {
    const { forms, outbox, now } = this.#options;
    const before = now() - keptForMs;
    const untouched = now() - UNTOUCHED_MS;
    await forms.inTurn(async (owner) => {
      const all = await forms.store.all(owner);
      for (const { row } of all)
        if (row.state === "open" && row.savedAt === undefined && mintedAt(row.id) < untouched)
          await forms.store.write({ before: row, after: undefined });
      const old = all.flatMap(({ row }) =>
        row.state === "submitted" && row.entry !== undefined && (row.savedAt ?? before) < before
          ? [{ row, entry: row.entry }]
          : [],
      );
      const waiting = new Set((await outbox.store.byIds(old.map(({ entry }) => entry))).map(({ id }) => id));
      for (const { row, entry } of old)
        if (!waiting.has(entry)) await forms.store.write({ before: row, after: undefined });
      return success(null);
    });
    await forms.refresh();
  }

  /** The same answers again are the same entry; others were not accepted, and are not said to be. */
  async #again(row: FormRecord, { item }: FhirJson, drafts: Sealer): Promise<Result<SubmittedForm>> {
    const kept = await this.#options.forms.store.response(row, drafts);
    const isSame = kept !== "damaged" && JSON.stringify(kept?.item) === JSON.stringify(item);
    return isSame ? this.#submitted(row.entry ?? "") : refuse("form-submitted");
  }

  async #submitted(entry: string): Promise<Result<SubmittedForm>> {
    return success({ entry, delivery: await this.#options.outbox.deliveryOf([entry]) });
  }
}
