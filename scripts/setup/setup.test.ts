import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { COMPONENTS, isDebian, MissingComponentError } from "./components.mjs";
import { nodeVersionProblem } from "./node-version.mjs";
import { packagesMissing } from "./packages.mjs";
import { CommandError, runCommand } from "./run-command.mjs";

describe("nodeVersionProblem", () => {
  it.each(["v20.19.0", "20.20.2", "v22.1.0", "v24.0.0"])("accepts %s", (version) => {
    expect(nodeVersionProblem(version)).toBeUndefined();
  });

  it.each(["v18.20.4", "v20.18.3", "v20.9.0"])("says in both languages what to do about %s", (version) => {
    expect(nodeVersionProblem(version)).toContain("Cần Node.js");
    expect(nodeVersionProblem(version)).toContain("is needed");
  });
});

describe("packagesMissing", () => {
  let root: string;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), "packages-"));
    writeFileSync(join(root, "package-lock.json"), "{}");
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  const install = (secondsAfterLock: number) => {
    mkdirSync(join(root, "node_modules"), { recursive: true });
    writeFileSync(join(root, "node_modules", ".package-lock.json"), "{}");
    const lock = 1_700_000_000;
    utimesSync(join(root, "package-lock.json"), lock, lock);
    utimesSync(
      join(root, "node_modules", ".package-lock.json"),
      lock + secondsAfterLock,
      lock + secondsAfterLock,
    );
  };

  it("is true in a fresh clone and after a broken-off install", () => {
    expect(packagesMissing(root)).toBe(true);
    mkdirSync(join(root, "node_modules"));
    expect(packagesMissing(root)).toBe(true);
  });

  it("is false after an install, and true again when the lock file changes", () => {
    install(10);
    expect(packagesMissing(root)).toBe(false);
    install(-10);
    expect(packagesMissing(root)).toBe(true);
  });
});

describe("components", () => {
  it("tells Debian, whose browsers can be installed, from Ubuntu, whose are snaps", () => {
    expect(isDebian('NAME="Debian GNU/Linux"\nID=debian\n')).toBe(true);
    expect(isDebian("NAME=Ubuntu\nID=ubuntu\nID_LIKE=debian\n")).toBe(false);
    expect(isDebian("")).toBe(false);
  });

  it("prints exactly what to run", () => {
    const error = new MissingComponentError(["chromium", "postgres"], { vi: "Vì sao.", en: "Why." });
    expect(error.message).toContain("sudo apt-get update && sudo apt-get install -y chromium postgresql");
    expect(error.message).toContain("Máy này thiếu: Chromium, PostgreSQL");
  });

  it("names a Debian package for each", () => {
    for (const component of Object.values(COMPONENTS)) expect(component.debian).toMatch(/^[a-z-]+$/);
  });
});

describe("runCommand", () => {
  it("gives what the program printed", async () => {
    expect((await runCommand(process.execPath, ["--version"])).trim()).toBe(process.version);
  });

  it("throws with the program's last words, and when there is no such program", async () => {
    const failing = runCommand(process.execPath, ["-e", "console.error('why'); process.exit(3)"]);
    await expect(failing).rejects.toMatchObject({ code: 3, output: expect.stringContaining("why") });
    await expect(runCommand("no-such-program-here", [])).rejects.toBeInstanceOf(CommandError);
  });
});
