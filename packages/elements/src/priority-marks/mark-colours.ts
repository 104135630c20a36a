/** Exact sRGB colours of the drawn marks, the same in every theme, so that what is on screen can be checked by pixel. */
export const MARK_COLOURS = {
  /** Whole shape of a managed person's mark. */
  managed: "#0b5a8f",
  /** Tick inside a managed mark, and ground inside a possible one. */
  glyph: "#ffffff",
  /** Outline and question mark of a possible one. */
  possible: "#7a4a00",
  /** Sign of a list that could not be marked. */
  unmarked: "#5b6670",
} as const;

/** Width and height of a mark's shape in CSS pixels; a lower row has a lower mark. */
export const MARK_SIZE = { width: 16, height: 18 } as const;
