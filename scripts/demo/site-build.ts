import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { pinnedId, redirectUris } from "../../extension/build/extension-id.ts";
import { runCommand } from "../setup/run-command.mjs";
import { ROOT } from "./child-service.ts";

const GECKO_ID = "demo@cadre-care.example";

export interface SiteOptions {
  readonly boardUrl: string;
  /** Profile files, from the root of the checkout where not absolute, and where the HIS that each describes is running now. */
  readonly profiles: readonly { readonly file: string; readonly origin: string }[];
  readonly outDir: string;
}

/** Folders of the unpacked extension; the zips lie beside them. */
export interface ExtensionDirs {
  readonly chromium: string;
  readonly firefox: string;
}

/** A site build before it is packed: all that the board must know about it is known. */
export interface PreparedSite {
  /** Where sign-in returns to; the board must allow these and no others. */
  readonly redirectUris: readonly string[];
  /** The profiles with the addresses in use. */
  readonly profiles: readonly string[];
  /**
   * Packs it (`npm run pack`) for a board with these keys, as it gives them at `/board-keys`.
   * @throws CommandError with the packer's output
   */
  pack(boardKeys: string): Promise<ExtensionDirs>;
}

/** The text of a profile with its demo address replaced by the one in use. */
export const movedProfile = (text: string, origin: string): string =>
  text.replaceAll(/http:\/\/(?:localhost|127\.0\.0\.1):\d+/g, origin);

/** Writes the moved profiles and the key that pins the extension's id. */
export const prepareSite = async (options: SiteOptions): Promise<PreparedSite> => {
  const profileDir = join(options.outDir, "profiles");
  await mkdir(profileDir, { recursive: true });
  const profiles = await Promise.all(
    options.profiles.map(async ({ file, origin }, index) => {
      const moved = join(profileDir, `${index}.json`);
      await writeFile(moved, movedProfile(await readFile(resolve(ROOT, file), "utf8"), origin));
      return moved;
    }),
  );
  const key = join(options.outDir, "extension-key.pem");
  return {
    profiles,
    redirectUris: redirectUris(pinnedId(key).id, GECKO_ID),
    pack: async (boardKeys) => {
      const keysFile = join(options.outDir, "board-keys.json");
      await writeFile(keysFile, boardKeys);
      await runCommand(
        process.execPath,
        [
          ...["--import", "tsx", "extension/build/pack.ts"],
          ...profiles.flatMap((profile) => ["--profile", profile]),
          ...["--board", options.boardUrl, "--board-keys", keysFile],
          ...["--out", options.outDir, "--key", key, "--gecko-id", GECKO_ID],
        ],
        { cwd: ROOT },
      );
      return { chromium: join(options.outDir, "chromium"), firefox: join(options.outDir, "firefox") };
    },
  };
};
