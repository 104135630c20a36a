import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { CONTRACT_OPTIONS } from "./contract-options.ts";
import { usageText } from "./usage.ts";

const COMMAND = fileURLToPath(new URL("../../contract-main.ts", import.meta.url));
const run = (...words: string[]) =>
  promisify(execFile)(process.execPath, ["--import", "tsx", COMMAND, ...words]);

describe("the usage of the command", () => {
  it("explains every option once in each language", () => {
    const named = [...usageText().matchAll(/^ {2}--([\w-]+) .*[^ .]$/gm)].map(([, name]) => name);
    expect(named.toSorted()).toEqual(
      [...Object.keys(CONTRACT_OPTIONS), ...Object.keys(CONTRACT_OPTIONS)].toSorted(),
    );
  });

  it("is printed in both languages, and the command ends well", { timeout: 60_000 }, async () => {
    const { stdout, stderr } = await run("--help");
    expect(stdout).toContain("npm run contract -- --board ĐỊA_CHỈ");
    expect(stdout).toContain("npm run contract -- --board URL");
    expect(stderr).toBe("");
  });

  it("is pointed to by a wrong command line, which ends with 3", { timeout: 60_000 }, async () => {
    await expect(run("--no-such")).rejects.toMatchObject({
      code: 3,
      stderr: expect.stringContaining("--help"),
    });
  });
});
