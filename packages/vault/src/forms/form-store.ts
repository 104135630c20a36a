import type { FhirJson } from "@cadre-care/domain";
import { ZodError } from "zod";
import { SealBrokenError } from "../keys/seal-broken-error.ts";
import type { Sealer } from "../keys/sealer.ts";
import type { VaultDatabase } from "../storage/database.ts";
import type { FormRecord, Sealed } from "../storage/schema.ts";
import { type FormChange, writeForm } from "./form-change.ts";
import { bindingSchema, FORM_VERSION, type FormBinding, responseSchema } from "./stored-form.ts";

/** Whose forms, and the key that opens them. */
export interface FormOwner {
  /** Keyed hash of the user. */
  readonly by: string;
  readonly drafts: Sealer;
}

export interface FoundForm {
  readonly row: FormRecord;
  readonly binding: FormBinding;
}

/** A form that cannot be gone on with. The binding where that still opens. */
export interface DamagedForm {
  readonly row: FormRecord;
  readonly binding?: FormBinding;
}

/** Forms that are neither submitted nor discarded. */
export interface OpenForms {
  readonly open: readonly FoundForm[];
  readonly damaged: readonly DamagedForm[];
}

const bindingContext = (id: string): string => `form/${id}/binding`;
const responseContext = (id: string): string => `form/${id}/response`;

/** Undefined where it does not open or does not validate: it stays as it is. */
async function opened<Value>(open: () => Promise<Value>): Promise<Value | undefined> {
  try {
    return await open();
  } catch (cause) {
    if (cause instanceof SealBrokenError || cause instanceof ZodError || cause instanceof SyntaxError)
      return undefined;
    throw cause;
  }
}

/** Forms on the disk. Each user's are sealed under that user's drafts key: another user neither reads nor loses them. */
export class FormStore {
  readonly #database: VaultDatabase;

  constructor(database: VaultDatabase) {
    this.#database = database;
  }

  async row(id: string): Promise<FormRecord | undefined> {
    return this.#database.read(["forms"], (transaction) => transaction.objectStore("forms").get(id));
  }

  /** This user's forms that can be read. */
  async all({ by, drafts }: FormOwner): Promise<readonly FoundForm[]> {
    const rows = (await this.#rows(by)).filter(({ setAside }) => setAside === undefined);
    const found = await Promise.all(rows.map((row) => this.#found(row, drafts)));
    return found.flatMap((one) => one ?? []);
  }

  /** This user's forms that are neither submitted nor discarded. Ones of a later version of the vault are left out. */
  async open({ by, drafts }: FormOwner): Promise<OpenForms> {
    const rows = (await this.#rows(by)).filter(
      ({ state, schemaVersion }) => state === "open" && schemaVersion <= FORM_VERSION,
    );
    const read = await Promise.all(rows.map(async (row) => (await this.#found(row, drafts)) ?? { row }));
    const whole = (one: DamagedForm): one is FoundForm =>
      one.binding !== undefined && one.row.setAside === undefined;
    return { open: read.filter(whole), damaged: read.filter((one) => !whole(one)) };
  }

  /** Undefined where it is not here, or another user's; `damaged` where it does not open. */
  async find(id: string, { by, drafts }: FormOwner): Promise<FoundForm | "damaged" | undefined> {
    const row = await this.row(id);
    if (row?.by !== by) return undefined;
    return row.setAside === undefined ? ((await this.#found(row, drafts)) ?? "damaged") : "damaged";
  }

  async response({ id, response }: FormRecord, drafts: Sealer): Promise<FhirJson | "damaged" | undefined> {
    if (response === undefined) return undefined;
    const read = await opened(async () =>
      responseSchema.parse(await drafts.open(response, responseContext(id))),
    );
    return read ?? "damaged";
  }

  sealBinding(id: string, binding: FormBinding, drafts: Sealer): Promise<Sealed> {
    return drafts.seal(binding, bindingContext(id));
  }

  sealResponse(id: string, response: FhirJson, drafts: Sealer): Promise<Sealed> {
    return drafts.seal(response, responseContext(id));
  }

  /** Resolves when the change is on the disk. @throws FormChangedError, StorageError */
  async write(change: FormChange): Promise<void> {
    await this.#database.write(["forms"], (transaction) =>
      writeForm(transaction.objectStore("forms"), change),
    );
  }

  #rows(by: string): Promise<readonly FormRecord[]> {
    return this.#database.read(["forms"], (transaction) =>
      transaction.objectStore("forms").index("byUser").getAll(by),
    );
  }

  async #found(row: FormRecord, drafts: Sealer): Promise<FoundForm | undefined> {
    if (row.schemaVersion > FORM_VERSION) return undefined;
    const binding = await opened(async () =>
      bindingSchema.parse(await drafts.open(row.binding, bindingContext(row.id))),
    );
    return binding && { row, binding };
  }
}
