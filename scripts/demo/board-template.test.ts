import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { copySeededBoard, templateKey } from "./board-template.ts";

describe("copySeededBoard", () => {
  let folder: string;
  let seedings: number;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "template-"));
    seedings = 0;
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const copy = (target: string, key: string) =>
    copySeededBoard(
      join(folder, target),
      key,
      async (fresh) => {
        seedings += 1;
        writeFileSync(join(fresh, "data"), key);
      },
      join(folder, "store"),
    );

  it("seeds once and copies afterwards", async () => {
    await copy("first", "a");
    await copy("second", "a");
    expect(seedings).toBe(1);
    writeFileSync(join(folder, "first", "data"), "changed by a test");
    expect(readFileSync(join(folder, "second", "data"), "utf8")).toBe("a");
    await copy("third", "a");
    expect(readFileSync(join(folder, "third", "data"), "utf8")).toBe("a");
  });

  it("seeds again under another key, and forgets the old one", async () => {
    await copy("first", "a");
    await copy("second", "b");
    expect(seedings).toBe(2);
    expect(readdirSync(join(folder, "store"))).toEqual(["b"]);
  });

  it("leaves nothing behind when seeding fails", async () => {
    await expect(
      copySeededBoard(
        join(folder, "first"),
        "a",
        async () => {
          throw new Error("no room on the disk");
        },
        join(folder, "store"),
      ),
    ).rejects.toThrow("no room");
    expect(readdirSync(join(folder, "store"))).toEqual([]);
  });

  it("serves two who come at the same time", async () => {
    await Promise.all([copy("first", "a"), copy("second", "a")]);
    expect(readFileSync(join(folder, "first", "data"), "utf8")).toBe("a");
    expect(readFileSync(join(folder, "second", "data"), "utf8")).toBe("a");
  });
});

describe("templateKey", () => {
  it("changes with the day, the size and the sources, not with tests", () => {
    const root = mkdtempSync(join(tmpdir(), "sources-"));
    try {
      for (const source of ["board-api/src", "board-api/demo", "domain/src", "fhir/src", "forms/src"])
        mkdirSync(join(root, "packages", source), { recursive: true });
      const key = () => templateKey(1500, "2026-11-22", root);
      const first = key();
      writeFileSync(join(root, "packages/fhir/src/a.test.ts"), "1");
      expect(key()).toBe(first);
      expect(templateKey(1500, "2026-11-23", root)).not.toBe(first);
      expect(templateKey(100, "2026-11-22", root)).not.toBe(first);
      writeFileSync(join(root, "packages/board-api/demo/policy.json"), "{}");
      expect(key()).not.toBe(first);
    } finally {
      rmSync(root, { recursive: true, force: true });
    }
  });
});
