import type { Problem, SessionView } from "@cadre-care/domain";
import { further } from "./further.ts";

/** The registered language that a tag means: itself, or with its last parts left out (RFC 4647, lookup). */
export const registeredLanguage = (tag: string): string | undefined => {
  for (let rest = tag.toLowerCase(); rest !== ""; rest = rest.slice(0, Math.max(0, rest.lastIndexOf("-"))))
    if (further(rest) !== undefined) return rest;
  return undefined;
};

const above = (node: Element): Element | null => {
  if (node.assignedSlot !== null) return node.assignedSlot;
  if (node.parentElement !== null) return node.parentElement;
  const root = node.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
};

/** The registered language that the nearest `lang` of an element or around it names, through shadow roots. */
export const languageAround = (element: Element): string | undefined => {
  for (let node: Element | null = element; node !== null; node = above(node)) {
    const lang = node.getAttribute("lang");
    if (lang !== null) return registeredLanguage(lang);
  }
  return undefined;
};

/**
 * The element's own `language`; else, without a provider, what its user chose; else the nearest `lang`, where that names
 * a registered language (a provider's follows its session); else what surrounds it says.
 */
export const chooseLanguage = (
  host: { readonly language: string | undefined },
  context: string | undefined,
  session: SessionView | undefined,
): string | undefined => {
  const known = (tag: string | undefined): string | undefined =>
    tag === undefined ? undefined : (registeredLanguage(tag) ?? tag);
  const told = host.language ?? session?.chosenLanguage;
  if (told !== undefined) return known(told);
  return (host instanceof Element ? languageAround(host) : undefined) ?? known(context) ?? session?.language;
};

/** What a problem says in a registered language; undefined where that language has no text for it. */
export const explanationIn = (language: string, { code }: Problem): string | undefined =>
  further(language)?.problem(code);
