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
