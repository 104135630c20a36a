import { token } from "../build.ts";
import type { TransactionBundle, TransactionEntry } from "../resources/index.ts";
import { IDENTIFIER_SYSTEMS } from "../systems.ts";

/** Name of an entry inside its transaction, and of the resource that it will become. */
export const urn = (uuid: string): string => `urn:uuid:${uuid}`;

/** Creates a resource that carries its UUID as identifier: 201 the first time, 200 with the same one ever after. */
export const createByIdentifier = <Resource extends { resourceType: string }>(
  resource: Resource,
  entry: string,
): TransactionEntry<Resource> => ({
  fullUrl: urn(entry),
  resource,
  request: {
    method: "POST",
    url: resource.resourceType,
    ifNoneExist: `identifier=${token(IDENTIFIER_SYSTEMS.entry, entry)}`,
  },
});

/** The same for AuditEvent and Provenance, which have no identifier in R4: the UUID stands in `meta.tag`. */
export const createByTag = <Resource extends { resourceType: string }>(
  resource: Resource,
  entry: string,
): TransactionEntry<Resource> => ({
  fullUrl: urn(entry),
  resource,
  request: {
    method: "POST",
    url: resource.resourceType,
    ifNoneExist: `_tag=${token(IDENTIFIER_SYSTEMS.entry, entry)}`,
  },
});

export const transaction = <Resource>(
  entry: readonly TransactionEntry<Resource>[],
): TransactionBundle<Resource> => ({
  resourceType: "Bundle",
  type: "transaction",
  entry,
});

function replaced(value: unknown, from: string, to: string): unknown {
  if (Array.isArray(value)) return value.map((item) => replaced(item, from, to));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key,
      key === "reference" && item === from ? to : replaced(item, from, to),
    ]),
  );
}

/** The same transaction with every reference to `from` leading to `to`: what was waiting has got its id at the board. */
export const withReference = (bundle: TransactionBundle, from: string, to: string): TransactionBundle => ({
  ...bundle,
  entry: bundle.entry.map((entry) => ({ ...entry, resource: replaced(entry.resource, from, to) })),
});
