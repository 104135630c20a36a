import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { type Zippable, zipSync } from "fflate";
import { bundle, bundleSetup } from "./bundle.ts";
import { geckoIdOf, type PinnedId, pinnedId, redirectUris } from "./extension-id.ts";
import { MANAGED_SCHEMA_FILE, managedSchema } from "./managed-schema.ts";
import { manifestOf } from "./manifest.ts";
import { setupManifestOf } from "./setup-manifest.ts";
import type { SetupOptions } from "./setup-options.ts";
import type { BrowserName } from "./shared-manifest.ts";
import type { PackOptions } from "./site-options.ts";

/** What was packed: for each browser a folder to load by hand, and a zip. */
export interface Packed {
  readonly folders: Readonly<Record<BrowserName, string>>;
  readonly zips: Readonly<Record<BrowserName, string>>;
  readonly chromiumId: string;
  readonly geckoId: string;
  /** Where the extension's key is, and whether it was made now. */
  readonly key: { readonly file: string; readonly made: boolean };
}

export interface PackedSite extends Packed {
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

const keyOf = (file: string): { readonly pinned: PinnedId; readonly key: Packed["key"] } => {
  const made = !existsSync(file);
  return { pinned: pinnedId(file), key: { file, made } };
};

/** How one kind of build is made. */
interface Recipe {
  /** Further files of one browser's package: names and JSON. */
  readonly files?: (browser: BrowserName) => Readonly<Record<string, unknown>>;
  readonly bundle: (browser: BrowserName, folder: string) => Promise<void>;
  readonly manifest: (browser: BrowserName) => Record<string, unknown>;
  readonly zipName: (browser: BrowserName) => string;
}

type Progress = (browser: BrowserName) => void;

const packBoth = async (
  out: string,
  recipe: Recipe,
  onProgress: Progress,
): Promise<Pick<Packed, "folders" | "zips">> => {
  const pack = async (browser: BrowserName) => {
    onProgress(browser);
    const folder = join(out, browser);
    mkdirSync(folder, { recursive: true });
    await recipe.bundle(browser, folder);
    const files = { ...recipe.files?.(browser), "manifest.json": recipe.manifest(browser) };
    for (const [name, content] of Object.entries(files))
      writeFileSync(join(folder, name), `${JSON.stringify(content, null, 2)}\n`);
    const file = join(out, recipe.zipName(browser));
    zip(folder, file);
    return { folder, file };
  };
  const chromium = await pack("chromium");
  const firefox = await pack("firefox");
  return {
    folders: { chromium: chromium.folder, firefox: firefox.folder },
    zips: { chromium: chromium.file, firefox: firefox.file },
  };
};

/** Packs a hospital's site build: a folder and a zip per browser. */
export const packSite = async (
  options: PackOptions,
  onProgress: Progress = () => undefined,
): Promise<PackedSite> => {
  const { pinned, key } = keyOf(options.key);
  const geckoId = options.geckoId ?? geckoIdOf(pinned);
  const packed = await packBoth(
    options.out,
    {
      bundle: (browser, folder) => bundle(browser, options, folder),
      files: (browser) => (browser === "chromium" ? { [MANAGED_SCHEMA_FILE]: managedSchema() } : {}),
      manifest: (browser) => manifestOf(browser, { ...options, geckoId }, pinned),
      zipName: (browser) => `cadre-care-${browser}-${options.version}.zip`,
    },
    onProgress,
  );
  return {
    ...packed,
    chromiumId: pinned.id,
    geckoId,
    key,
    redirectUris: redirectUris(pinned.id, geckoId),
  };
};

/** Packs the setup build, with which IT drafts a profile (DESIGN 6, two builds). */
export const packSetup = async (
  options: SetupOptions,
  onProgress: Progress = () => undefined,
): Promise<Packed> => {
  const { pinned, key } = keyOf(options.key);
  const packed = await packBoth(
    options.out,
    {
      bundle: (_browser, folder) => bundleSetup(folder),
      manifest: (browser) => setupManifestOf(browser, options, pinned),
      zipName: (browser) => `cadre-care-setup-${browser}-${options.version}.zip`,
    },
    onProgress,
  );
  return {
    ...packed,
    chromiumId: pinned.id,
    geckoId: options.geckoId,
    key,
  };
};
