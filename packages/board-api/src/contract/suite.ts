import type { BoardKey } from "@cadre-care/fhir";
import type { Desks } from "./desk.ts";

/** A board that the contract suite runs against. */
export interface Subject {
  readonly desks: () => Desks;
  /** The public keys of the board's documents, as `npm run board:keys` prints them. */
  readonly documentKeys: () => { readonly keys: readonly BoardKey[] };
}
