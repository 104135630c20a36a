import type { Part } from "../profile/source-schema.ts";
import { Fault, refine } from "./read-part.ts";

/** Takes the raw texts of a field's parts. */
export type RawSource = (part: Part) => string | Fault;

/** The text of a field: its parts in order, "" when they are empty, a fault when only some of them are. */
export const joined = (
  field: { readonly parts: readonly Part[]; readonly join: string },
  raw: RawSource,
): string | Fault => {
  const texts: string[] = [];
  let missing = false;
  for (const part of field.parts) {
    const text = refine(raw(part), part);
    if (text instanceof Fault) return text;
    if (text !== "") texts.push(text);
    else if (!part.optional) missing = true;
  }
  if (missing && texts.length > 0) return new Fault("half-empty");
  return missing ? "" : texts.join(field.join);
};
