import { z } from "zod";
import { fhirInstant, metaSchema } from "./data-types.ts";

/** Any resource as it came, with all its elements: what is read in order to be written back keeps what we do not know. */
export const anyResourceSchema = z.looseObject({ resourceType: z.string().min(1) });
export type AnyResource = z.infer<typeof anyResourceSchema>;

const linkSchema = z.object({ relation: z.string(), url: z.string() });

/** An answer to a search. Entries stay as they came: each is parsed by whoever knows its type, one bad entry spoils no page. */
export const searchsetSchema = z.object({
  resourceType: z.literal("Bundle"),
  type: z.literal("searchset"),
  meta: metaSchema.optional(),
  total: z.number().int().nonnegative().optional(),
  link: z.array(linkSchema).optional(),
  entry: z.array(z.object({ resource: anyResourceSchema.optional() })).optional(),
});
export type Searchset = z.infer<typeof searchsetSchema>;

/** A resource as the board holds it, with the version that an amendment must name. */
export const resourceOnServerSchema = z.looseObject({
  resourceType: z.string().min(1),
  id: z.string().min(1),
  meta: z.looseObject({ versionId: z.string().min(1) }),
});
export type ResourceOnServer = z.infer<typeof resourceOnServerSchema>;

/** Versions of one resource. */
export const historySchema = z.object({
  resourceType: z.literal("Bundle"),
  type: z.literal("history"),
  entry: z.array(z.object({ resource: anyResourceSchema.optional() })).optional(),
});
export type History = z.infer<typeof historySchema>;

/** What a transaction asks for. Every POST is conditional, every PUT names the version that it amends. */
export interface TransactionEntry<Resource = unknown> {
  readonly fullUrl?: string | undefined;
  readonly resource: Resource;
  readonly request:
    | { readonly method: "POST"; readonly url: string; readonly ifNoneExist: string }
    | { readonly method: "PUT"; readonly url: string; readonly ifMatch: string };
}

export interface TransactionBundle<Resource = unknown> {
  readonly resourceType: "Bundle";
  readonly type: "transaction";
  readonly entry: readonly TransactionEntry<Resource>[];
}

export const transactionResponseSchema = z.object({
  resourceType: z.literal("Bundle"),
  type: z.literal("transaction-response"),
  entry: z
    .array(
      z.object({
        response: z.object({
          status: z.string().regex(/^2\d\d/),
          location: z.string().optional(),
          etag: z.string().optional(),
          lastModified: fhirInstant.optional(),
        }),
      }),
    )
    .min(1),
});
export type TransactionResponse = z.infer<typeof transactionResponseSchema>;
