import type { WriteTransaction } from "../storage/database.ts";
import type { FormRecord } from "../storage/schema.ts";

/** The form was saved, submitted or discarded elsewhere between reading and writing: read it again. */
export class FormChangedError extends Error {
  constructor() {
    super("the form changed meanwhile");
    this.name = "FormChangedError";
  }
}

/** A change that is ready to be written: what was read, and what shall stand there instead; nothing to discard it. */
export interface FormChange {
  readonly before: FormRecord | undefined;
  readonly after: FormRecord | undefined;
}

/** What `writeForm` needs of a transaction over any stores that include the forms. */
type FormsOf = ReturnType<WriteTransaction<["forms"]>["objectStore"]>;

/** A submitted form never changes again, so a change of an open one is a change of the state or of what was saved. */
const isAsRead = (now: FormRecord | undefined, before: FormRecord | undefined): boolean =>
  now?.state === before?.state &&
  now?.savedAt === before?.savedAt &&
  now?.entry === before?.entry &&
  now?.setAside === before?.setAside;

/** Writes a change inside a transaction of the caller. @throws FormChangedError, which undoes that transaction. */
export async function writeForm(
  forms: Pick<FormsOf, "get" | "put" | "delete">,
  { before, after }: FormChange,
): Promise<void> {
  const id = after?.id ?? before?.id;
  if (id === undefined) return;
  if (!isAsRead(await forms.get(id), before)) throw new FormChangedError();
  if (after) await forms.put(after);
  else await forms.delete(id);
}
