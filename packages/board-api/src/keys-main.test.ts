import { execFile } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, expect, it } from "vitest";

const COMMAND = fileURLToPath(new URL("keys-main.ts", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "keys-"));
afterAll(() => rmSync(folder, { recursive: true }));

const environment = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => name !== "DATABASE_URL"),
);
const run = (...words: string[]) =>
  promisify(execFile)(process.execPath, ["--import", "tsx", COMMAND, ...words], { env: environment });

it.each(["mistyped", "."])(
  "makes no board in %s, where there is none: its keys would shut the real one out",
  { timeout: 60_000 },
  async (where) => {
    const data = join(folder, where);
    await expect(run("--data", data)).rejects.toMatchObject({
      code: 1,
      stdout: "",
      stderr: expect.stringContaining(data),
    });
    expect(readdirSync(folder)).toEqual([]);
  },
);

it("says in both languages how it is used", { timeout: 60_000 }, async () => {
  const { stdout } = await run("--help");
  expect(stdout).toContain("--data THƯ_MỤC");
  expect(stdout).toContain("--data DIR");
});
