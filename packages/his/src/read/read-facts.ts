import { isoDate, type PageFact, readDate, tidyFact } from "@cadre-care/domain/page";
import type { Prefill, PrefillFact } from "../profile/prefill-schema.ts";
import { joined } from "./join-parts.ts";
import { Fault, readRaw } from "./read-part.ts";

/** The date that all stated formats agree on, in FHIR's form. */
const dateOf = (text: string, formats: NonNullable<PrefillFact["formats"]>): string | undefined => {
  const read = formats.flatMap((format) => {
    const date = readDate(text, format);
    return date.ok ? [isoDate(date.value)] : [];
  });
  return new Set(read).size === 1 ? read[0] : undefined;
};

/** What the page says for a form. What cannot be read exactly as the profile states is left out: somebody types it then. */
export const readFacts = (root: Element, prefill: Prefill | undefined): readonly PageFact[] =>
  (prefill?.facts ?? []).flatMap((fact) => {
    const raw = joined(fact, (part) => readRaw(part, { element: root }));
    const text = raw instanceof Fault ? undefined : tidyFact(raw);
    const value = text === undefined || fact.formats === undefined ? text : dateOf(text, fact.formats);
    return value === undefined ? [] : [{ item: fact.item, text: value }];
  });
