import { z } from "zod";

/** A resource as JSON. Its shape is the business of validation; storage needs type, id and meta. */
export const storedResourceSchema = z
  .object({
    resourceType: z.string(),
    id: z.string(),
    meta: z
      .object({ versionId: z.string().optional(), lastUpdated: z.string().optional() })
      .passthrough()
      .optional(),
  })
  .passthrough();

export type StoredResource = z.infer<typeof storedResourceSchema>;

export interface ResourceRow {
  readonly type: string;
  readonly id: string;
  readonly version: number;
  readonly last_updated: Date;
  readonly business_key: string | null;
  readonly content: StoredResource;
}

/** The resource with the version and time that the database holds. */
export const withMeta = (resource: StoredResource, version: number, lastUpdated: Date): StoredResource => ({
  ...resource,
  meta: { ...resource.meta, versionId: String(version), lastUpdated: lastUpdated.toISOString() },
});
