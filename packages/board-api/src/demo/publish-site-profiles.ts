import { isDeepStrictEqual } from "node:util";
import { compareVersions } from "@cadre-care/domain";
import { z } from "zod";
import type { Queryable } from "../database/database.ts";
import { libraryJson } from "../policy/policy-in-force.ts";
import { businessKeyOf } from "../repository/keys.ts";
import { databaseNow, insertRows, readRow, updateRow } from "../repository/resource-rows.ts";
import {
  type ResourceRow,
  type StoredResource,
  storedResourceSchema,
} from "../repository/stored-resource.ts";
import { siteProfileResource } from "./organisation-resources.ts";

const versioned = z.object({ version: z.string().default("0") });
const versionOf = (resource: unknown): string => versioned.parse(resource).version;

const inUse = async (transaction: Queryable, resource: StoredResource): Promise<ResourceRow | undefined> => {
  const [row] = await transaction.query<ResourceRow>("SELECT * FROM resource WHERE business_key = $1", [
    businessKeyOf(resource),
  ]);
  return row;
};

/**
 * Serves the profiles of these files, one for each site. A file that has changed becomes the next version; what somebody
 * sent to the board since stays in use, or out of use, until a file's version is above it.
 */
export const publishSiteProfiles = async (
  transaction: Queryable,
  paths: readonly string[],
): Promise<void> => {
  for (const resource of paths.map(siteProfileResource)) {
    const row = await inUse(transaction, resource);
    const now = await databaseNow(transaction);
    if (row === undefined) {
      const retired = await readRow(transaction, resource.resourceType, resource.id);
      if (retired === undefined) await insertRows(transaction, [resource], now);
      continue;
    }
    const isBelow = compareVersions(versionOf(resource), versionOf(row.content)) < 0;
    if (isBelow || isDeepStrictEqual(libraryJson(row.content), libraryJson(resource))) continue;
    const { version, content } = resource;
    const next = storedResourceSchema.parse({ ...row.content, version, content });
    await updateRow(transaction, next, String(row.version), now);
  }
};
