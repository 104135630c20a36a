import type { IdentifierKind } from "@cadre-care/domain/page";

/**
 * Shapes that numbers of a kind can have at all, separators aside (DOMAIN 1.1, 2.1): 12 or 9 digits, a card of 15
 * characters or its 10 digits, and a CCCD in its place. What has no known shape is not judged.
 */
const SHAPES: Readonly<Partial<Record<IdentifierKind, RegExp>>> = {
  cccd: /^(?:\d{9}|\d{12})$/u,
  cmnd: /^(?:\d{9}|\d{12})$/u,
  bhyt: /^(?:[A-Z]{2}\d{13}|\d{10}|\d{12})$/u,
};

/** Whether a text can be a number of that kind. Only tells a column that moved from one that stayed; it identifies nobody. */
export const hasShape = (kind: IdentifierKind, text: string): boolean => {
  const shape = SHAPES[kind];
  if (shape === undefined || shape.test(text)) return true;
  return shape.test(
    text
      .normalize("NFKC")
      .replace(/[\s.\p{Pd}\p{Cf}]/gu, "")
      .toUpperCase(),
  );
};
