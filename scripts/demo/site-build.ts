import { spawn } from "node:child_process";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
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

/** The profile with its demo address replaced by the one in use. */
const movedProfile = async (file: string, origin: string, folder: string, index: number): Promise<string> => {
  const text = await readFile(join(ROOT, file), "utf8");
  const moved = join(folder, `${index}.json`);
  await writeFile(moved, text.replaceAll(/http:\/\/localhost:\d+/g, origin));
  return moved;
};

/** Packs the site build for these HISs and this board (`npm run pack`). @throws Error with the packer's output */
export const buildExtension = async (options: SiteBuildOptions): Promise<ExtensionDirs> => {
  const profileDir = join(options.outDir, "profiles");
  await mkdir(profileDir, { recursive: true });
  const profiles = await Promise.all(
    options.profiles.map(({ file, origin }, index) => movedProfile(file, origin, profileDir, index)),
  );
  const args = profiles.flatMap((profile) => ["--profile", profile]);
  await new Promise<void>((resolve, reject) => {
    let output = "";
    const child = spawn(
      process.execPath,
      [
        "--import",
        "tsx",
        "extension/build/pack.ts",
        ...args,
        "--board",
        options.boardUrl,
        "--out",
        options.outDir,
      ],
      { cwd: ROOT, stdio: ["ignore", "pipe", "pipe"] },
    );
    const collect = (chunk: Buffer) => {
      output += chunk.toString();
    };
    child.stdout.on("data", collect);
    child.stderr.on("data", collect);
    child.once("error", reject);
    child.once("close", (code) =>
      code === 0 ? resolve() : reject(new Error(`pack: exit ${code}\n${output.slice(-4_000)}`)),
    );
  });
  return { chromium: join(options.outDir, "chromium"), firefox: join(options.outDir, "firefox") };
};
