import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { runCommand } from "../setup/run-command.mjs";
import { ROOT } from "./child-service.ts";

export interface SiteBuildOptions {
  readonly boardUrl: string;
  /** Profile files from the root of the checkout, and where the HIS that each describes is running now. */
  readonly profiles: readonly { readonly file: string; readonly origin: string }[];
  readonly outDir: string;
}

/** Folders of the unpacked extension; the zips lie beside them. */
export interface ExtensionDirs {
  readonly chromium: string;
  readonly firefox: string;
}

export interface BuiltExtension {
  readonly dirs: ExtensionDirs;
  /** Where sign-in returns to; the board must allow these and no others. */
  readonly redirectUris: readonly string[];
  /** The profiles with the addresses in use. */
  readonly profiles: readonly string[];
}

/** `redirectUris` as the packer prints them, each alone on its line. */
export const redirectUrisIn = (output: string): readonly string[] =>
  output
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => /^https:\/\/\S+$/.test(line));

/** The profile with its demo address replaced by the one in use. */
const movedProfile = async (file: string, origin: string, folder: string, index: number): Promise<string> => {
  const text = await readFile(join(ROOT, file), "utf8");
  const moved = join(folder, `${index}.json`);
  await writeFile(moved, text.replaceAll(/http:\/\/(?:localhost|127\.0\.0\.1):\d+/g, origin));
  return moved;
};

/** Packs the site build for these HISs and this board (`npm run pack`). @throws Error with the packer's output */
export const buildExtension = async (options: SiteBuildOptions): Promise<BuiltExtension> => {
  const profileDir = join(options.outDir, "profiles");
  await mkdir(profileDir, { recursive: true });
  const profiles = await Promise.all(
    options.profiles.map(({ file, origin }, index) => movedProfile(file, origin, profileDir, index)),
  );
  const output = await runCommand(
    process.execPath,
    [
      "--import",
      "tsx",
      "extension/build/pack.ts",
      ...profiles.flatMap((profile) => ["--profile", profile]),
      "--board",
      options.boardUrl,
      "--out",
      options.outDir,
    ],
    { cwd: ROOT },
  );
  return {
    dirs: { chromium: join(options.outDir, "chromium"), firefox: join(options.outDir, "firefox") },
    redirectUris: redirectUrisIn(output),
    profiles,
  };
};
