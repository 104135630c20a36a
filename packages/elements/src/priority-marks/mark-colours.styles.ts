import { unsafeCSS } from "lit";
import { MARK_COLOURS } from "./mark-colours.ts";

/** The colours for style sheets. By themselves: a sheet beside `unsafeCSS` is published as it was written. */
export const markColours = {
  managed: unsafeCSS(MARK_COLOURS.managed),
  glyph: unsafeCSS(MARK_COLOURS.glyph),
  possible: unsafeCSS(MARK_COLOURS.possible),
};
