import { z } from "zod";
import { fromBase64url, toBase64url } from "./base64url.ts";
import type { DeviceKeys } from "./open-keys.ts";

const META = "keys/present";

/** Which of the machine's keys are the present ones, without saying what they are: digests of random keys. */
const presentSchema = z.object({ directory: z.string(), outbox: z.string() });
export type PresentKeys = z.infer<typeof presentSchema>;

/** Names a key (base64url of 256 random bits) by its SHA-256: nothing can be learnt of the key from it. */
export const nameOfKey = async (raw: string): Promise<string> =>
  toBase64url(new Uint8Array(await crypto.subtle.digest("SHA-256", fromBase64url(raw))));

export const namesOf = async ({ directory, outbox }: DeviceKeys): Promise<PresentKeys> => ({
  directory: await nameOfKey(directory.seal),
  outbox: await nameOfKey(outbox.seal),
});

/** Undefined before the first rotation: then there are no others. */
export const readPresentKeys = async (transaction: {
  objectStore(name: "meta"): { get(key: string): Promise<{ readonly value: unknown } | undefined> };
}): Promise<PresentKeys | undefined> =>
  presentSchema.safeParse((await transaction.objectStore("meta").get(META))?.value).data;

export const writePresentKeys = async (
  transaction: {
    objectStore(name: "meta"): { put(row: { key: string; value: unknown }): Promise<unknown> };
  },
  value: PresentKeys,
): Promise<void> => {
  await transaction.objectStore("meta").put({ key: META, value });
};
