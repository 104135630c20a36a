import { z } from "zod";
import { managedStorageSchema } from "../src/background/managed-settings.ts";

export const MANAGED_SCHEMA_FILE = "managed-schema.json";

/** What Chromium's policy schemas know; anything else keeps it from loading the extension, or means nothing there. */
const chromiumProperty = z.object({
  type: z.literal("string"),
  title: z.string().optional(),
  description: z.string().optional(),
});
const chromiumSchema = z.object({
  type: z.literal("object"),
  properties: z.record(z.string(), chromiumProperty),
});

/**
 * The schema of managed storage in the terms of Chromium, from the one in the source: types alone. Chromium leaves out what
 * does not conform and says so to no extension, so that limits are the extension's own to check.
 */
export const managedSchema = (): z.infer<typeof chromiumSchema> =>
  chromiumSchema.parse(z.toJSONSchema(managedStorageSchema));
