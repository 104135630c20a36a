import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { cp, mkdir, mkdtemp, readdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { ROOT } from "./child-service.ts";

const SOURCES = [
  "packages/board-api/src",
  "packages/board-api/demo",
  "packages/domain/src",
  "packages/fhir/src",
  "packages/forms/src",
];

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true })
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return filesBelow(path);
      return /\.test\.ts$/.test(entry.name) ? [] : [path];
    });

/** Changes with whatever decides what a fresh board holds: its sources, its sample data, the size of the province, the day. */
export const templateKey = (people: number, day: string, root = ROOT): string => {
  const hash = createHash("sha256").update(`${people} ${day}`);
  for (const source of SOURCES)
    for (const path of filesBelow(join(root, source)))
      hash.update(path.slice(root.length)).update(readFileSync(path));
  return hash.digest("hex").slice(0, 16);
};

/**
 * Fills an empty folder with a board's seeded database. The first time that costs a seeding, afterwards a copy.
 * @param seed fills the folder that it is given, and is done with it when it resolves
 */
export const copySeededBoard = async (
  target: string,
  key: string,
  seed: (folder: string) => Promise<void>,
  store: string = join(ROOT, ".data", "seeded-boards"),
): Promise<void> => {
  const template = join(store, key);
  if (!existsSync(template)) {
    await mkdir(store, { recursive: true });
    const fresh = await mkdtemp(join(store, "making-"));
    try {
      await seed(fresh);
      for (const old of await readdir(store))
        if (!old.startsWith("making-") && old !== key)
          await rm(join(store, old), { recursive: true, force: true });
      await rename(fresh, template);
    } catch (error) {
      await rm(fresh, { recursive: true, force: true });
      // Another process may have been faster; its template is as good.
      if (!existsSync(template)) throw error;
    }
  }
  await cp(template, target, { recursive: true });
};
