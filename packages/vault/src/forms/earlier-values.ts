import { type PreviousSource, type PreviousValue, success } from "@cadre-care/domain";
import type { BoardClient, FormDefinition } from "@cadre-care/fhir";
import type { FormOwner, FoundForm } from "./form-store.ts";
import { measuredCodes, previousValues } from "./previous-values.ts";
import { itemsOf } from "./questionnaire-items.ts";
import type { UserForms } from "./user-forms.ts";

export interface Earlier {
  readonly previous: readonly PreviousValue[];
  readonly previousSource: PreviousSource;
}

/** A person's earlier measurements: from the board where it answers, and kept with the form for when it does not. */
export class EarlierValues {
  readonly #forms: UserForms;
  readonly #client: BoardClient;
  readonly #online: () => boolean;

  constructor(forms: UserForms, client: BoardClient, online: () => boolean) {
    this.#forms = forms;
    this.#client = client;
    this.#online = online;
  }

  async of(
    { row, binding }: FoundForm,
    form: FormDefinition,
    mine: readonly FoundForm[],
    owner: FormOwner,
  ): Promise<Earlier> {
    const codes = measuredCodes(itemsOf(form.questionnaire));
    if (codes.length === 0) return { previous: [], previousSource: "board" };
    const { personId } = binding;
    const read = this.#online() ? await previousValues(this.#client, personId, codes) : undefined;
    if (read) {
      await this.#keep({ row, binding: { ...binding, previous: [...read] } }, owner);
      return { previous: read, previousSource: "board" };
    }
    const kept = [binding, ...mine.map((one) => one.binding)].find(
      (one) => one.personId === personId && one.previous !== undefined,
    );
    if (!kept?.previous) return { previous: [], previousSource: "unavailable" };
    const wanted = new Set(codes);
    return { previous: kept.previous.filter(({ code }) => wanted.has(code)), previousSource: "kept" };
  }

  async #keep({ row, binding }: FoundForm, owner: FormOwner): Promise<void> {
    const { store } = this.#forms;
    const sealed = await store.sealBinding(row.id, binding, owner.drafts);
    await this.#forms.inTurn(async () => {
      const now = await store.row(row.id);
      if (now?.state === "open") await store.write({ before: now, after: { ...now, binding: sealed } });
      return success(null);
    });
  }
}
