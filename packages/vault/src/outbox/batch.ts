import {
  amendment,
  type EncounterOnServer,
  type TransactionBundle,
  type TransactionEntry,
  transaction,
  urn,
  withReference,
} from "@cadre-care/fhir";
import type { Sendable } from "./delivery-attempt.ts";

/** Resources in one bundle; the reference board takes 200. */
export const BATCH_RESOURCES = 120;
/** Bytes of one bundle, roughly; the reference board takes 4 MiB. */
export const BATCH_BYTES = 512 * 1024;

/** Resources that an entry adds to a bundle, and how large they are. */
export const weightOf = ({ body }: Sendable): { resources: number; bytes: number } => ({
  resources: body.bundle.entry.length + (body.amend ? 1 : 0),
  bytes: JSON.stringify(body.bundle).length,
});

/**
 * Several entries as one transaction: all or nothing, so whoever sends it and is refused splits it and sends the parts.
 * Each creation is conditional, so that parts which arrived already change nothing. `encounters`: the visits that are
 * amended, as the board holds them.
 */
export interface Batch {
  readonly bundle: TransactionBundle;
  /** Of each entry, the place of its first resource in the bundle. */
  readonly places: readonly number[];
}

export const composeBatch = (
  entries: readonly Sendable[],
  encounters: ReadonlyMap<string, EncounterOnServer>,
): Batch => {
  const all: TransactionEntry[] = [];
  const places: number[] = [];
  for (const { body, encounterId, resolved } of entries) {
    places.push(all.length);
    let bundle = body.bundle;
    for (const { entry } of body.needs ?? []) {
      const reference = resolved[entry];
      if (reference !== undefined) bundle = withReference(bundle, urn(entry), reference);
    }
    if (body.visit !== undefined && body.kind !== "check-in" && encounterId !== undefined)
      bundle = withReference(bundle, urn(body.visit), `Encounter/${encounterId}`);
    all.push(...bundle.entry);
    const current = encounterId === undefined ? undefined : encounters.get(encounterId);
    if (body.amend && current) all.push(amendment(current, body.amend.status, body.amend.at));
  }
  return { bundle: transaction(all), places };
};
