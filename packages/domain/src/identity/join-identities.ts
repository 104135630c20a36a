import { birthDateContradicts, nameContradicts } from "../match/contradictions.ts";
import { usableIdentifiers } from "../match/usable-identifiers.ts";
import { foldName } from "../text/fold-name.ts";
import { normaliseIdentifier } from "./normal-identifier.ts";
import type { IdentifierKind, PartialDate, StatedIdentity } from "./stated-identity.ts";

/** Identifiers that tell by themselves whether two documents speak of one person. CMND numbers were given out twice. */
export const JOIN_KEYS = [
  "his-code",
  "cccd",
  "bhyt",
  "priority-card",
  "medical-book",
] as const satisfies readonly IdentifierKind[];
export type JoinKey = (typeof JOIN_KEYS)[number];

/**
 * `apart`: one of the two does not state the key. `different`: they state two values of it, so that they speak of two
 * patients. `contradictory`: they state the same one, and contradict each other elsewhere.
 */
export type JoinOutcome =
  | { readonly state: "joined"; readonly identity: StatedIdentity }
  | { readonly state: "apart" }
  | { readonly state: "different" }
  | { readonly state: "contradictory" };

const keysOf = (identity: StatedIdentity, key: JoinKey): ReadonlySet<string> =>
  new Set(
    identity.identifiers.flatMap((identifier) => {
      const normal = identifier.kind === key ? normaliseIdentifier(identifier) : undefined;
      return normal?.ok ? [`${normal.value.kind} ${normal.value.value}`] : [];
    }),
  );

const namesDiffer = (one: StatedIdentity, { name }: StatedIdentity): boolean =>
  name !== undefined && foldName(name) !== "" && nameContradicts(one, { name }) === true;

const datesDiffer = (one: StatedIdentity, { birthDate }: StatedIdentity): boolean =>
  birthDate !== undefined && birthDateContradicts(one, { birthDate }) === true;

/** The date that says more. */
const fuller = (one: PartialDate | undefined, other: PartialDate | undefined): PartialDate | undefined => {
  if (one === undefined || other === undefined) return one ?? other;
  return Object.keys(other).length > Object.keys(one).length ? other : one;
};

/**
 * What two documents of one tab state of a patient, as one identity: only where both state the same value of `key`, and
 * nothing that both state disagrees. Never a guess: equal names and birth dates without the key join nothing
 * (DESIGN rule 10).
 */
export const joinIdentities = (one: StatedIdentity, other: StatedIdentity, key: JoinKey): JoinOutcome => {
  const [mine, theirs] = [keysOf(one, key), keysOf(other, key)];
  if (mine.size === 0 || theirs.size === 0) return { state: "apart" };
  if (mine.size > 1 || theirs.size > 1 || ![...mine].every((value) => theirs.has(value)))
    return { state: "different" };
  const known = new Set(one.identifiers.map(({ kind, value }) => `${kind} ${value}`));
  const identifiers = [
    ...one.identifiers,
    ...other.identifiers.filter(({ kind, value }) => !known.has(`${kind} ${value}`)),
  ];
  if (
    usableIdentifiers(identifiers).statedTwice.length > 0 ||
    namesDiffer(one, other) ||
    datesDiffer(one, other) ||
    (one.sex !== undefined && other.sex !== undefined && one.sex !== other.sex)
  )
    return { state: "contradictory" };
  const name = one.name ?? other.name;
  const birthDate = fuller(one.birthDate, other.birthDate);
  const sex = one.sex ?? other.sex;
  return {
    state: "joined",
    identity: {
      identifiers,
      ...(name === undefined ? {} : { name }),
      ...(birthDate === undefined ? {} : { birthDate }),
      ...(sex === undefined ? {} : { sex }),
    },
  };
};
