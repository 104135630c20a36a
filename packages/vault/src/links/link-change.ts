import type { SiteLink } from "@cadre-care/domain";
import type { WriteTransaction } from "../storage/database.ts";
import { sameBytes } from "../storage/same-bytes.ts";
import type { Sealed, VaultSchema } from "../storage/schema.ts";

export type LinkRow = VaultSchema["links"]["value"];

/** A change of one link that is ready to be written. `after` undefined: its row goes. */
export interface LinkChange {
  readonly key: string;
  readonly before: Sealed | undefined;
  readonly after: { readonly row: LinkRow; readonly link: SiteLink } | undefined;
}

/** The link was changed by another context of this machine between reading and writing: read it again. */
export class LinkChangedError extends Error {
  constructor() {
    super("the link changed meanwhile");
    this.name = "LinkChangedError";
  }
}

type LinksOf = ReturnType<WriteTransaction<["links"]>["objectStore"]>;

/** Writes a change inside a transaction of the caller. @throws LinkChangedError, which undoes that transaction. */
export const writeLink = async (
  links: Pick<LinksOf, "get" | "put" | "delete">,
  { key, before, after }: LinkChange,
): Promise<void> => {
  if (!sameBytes((await links.get(key))?.link, before)) throw new LinkChangedError();
  if (after) await links.put(after.row);
  else await links.delete(key);
};
