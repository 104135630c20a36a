import { unsafeCSS } from "lit";
import { MARK_COLOURS, MARK_SIZE } from "./mark-colours.ts";

/** Colours and size for style sheets. By themselves: a sheet beside `unsafeCSS` is published as it was written. */
export const markColours = {
  managed: unsafeCSS(MARK_COLOURS.managed),
  glyph: unsafeCSS(MARK_COLOURS.glyph),
  possible: unsafeCSS(MARK_COLOURS.possible),
};

export const markSize = {
  width: unsafeCSS(`${MARK_SIZE.width}px`),
  height: unsafeCSS(`${MARK_SIZE.height}px`),
};
