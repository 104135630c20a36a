import { type NormalIdentifierKind, normaliseIdentifier } from "../identity/normal-identifier.ts";
import type { StatedIdentifier } from "../identity/stated-identity.ts";
import type { Problem } from "../result/result.ts";

/** What can be used of the identifiers that a page states. */
export interface UsableIdentifiers {
  /** One value for each kind. Where a kind is stated twice with different values, the least, so that order is no matter. */
  readonly values: Readonly<Partial<Record<NormalIdentifierKind, string>>>;
  /** Kinds stated with two different values: the page contradicts itself. */
  readonly statedTwice: readonly NormalIdentifierKind[];
  /** One for each identifier that could not be read. Empty fields are no identifiers and cause none. */
  readonly malformed: readonly Problem[];
}

export const usableIdentifiers = (stated: readonly StatedIdentifier[]): UsableIdentifiers => {
  const values: Partial<Record<NormalIdentifierKind, string>> = {};
  const statedTwice = new Set<NormalIdentifierKind>();
  const malformed: Problem[] = [];
  for (const identifier of stated) {
    const normal = normaliseIdentifier(identifier);
    if (!normal.ok) {
      if (normal.problem.code !== "identifier-empty") malformed.push(normal.problem);
      continue;
    }
    const { kind, value } = normal.value;
    const known = values[kind];
    if (known !== undefined && known !== value) statedTwice.add(kind);
    if (known === undefined || value < known) values[kind] = value;
  }
  return { values, statedTwice: [...statedTwice].sort(), malformed };
};

/** Kinds that belong to one person for life, so that two different ones cannot be the same person's. */
export const STRONG_KINDS = ["cccd", "bhxh"] as const;
