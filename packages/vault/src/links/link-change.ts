import type { SiteLink } from "@cadre-care/domain";
import type { WriteTransaction } from "../storage/database.ts";
import { sameBytes } from "../storage/same-bytes.ts";
import type { Sealed, VaultSchema } from "../storage/schema.ts";

export type LinkRow = VaultSchema["links"]["value"];

/**
 * A change of one link that is ready to be written. `before`: the row that it was made from; "any" where it takes the
 * place of whatever stands there. `after` undefined: its row goes.
 */
export interface LinkChange {
  readonly key: string;
  readonly before: Sealed | "any" | undefined;
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
  // Read in either case, so that a row of no meaning is written at the cost of a link.
  const now = (await links.get(key))?.link;
  if (before !== "any" && !sameBytes(now, before)) throw new LinkChangedError();
  if (after) await links.put(after.row);
  else await links.delete(key);
};
