import {
  type BoardKey,
  type BoardSigningKey,
  LIBRARY_URLS,
  type Library,
  librarySchema,
  publicHalf,
  SIGNATURE_CONTENT_TYPE,
  signatureAttachment,
  verifyDocument,
} from "@cadre-care/fhir";
import { z } from "zod";
import type { Queryable } from "../database/database.ts";
import { databaseNow, updateRow } from "../repository/resource-rows.ts";
import {
  type ResourceRow,
  type StoredResource,
  storedResourceSchema,
} from "../repository/stored-resource.ts";
import type { DocumentKeys } from "./document-keys.ts";

const SIGNED_URLS: readonly (string | undefined)[] = Object.values(LIBRARY_URLS);

const attachments = z.object({ content: z.array(z.looseObject({ contentType: z.string().optional() })) });

const documentIn = (resource: StoredResource): Library | undefined => {
  if (resource.resourceType !== "Library") return undefined;
  const library = librarySchema.safeParse(resource).data;
  return library && SIGNED_URLS.includes(library.url) ? library : undefined;
};

/** Signs the board's documents: clients take no other (docs/fhir-profile.md). */
export class DocumentSigner {
  readonly #key: BoardSigningKey;
  readonly #public: BoardKey;

  constructor({ keys, signing }: DocumentKeys) {
    const key = keys.find(({ kid }) => kid === signing);
    if (!key) throw new Error("the key that signs documents is missing from the database");
    this.#key = key;
    this.#public = publicHalf(key);
  }

  /** The resource with the board's signature when it is one of LIBRARY_URLS; anything else as it is. */
  async sign(database: Queryable, resource: StoredResource): Promise<StoredResource> {
    const library = documentIn(resource);
    if (!library) return resource;
    const others = attachments
      .parse(resource)
      .content.filter(({ contentType }) => contentType !== SIGNATURE_CONTENT_TYPE);
    const signature = await signatureAttachment(library, this.#key, await this.#issue(database));
    return storedResourceSchema.parse({ ...resource, content: [...others, signature] });
  }

  /** Signs whatever in the database does not bear the signature of the key in use. */
  async signStored(transaction: Queryable): Promise<void> {
    const rows = await transaction.query<ResourceRow>(
      "SELECT * FROM resource WHERE type = 'Library' AND business_key LIKE 'document|%'",
    );
    for (const { content, version } of rows) {
      const library = documentIn(content);
      if (!library || (await verifyDocument(library, library.url ?? "", [this.#public])).ok) continue;
      const now = await databaseNow(transaction);
      await updateRow(transaction, await this.sign(transaction, content), String(version), now);
    }
  }

  /** Seconds since 1970, later than any issue before it, whatever the clock says. */
  async #issue(database: Queryable): Promise<number> {
    const [row] = await database.query<{ issued: string }>(
      `INSERT INTO board_fact (name, value)
         VALUES ('last-document-issue', to_jsonb(floor(extract(epoch FROM clock_timestamp()))::bigint))
       ON CONFLICT (name) DO UPDATE
         SET value = to_jsonb(greatest((board_fact.value #>> '{}')::bigint + 1, (EXCLUDED.value #>> '{}')::bigint))
       RETURNING value #>> '{}' AS issued`,
    );
    return z.coerce.number().parse(row?.issued);
  }
}
