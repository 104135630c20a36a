import type { ParseArgsConfig } from "node:util";
import { readSiteProfile, type SiteProfile } from "@cadre-care/his";
import { z } from "zod";
import { readCommandLine } from "../../scripts/command-line/read-command-line.ts";
import { boardAddress } from "./board-address.ts";
import { fetchBoardKeys, type PinnedKeys, readBoardKeys } from "./board-keys.ts";
import { PackError } from "./pack-error.ts";
import { readJson } from "./read-json.ts";

/** What `npm run pack` is told. */
export interface PackOptions extends PinnedKeys {
  readonly profiles: readonly SiteProfile[];
  /** Base address of the board without a trailing slash. */
  readonly board: string;
  /** Folder that receives `chromium/`, `firefox/` and a zip of each. */
  readonly out: string;
  /** PEM file whose public half pins the Chromium id; made when it does not exist. */
  readonly key: string;
  /** Firefox id. Left out: it follows from the key, as the Chromium id does. */
  readonly geckoId?: string;
  readonly version: string;
  /** A machine without managed settings stays shut. Left out: it works by policy and defaults. */
  readonly needsManagedSettings?: boolean;
}

/** The wizard offers both files side by side. */
const libraryFile = z.object({ resourceType: z.literal("Library") });

export const readProfileFile = (file: string): SiteProfile => {
  const content = readJson(file);
  if (libraryFile.safeParse(content).success)
    throw new PackError(
      `Tệp ${file} là bản gửi máy chủ (Library), không phải hồ sơ trang. Hãy dùng site-profile.json của bước Lưu.`,
      `The file ${file} is the board's copy (Library), not the site profile. Use site-profile.json of the step Save.`,
    );
  const profile = readSiteProfile(content);
  if (profile.ok) return profile.value;
  const { vi, en } = profile.problem.message;
  throw new PackError(
    `Hồ sơ trang ${file} không dùng được: ${vi}`,
    `Site profile ${file} is not usable: ${en}`,
  );
};

/** What the command line of `npm run pack` may have; each is explained in usage.ts. */
export const PACK_OPTIONS = {
  profile: { type: "string", multiple: true },
  board: { type: "string" },
  out: { type: "string" },
  "board-keys": { type: "string" },
  key: { type: "string" },
  "gecko-id": { type: "string" },
  "needs-managed-settings": { type: "boolean" },
} as const satisfies ParseArgsConfig["options"];

/**
 * Reads the command line of `npm run pack`. Without `--board-keys` the board is asked for the keys to pin.
 * @throws PackError
 */
export const readPackOptions = async (argv: readonly string[], version: string): Promise<PackOptions> => {
  const values = readCommandLine(argv, PACK_OPTIONS);
  const { profile: files = [], board: address, "board-keys": keysFile, out } = values;
  if (files.length === 0 || address === undefined || out === undefined)
    throw new PackError(
      "Cần có --profile TỆP (một hoặc nhiều), --board ĐỊA_CHỈ và --out THƯ_MỤC.",
      "Needed: --profile FILE (one or more), --board URL and --out DIR.",
    );
  const profiles = files.map(readProfileFile);
  const board = boardAddress(address);
  const pinned = keysFile === undefined ? await fetchBoardKeys(board) : readBoardKeys(keysFile);
  return {
    profiles,
    board,
    ...pinned,
    out,
    key: values.key ?? `${out}/extension-key.pem`,
    ...(values["gecko-id"] !== undefined && { geckoId: values["gecko-id"] }),
    version,
    needsManagedSettings: values["needs-managed-settings"] ?? false,
  };
};
