import { line } from "./line.ts";

/** string: one line. */
export const textControl = line();
