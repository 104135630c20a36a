import { readFile } from "node:fs/promises";
import { expect, it } from "vitest";
import { correctionsTable } from "./corrections-table.ts";
import { allCorrections } from "./profile-files.ts";

it("docs/his-fixtures.md says how many corrections each profile needs", async () => {
  const guide = await readFile(new URL("../../../../docs/his-fixtures.md", import.meta.url), "utf8");
  expect(guide).toContain(`\n\n${correctionsTable(await allCorrections())}\n\n`);
});
