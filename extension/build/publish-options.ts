import type { SiteProfile } from "@cadre-care/his";
import { readCommandLine } from "../../scripts/command-line/read-command-line.ts";
import { boardAddress } from "./board-address.ts";
import { PackError } from "./pack-error.ts";
import { readProfileFile } from "./site-options.ts";

/** What `npm run board:publish` is told. */
export interface PublishOptions {
  readonly profile: SiteProfile;
  /** Base address of the board without a trailing slash. */
  readonly board: string;
  /** On this machine: where sign-in comes back to. The board knows the address by its number. */
  readonly port: number;
  /** Id of the site's profile in use that this one, of another id, may take the place of. */
  readonly replace?: string;
}

const PORT = 8788;

/** What the command line of `npm run board:publish` may have. */
export const PUBLISH_OPTIONS = {
  profile: { type: "string" },
  board: { type: "string" },
  port: { type: "string" },
  replace: { type: "string" },
} as const;

/** Reads the command line of `npm run board:publish`. @throws PackError */
export const readPublishOptions = (argv: readonly string[]): PublishOptions => {
  const values = readCommandLine(argv, PUBLISH_OPTIONS);
  const { profile, board, replace } = values;
  const port = Number(values.port ?? PORT);
  if (profile === undefined || board === undefined || !Number.isInteger(port) || port < 1 || port > 65_535)
    throw new PackError(
      "Cần có --profile TỆP và --board ĐỊA_CHỈ; --port phải là số cổng (1–65535).",
      "Needed: --profile FILE and --board URL; --port is the number of a port.",
    );
  return {
    profile: readProfileFile(profile),
    board: boardAddress(board),
    port,
    ...(replace !== undefined && { replace }),
  };
};
