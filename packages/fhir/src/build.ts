import type { CodeableConcept, Coding, Identifier, Meta, Reference } from "./resources/index.ts";
import { CODE_SYSTEMS, IDENTIFIER_SYSTEMS, TAGS } from "./systems.ts";

/** Small builders that every mapping here shares. */

type CodeSystem = keyof typeof CODE_SYSTEMS;
type IdentifierSystem = keyof typeof IDENTIFIER_SYSTEMS;

export const coding = (system: CodeSystem, code: string, display?: string): Coding => ({
  system: CODE_SYSTEMS[system],
  code,
  ...(display === undefined ? {} : { display }),
});

export const concept = (system: CodeSystem, code: string, display?: string): CodeableConcept => ({
  coding: [coding(system, code, display)],
});

export const identifier = (system: IdentifierSystem, value: string): Identifier => ({
  system: IDENTIFIER_SYSTEMS[system],
  value,
});

/** A reference by business identifier, for what the sender knows by its own number only (site, room, device). */
export const referenceByIdentifier = (
  type: string,
  system: IdentifierSystem,
  value: string,
  display?: string,
): Reference => ({
  type,
  identifier: identifier(system, value),
  ...(display === undefined ? {} : { display }),
});

/** R (restricted) and CEL (celebrity): `VIP` is not in ActCode (DESIGN 4). */
export const restricted = (): Coding[] => [coding("confidentiality", "R"), coding("actCode", "CEL")];

export const rosterMeta = (): Meta => ({ security: restricted(), tag: [coding("tag", TAGS.roster)] });

/** Meta of a write that has no identifier in R4 (AuditEvent, Provenance): the entry's UUID goes into a tag. */
export const taggedMeta = (entry: string): Meta => ({
  security: restricted(),
  tag: [{ system: IDENTIFIER_SYSTEMS.entry, code: entry }],
});

/** Search value `system|code` for `ifNoneExist`, escaped for a query string. */
export const token = (system: string, value: string): string =>
  `${encodeURIComponent(system)}|${encodeURIComponent(value)}`;

export const codeOf = (
  value: { coding?: readonly Coding[] | undefined } | undefined,
  system: CodeSystem,
): string | undefined => value?.coding?.find((entry) => entry.system === CODE_SYSTEMS[system])?.code;

export const identifiersOf = (
  values: readonly Identifier[] | undefined,
  system: IdentifierSystem,
): Identifier[] => (values ?? []).filter((entry) => entry.system === IDENTIFIER_SYSTEMS[system]);

/** The logical id in a reference such as `Patient/x`, `Patient/x/_history/3` or an absolute one. */
export function referencedId(
  reference: { reference?: string | undefined } | undefined,
  type: string,
): string | undefined {
  const found = reference?.reference?.match(
    /(?:^|\/)([A-Z][A-Za-z]+)\/([A-Za-z0-9\-.]{1,64})(?:\/_history\/.*)?$/,
  );
  return found?.[1] === type ? found[2] : undefined;
}
