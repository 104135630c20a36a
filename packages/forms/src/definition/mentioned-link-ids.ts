import type { ItemDefinition } from "./item-definition.ts";

const LINK_ID = /\blinkId\s*(?:=|~)\s*'((?:[^'\\]|\\.)*)'/g;

/**
 * The linkIds that a FHIRPath expression reads, or undefined where its text does not tell: it then depends on all.
 * Every way to an answer that this recognises is a comparison of linkId with a literal.
 */
export const mentionedLinkIds = (
  expression: string,
  _reader: ItemDefinition,
): ReadonlySet<string> | undefined => {
  const linkIds = new Set<string>();
  for (const [, linkId = ""] of expression.matchAll(LINK_ID)) linkIds.add(linkId.replace(/\\(.)/g, "$1"));
  return linkIds.size > 0 ? linkIds : undefined;
};
