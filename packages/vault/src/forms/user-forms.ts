import {
  type DamagedFormView,
  type FormKind,
  formProblems,
  type LocalizedText,
  type Result,
  success,
} from "@cadre-care/domain";
import type { OutboxKeys } from "../keys/key-ring.ts";
import type { Sealer } from "../keys/sealer.ts";
import type { Outbox } from "../outbox/outbox.ts";
import { vaultProblems } from "../service/service-problems.ts";
import { Topic } from "../service/topic.ts";
import type { VaultDatabase } from "../storage/database.ts";
import { StorageError } from "../storage/storage-error.ts";
import { FormChangedError } from "./form-change.ts";
import { type DamagedForm, type FormOwner, FormStore, type FoundForm, type OpenForms } from "./form-store.ts";

export interface UserFormsOptions {
  readonly database: VaultDatabase;
  readonly outbox: Pick<Outbox, "userKey">;
  readonly keys: () => OutboxKeys | null;
  /** The key of this user's drafts, while the session is open. */
  readonly drafts: () => Promise<Sealer | undefined>;
}

/** A form of this user that is neither submitted nor discarded, as lists need it. */
export interface OpenFormRow {
  readonly form: string;
  readonly personId: string;
  readonly person: { readonly name: string; readonly birthDate: string };
  readonly questionnaire: string;
  readonly kind: FormKind;
  readonly title: LocalizedText;
  readonly savedAt?: string;
  /** Which opening saved last. */
  readonly savedBy?: string;
}

const TRIES = 5;

const openRow = ({ row, binding }: FoundForm): OpenFormRow => {
  const { personId, person, questionnaire, kind, title } = binding;
  const { name, birthDate } = person;
  const form = { form: row.id, personId, person: { name, birthDate }, questionnaire, kind, title };
  if (row.savedAt === undefined) return form;
  const savedAt = new Date(row.savedAt).toISOString();
  return { ...form, savedAt, ...(row.savedBy === undefined ? {} : { savedBy: row.savedBy }) };
};

const damagedView = ({ row, binding }: DamagedForm): DamagedFormView => ({
  form: row.id,
  ...(row.savedAt === undefined ? {} : { savedAt: new Date(row.savedAt).toISOString() }),
  ...(binding ? { title: binding.title, person: { name: binding.person.name } } : {}),
});

/** Work on the forms of the user who is signed in, one piece after the other. */
export class UserForms {
  /** This user's open forms; empty while locked. */
  readonly open = new Topic<readonly OpenFormRow[]>([]);
  /** Those of this user's that do not open any more; empty while locked. */
  readonly damaged = new Topic<readonly DamagedFormView[]>([]);
  readonly store: FormStore;
  readonly #options: UserFormsOptions;
  #last: Promise<unknown> = Promise.resolve();
  #newest: Promise<void> = Promise.resolve();
  #runs = 0;

  constructor(options: UserFormsOptions) {
    this.#options = options;
    this.store = new FormStore(options.database);
  }

  /** Keys were opened or closed, or something changed. While the store cannot be read, lists stay as they were. */
  refresh(): Promise<void> {
    this.#runs += 1;
    this.#newest = this.#publish(this.#runs);
    return this.#newest;
  }

  /** What a newer reading has overtaken is not said: keys may be closed by now, and names with them. */
  async #publish(run: number): Promise<void> {
    const read = await this.#openForms();
    if (run !== this.#runs) return this.#newest;
    if (!read) return;
    const { open, damaged } = read;
    this.damaged.set(damaged.map(damagedView));
    this.open.set(open.map(openRow));
  }

  async #openForms(): Promise<OpenForms | undefined> {
    try {
      const owner = await this.#owner();
      return owner ? await this.store.open(owner) : { open: [], damaged: [] };
    } catch (cause) {
      if (cause instanceof StorageError) return undefined;
      throw cause;
    }
  }

  /** Work on one form of this user. `form-unknown` for anybody else's. */
  async changing<Value>(
    form: string,
    work: (found: FoundForm, owner: FormOwner, keys: OutboxKeys) => Promise<Result<Value>>,
  ): Promise<Result<Value>> {
    const result = await this.inTurn(async (owner, keys) => {
      const found = await this.store.find(form, owner);
      if (!found) return formProblems.refuse<Value>("form-unknown");
      return found === "damaged" ? formProblems.refuse<Value>("form-damaged") : work(found, owner, keys);
    });
    await this.refresh();
    return result;
  }

  /**
   * A draft whose answers do not open: its bytes stay for whoever can look into it, and a new form may be begun.
   * Answers with the problem to show.
   */
  async setAside(id: string, at: number): Promise<Result<never>> {
    const result = await this.inTurn(async ({ by }): Promise<Result<null>> => {
      const row = await this.store.row(id);
      if (row?.by === by && row.state === "open")
        await this.store.write({ before: row, after: { ...row, setAside: at } });
      return success(null);
    });
    await this.refresh();
    return result.ok ? formProblems.refuse("form-damaged") : result;
  }

  /** Again where another tab changed the form meanwhile; what the store refuses is said, with the form still filled. */
  inTurn<Value>(
    work: (owner: FormOwner, keys: OutboxKeys) => Promise<Result<Value>>,
  ): Promise<Result<Value>> {
    const turn = this.#last.then(() => this.#untilUnchanged(work));
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  async #untilUnchanged<Value>(
    work: (owner: FormOwner, keys: OutboxKeys) => Promise<Result<Value>>,
  ): Promise<Result<Value>> {
    for (let tries = 1; ; tries += 1) {
      try {
        const owner = await this.#owner();
        const keys = this.#options.keys();
        if (!owner || !keys) return vaultProblems.refuse("session-locked");
        return await work(owner, keys);
      } catch (cause) {
        if (cause instanceof StorageError) return { ok: false, problem: cause.problem };
        if (!(cause instanceof FormChangedError) || tries === TRIES) throw cause;
      }
    }
  }

  async #owner(): Promise<FormOwner | undefined> {
    const keys = this.#options.keys();
    const drafts = await this.#options.drafts();
    if (!keys || !drafts) return undefined;
    const by = await this.#options.outbox.userKey(keys);
    return by === undefined ? undefined : { by, drafts };
  }
}
