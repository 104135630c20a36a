import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { ScriptsOfFolders } from "./commands.ts";

const packageSchema = z.object({
  name: z.string(),
  workspaces: z.array(z.string()).default([]),
  scripts: z.record(z.string(), z.string()).default({}),
});

/** The folders of a workspace pattern: a folder, or all in one (`packages/*`). */
const foldersOf = (root: string, pattern: string): string[] =>
  pattern.endsWith("/*")
    ? readdirSync(join(root, pattern.slice(0, -2))).map((name) => `${pattern.slice(0, -1)}${name}`)
    : [pattern];

const read = (folder: string) =>
  packageSchema.parse(JSON.parse(readFileSync(join(folder, "package.json"), "utf8")));

/** The npm scripts of a repository: its own under `""`, those of a workspace under its folder and under its name. */
export const readNpmScripts = (root: string): ScriptsOfFolders => {
  const own = read(root);
  const folders = own.workspaces
    .flatMap((pattern) => foldersOf(root, pattern))
    .filter((folder) => existsSync(join(root, folder, "package.json")));
  return new Map([
    ["", new Set(Object.keys(own.scripts))],
    // `npm run bench -w packages/…` in a text: some package has it.
    ["packages/", new Set(folders.flatMap((folder) => Object.keys(read(join(root, folder)).scripts)))],
    ...folders.flatMap((folder): [string, ReadonlySet<string>][] => {
      const { name, scripts } = read(join(root, folder));
      return [folder, name].map((key) => [key, new Set(Object.keys(scripts))]);
    }),
  ]);
};
