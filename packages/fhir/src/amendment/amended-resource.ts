import { z } from "zod";
import type { AnyResource, TransactionEntry } from "../resources/index.ts";
import { IDENTIFIER_SYSTEMS } from "../systems.ts";

const tagSchema = z.looseObject({ system: z.string().optional(), code: z.string().optional() });
const metaSchema = z.looseObject({ tag: z.array(tagSchema).optional() });

const metaOf = (resource: AnyResource): z.infer<typeof metaSchema> =>
  metaSchema.safeParse(resource.meta).data ?? {};

/** Whether this version of a resource is the one that the entry made, or one that was made out of it. */
export const carriesAmendment = (resource: AnyResource, entry: string): boolean =>
  (metaOf(resource).tag ?? []).some(
    ({ system, code }) => system === IDENTIFIER_SYSTEMS.amendment && code === entry,
  );

/**
 * PUT of a resource as a person left it, only if the board still holds the version that the person saw. The version that
 * it makes carries the entry's UUID as a tag, so that an answer that was lost can be told from somebody else's change.
 */
export const amendResource = (
  resource: AnyResource & { id: string },
  version: string,
  entry: string,
): TransactionEntry<AnyResource> => {
  const { versionId: _version, lastUpdated: _updated, tag = [], ...meta } = metaOf(resource);
  const others = tag.filter(({ system }) => system !== IDENTIFIER_SYSTEMS.amendment);
  return {
    resource: {
      ...resource,
      meta: { ...meta, tag: [...others, { system: IDENTIFIER_SYSTEMS.amendment, code: entry }] },
    },
    request: { method: "PUT", url: `${resource.resourceType}/${resource.id}`, ifMatch: `W/"${version}"` },
  };
};
