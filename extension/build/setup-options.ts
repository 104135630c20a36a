import { parseArgs } from "node:util";
import { PackError } from "./pack-error.ts";

/** What `npm run pack -- --setup` is told. */
export interface SetupOptions {
  /** Folder that receives `chromium/`, `firefox/` and a zip of each. */
  readonly out: string;
  /** PEM file whose public half pins the Chromium id; made when it does not exist. Never that of a site build. */
  readonly key: string;
  /** Firefox id. */
  readonly geckoId: string;
  readonly version: string;
}

/** Whether a command line asks for the setup build. */
export const asksForSetup = (argv: readonly string[]): boolean => argv.includes("--setup");

/** Reads the command line of `npm run pack -- --setup`. It knows no profile and no board. @throws PackError */
export const readSetupOptions = (argv: readonly string[], version: string): SetupOptions => {
  const { values } = parseArgs({
    args: [...argv],
    strict: false,
    options: {
      setup: { type: "boolean" },
      out: { type: "string" },
      key: { type: "string" },
      "gecko-id": { type: "string" },
    },
  });
  const { setup: _asked, out, key, "gecko-id": geckoId, ...others } = values;
  const [other] = Object.keys(others);
  if (other !== undefined)
    throw new PackError(
      `--setup không dùng cùng --${other}: bản soạn hồ sơ không biết bệnh viện và máy chủ nào.`,
      `--setup does not go with --${other}: the setup build knows no hospital and no board.`,
    );
  if (typeof out !== "string") throw new PackError("Cần có --out THƯ_MỤC.", "Needed: --out DIR.");
  return {
    out,
    key: typeof key === "string" ? key : `${out}/setup-key.pem`,
    geckoId: typeof geckoId === "string" ? geckoId : "setup@cadre-care.example",
    version,
  };
};
