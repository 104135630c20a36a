import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BoardKey, LIBRARY_URLS, librarySchema, verifyDocument } from "@cadre-care/fhir";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "../database/database.ts";
import { openPglite } from "../database/pglite-database.ts";
import { prepareDatabase } from "../demo/seed.ts";
import { addDocumentKey, documentKeys, publicKeySet, signWithDocumentKey } from "./document-keys.ts";

const options = { seed: 1, people: 1, referenceDate: "2026-11-26", siteProfiles: [] };

/** Ends a start that hangs; nothing is measured by it. */
const SLOW_MACHINE = 600_000;

describe("the keys that sign documents", () => {
  let folder = "";
  let database: Database;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "keys-"));
    database = await openPglite(folder);
  }, SLOW_MACHINE);
  afterAll(async () => {
    await database.close();
    await rm(folder, { recursive: true });
  });

  const policy = async () => {
    const [row] = await database.query<{ content: unknown; version: number }>(
      "SELECT content, version FROM resource WHERE business_key = 'document|policy'",
    );
    return { library: librarySchema.parse(row?.content), version: row?.version };
  };
  const opensWith = async (...keys: BoardKey[]) => {
    const read = await verifyDocument((await policy()).library, LIBRARY_URLS.policy, keys);
    return read.ok ? read.value.issuedAt : read.problem.code;
  };

  it("outlive a restart, and what they signed is not signed again", async () => {
    const { documents } = await prepareDatabase(database, options);
    const { version } = await policy();
    await database.close();
    database = await openPglite(folder);
    expect((await prepareDatabase(database, options)).documents).toEqual(documents);
    expect((await policy()).version).toBe(version);
  });

  it("are never given out with their private half", async () => {
    const { documents } = await prepareDatabase(database, options);
    const [secret] = documents.keys;
    expect(secret?.d).toHaveLength(43);
    expect(JSON.stringify(publicKeySet(documents))).not.toContain(secret?.d);
  });

  it("sign what an older version of the board left unsigned", async () => {
    await prepareDatabase(database, options);
    await database.query(
      "UPDATE resource SET content = (content::jsonb #- '{content,1}')::json WHERE type = 'Library'",
    );
    const [key] = publicKeySet(await documentKeys(database)).keys;
    if (!key) throw new Error("no key");
    expect(await opensWith(key)).toBe("document-unsigned");
    await prepareDatabase(database, options);
    expect(await opensWith(key)).toBeGreaterThan(0);
  });

  it("take each other's place in two steps, so that builds can be rolled out between them", async () => {
    await prepareDatabase(database, options);
    const [old] = publicKeySet(await documentKeys(database)).keys;
    const [first, next] = publicKeySet(await addDocumentKey(database)).keys;
    if (!old || !next) throw new Error("no key");
    expect(first).toEqual(old);
    await prepareDatabase(database, options);
    const before = await opensWith(old);
    expect(before).toBeGreaterThan(0);
    expect(await signWithDocumentKey(database, "no-such-key")).toBeUndefined();
    await signWithDocumentKey(database, next.kid);
    await prepareDatabase(database, options);
    expect(await opensWith(old)).toBe("document-key-unknown");
    expect(await opensWith(old, next)).toBeGreaterThan(Number(before));
    expect(publicKeySet(await documentKeys(database)).keys[0]).toEqual(next);
  });
});
