import type { Desks } from "./desk.ts";

/** A board that the contract suite runs against. */
export interface Subject {
  readonly desks: () => Desks;
}
