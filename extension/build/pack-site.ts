import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { type Zippable, zipSync } from "fflate";
import { bundle } from "./bundle.ts";
import { pinnedId, redirectUris } from "./extension-id.ts";
import { type BrowserName, manifestOf } from "./manifest.ts";
import type { PackOptions } from "./site-options.ts";

export interface PackedSite {
  readonly folders: Readonly<Record<BrowserName, string>>;
  readonly zips: Readonly<Record<BrowserName, string>>;
  readonly chromiumId: string;
  readonly geckoId: string;
  /** What the board must allow as sign-in return addresses. */
  readonly redirectUris: readonly string[];
}

/** Fixed, so that the same input gives the same zip. */
const ZIP_TIME = new Date(2026, 0, 1);

const filesBelow = (folder: string): string[] =>
  readdirSync(folder)
    .sort()
    .flatMap((name) => {
      const path = join(folder, name);
      return statSync(path).isDirectory() ? filesBelow(path) : [path];
    });

const zip = (folder: string, file: string): void => {
  const entries: Zippable = {};
  for (const path of filesBelow(folder))
    entries[relative(folder, path).replaceAll("\\", "/")] = [readFileSync(path), { mtime: ZIP_TIME }];
  writeFileSync(file, zipSync(entries, { level: 9 }));
};

/** Packs a hospital's site build: a folder and a zip per browser. */
export const packSite = async (
  options: PackOptions,
  onProgress: (browser: BrowserName) => void = () => undefined,
): Promise<PackedSite> => {
  const pinned = pinnedId(options.key);
  const pack = async (browser: BrowserName) => {
    onProgress(browser);
    const folder = join(options.out, browser);
    mkdirSync(folder, { recursive: true });
    await bundle(browser, options, folder);
    const manifest = JSON.stringify(manifestOf(browser, options, pinned), null, 2);
    writeFileSync(join(folder, "manifest.json"), `${manifest}\n`);
    const file = join(options.out, `cadre-care-${browser}-${options.version}.zip`);
    zip(folder, file);
    return { folder, file };
  };
  const chromium = await pack("chromium");
  const firefox = await pack("firefox");
  return {
    folders: { chromium: chromium.folder, firefox: firefox.folder },
    zips: { chromium: chromium.file, firefox: firefox.file },
    chromiumId: pinned.id,
    geckoId: options.geckoId,
    redirectUris: redirectUris(pinned.id, options.geckoId),
  };
};
