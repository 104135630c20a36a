import type { DirectoryEntry } from "../directory/directory-entry.ts";
import { type NormalIdentifierKind, normaliseIdentifier } from "../identity/normal-identifier.ts";
import type { PartialDate, Sex, StatedIdentifier, StatedIdentity } from "../identity/stated-identity.ts";
import { type Result, success } from "../result/result.ts";
import { nameVariantKey } from "../text/fold-name.ts";
import { isFullDate, isoDate } from "../text/partial-date.ts";
import { MATCH_RUNGS, type MatchRung } from "./match-outcome.ts";
import { usableIdentifiers } from "./usable-identifiers.ts";

/**
 * One key to look up. `padding` keys stand where the page states nothing: they are looked up like the others and
 * found never, so that rich and poor rows cost equal work (DESIGN rule 2).
 */
export interface LookupKey {
  readonly rung: MatchRung;
  readonly value: string;
  readonly padding: boolean;
}

const SEPARATOR = "\u001f";
const join = (...parts: readonly string[]): string => parts.join(SEPARATOR);

/** The text whose keyed hash files or finds an entry. Injective: no two keys share it, and no padding equals a real key. */
export const lookupKeyText = (key: LookupKey): string =>
  join(key.padding ? "padding" : "key", key.rung, key.value);

const real = (rung: MatchRung, value: string): LookupKey => ({ rung, value, padding: false });

/** Key of the HIS's own patient code, which is unique at one site only. */
export const hisCodeKey = (site: string, code: string): Result<LookupKey> => {
  const normal = normaliseIdentifier({ kind: "his-code", value: code });
  return normal.ok ? success(real("his-code", join(site, normal.value.value))) : normal;
};

const cmndKey = (cmnd: string | undefined, birthDate: PartialDate | undefined): LookupKey | undefined =>
  cmnd && birthDate && isFullDate(birthDate)
    ? real("cmnd-birth-date", join(cmnd, isoDate(birthDate)))
    : undefined;

const nameKey = (
  name: string | undefined,
  birthDate: PartialDate | undefined,
  sex: Sex | undefined,
): LookupKey | undefined => {
  const folded = name === undefined ? "" : nameVariantKey(name);
  return folded !== "" && sex && birthDate && isFullDate(birthDate)
    ? real("name-birth-date-sex", join(folded, isoDate(birthDate), sex))
    : undefined;
};

const NUMBERED: readonly (MatchRung & NormalIdentifierKind)[] = [
  "cccd",
  "bhxh",
  "priority-card",
  "medical-book",
];

/** The real keys of a stated identity, at most one for each rung. */
export const statedKeys = (
  identity: StatedIdentity,
  site: string,
): Readonly<Partial<Record<MatchRung, LookupKey>>> => {
  const { values } = usableIdentifiers(identity.identifiers);
  const keys: Partial<Record<MatchRung, LookupKey>> = {};
  for (const rung of NUMBERED) {
    const value = values[rung];
    if (value !== undefined) keys[rung] = real(rung, value);
  }
  const code = values["his-code"];
  if (code !== undefined) keys["his-code"] = real("his-code", join(site, code));
  const cmnd = cmndKey(values.cmnd, identity.birthDate);
  if (cmnd) keys["cmnd-birth-date"] = cmnd;
  const name = nameKey(identity.name, identity.birthDate, identity.sex);
  if (name) keys["name-birth-date-sex"] = name;
  return keys;
};

/**
 * The keys to look up for one stated identity: always one for each rung, in the ladder's order, padded where the page
 * states nothing. `pad` tells rows apart (a row key), so that removing duplicates from a batch does not make poor
 * rows cheaper.
 */
export const lookupKeys = (
  identity: StatedIdentity,
  where: { readonly site: string; readonly pad?: string },
): readonly LookupKey[] => {
  const keys = statedKeys(identity, where.site);
  return MATCH_RUNGS.map((rung) => keys[rung] ?? { rung, value: where.pad ?? "", padding: true });
};

/**
 * The keys under which a directory entry is filed. HIS codes are not among them: a site link is made at the site,
 * with `hisCodeKey`, after a check. Malformed identifiers are left out, as nothing on a page could equal them.
 */
export const directoryKeys = (entry: DirectoryEntry): readonly LookupKey[] => {
  const stated: StatedIdentifier[] = [...entry.identifiers];
  if (entry.card) stated.push({ kind: "priority-card", value: entry.card.number });
  if (entry.medicalBook.number !== undefined)
    stated.push({ kind: "medical-book", value: entry.medicalBook.number });
  const keys = new Map<string, LookupKey>();
  const file = (key: LookupKey | undefined) => key && keys.set(lookupKeyText(key), key);
  for (const identifier of stated) {
    const normal = normaliseIdentifier(identifier);
    if (!normal.ok) continue;
    const rung = NUMBERED.find((numbered) => numbered === normal.value.kind);
    if (rung) file(real(rung, normal.value.value));
    if (normal.value.kind === "cmnd") file(cmndKey(normal.value.value, entry.birthDate));
  }
  file(nameKey(entry.name, entry.birthDate, entry.sex));
  return [...keys.values()];
};
