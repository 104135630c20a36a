import { line } from "./line.ts";

/** reference: who or what is meant, in words; the display of the reference. */
export const referenceControl = line();
