import type { FormNode } from "@cadre-care/forms/on-demand";

/** Where an answer came from that nobody has confirmed. */
export type UnconfirmedSource = "page" | "roster" | "form" | "visit" | "user";

const SOURCES: readonly UnconfirmedSource[] = ["page", "roster", "form", "visit", "user"];

const isFrom = (node: FormNode, source: UnconfirmedSource): boolean =>
  node.answers.some((slot) => slot.source === source);

/** Whether an answer came from what surrounds the form and nobody has confirmed it. */
export const isUnconfirmed = (node: FormNode): boolean => SOURCES.some((source) => isFrom(node, source));

/** Where the answers of a section came from that nobody has confirmed. */
export const unconfirmedSources = (section: FormNode): readonly UnconfirmedSource[] => {
  const has = (node: FormNode, source: UnconfirmedSource): boolean =>
    isFrom(node, source) || node.children.some((child) => has(child, source));
  return SOURCES.filter((source) => has(section, source));
};
