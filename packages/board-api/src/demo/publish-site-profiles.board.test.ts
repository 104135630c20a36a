import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { IDENTIFIER_SYSTEMS } from "@cadre-care/fhir";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { z } from "zod";
import type { Database } from "../database/database.ts";
import { openPglite } from "../database/pglite-database.ts";
import { createSchema } from "../database/schema.ts";
import { libraryJson } from "../policy/policy-in-force.ts";
import { databaseNow, insertRows, updateRow } from "../repository/resource-rows.ts";
import type { ResourceRow } from "../repository/stored-resource.ts";
import { siteProfileResource } from "./organisation-resources.ts";
import { publishSiteProfiles } from "./publish-site-profiles.ts";

const folder = mkdtempSync(join(tmpdir(), "cadre-care-site-profiles-"));
const file = join(folder, "site-profile.json");
let database: Database;
let site = 0;

beforeAll(async () => {
  database = await openPglite(undefined);
  await createSchema(database);
}, 600_000);
beforeEach(() => {
  site += 1;
});
afterAll(async () => {
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

const profile = (version: string, name: string) => ({ site: `site-${site}`, version, name });
/** A start of the board beside this file. */
const start = async (version: string, name: string): Promise<void> => {
  writeFileSync(file, JSON.stringify(profile(version, name)));
  await publishSiteProfiles(database, [file]);
};
const rows = async () =>
  (await database.query<ResourceRow>("SELECT * FROM resource WHERE type = 'Library'")).filter(({ content }) =>
    JSON.stringify(content).includes(`"${IDENTIFIER_SYSTEMS.site}","value":"site-${site}"`),
  );
const shown = z.object({ version: z.string(), status: z.string() });
const kept = async () =>
  (await rows()).map(({ content }) => {
    const { version, status } = shown.parse(content);
    return [version, status, z.object({ name: z.string() }).parse(libraryJson(content)).name];
  });
/** Somebody sends a profile to the board, by whatever tool. */
const send = async (version: string, name: string, change: object = {}): Promise<void> => {
  writeFileSync(file, JSON.stringify(profile(version, name)));
  const resource = { ...siteProfileResource(file), ...change };
  const [row] = await rows();
  const now = await databaseNow(database);
  if (row === undefined) await insertRows(database, [resource], now);
  else await updateRow(database, { ...row.content, ...resource, id: row.id }, String(row.version), now);
};

it("serves a file, and what it is changed to, whether or not its version was raised", async () => {
  await start("1", "first");
  await start("1", "first");
  expect((await rows())[0]?.version).toBe(1);
  await start("1", "mended");
  expect(await kept()).toEqual([["1", "active", "mended"]]);
  await start("1.1", "next");
  expect(await kept()).toEqual([["1.1", "active", "next"]]);
});

it("leaves in use what was sent since, until the file is above it", async () => {
  await start("1", "file");
  await send("2026.11.27.1", "sent");
  await start("1", "file");
  expect(await kept()).toEqual([["2026.11.27.1", "active", "sent"]]);
  await start("2026.11.27.2", "file");
  expect(await kept()).toEqual([["2026.11.27.2", "active", "file"]]);
});

it("goes on from a site's first profile that was sent under another id", async () => {
  await send("3", "sent", { id: `sent-${site}` });
  await start("1", "file");
  expect(await kept()).toEqual([["3", "active", "sent"]]);
  await start("4", "file");
  expect(await kept()).toEqual([["4", "active", "file"]]);
  expect((await rows()).map(({ id }) => id)).toEqual([`sent-${site}`]);
});

it("puts nothing back into use that somebody took out of it", async () => {
  await start("1", "file");
  await send("1", "file", { status: "retired" });
  await start("2", "file");
  expect(await kept()).toEqual([["1", "retired", "file"]]);
});
