import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { findChromium, findFirefox } from "../browsers.mjs";
import { ROOT } from "./child-service.ts";
import type { ExtensionDirs } from "./site-build.ts";

/** Whether a window can be shown here. */
export const hasDisplay = (env: NodeJS.ProcessEnv = process.env, platform = process.platform): boolean =>
  platform === "darwin" || platform === "win32" || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);

/** Chrome as Google ships it takes no unpacked extension from the command line; Chromium does. */
const takesExtension = (path: string): boolean => !path.includes("google-chrome");

/**
 * The command that opens a browser with the extension in a profile of its own.
 * @returns undefined when no browser here can be opened that way
 */
export const browserCommand = (
  dirs: ExtensionDirs,
  addresses: readonly string[],
  browsers: { readonly chromium: string | undefined; readonly firefox: string | undefined } = {
    chromium: findChromium(),
    firefox: findFirefox(),
  },
):
  | { readonly command: string; readonly args: readonly string[]; readonly profileDir: string }
  | undefined => {
  if (browsers.chromium !== undefined && takesExtension(browsers.chromium)) {
    const profileDir = join(ROOT, ".data", "chromium");
    return {
      command: browsers.chromium,
      profileDir,
      args: [
        `--user-data-dir=${profileDir}`,
        `--load-extension=${dirs.chromium}`,
        "--no-first-run",
        "--no-default-browser-check",
        ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
        ...addresses,
      ],
    };
  }
  if (browsers.firefox === undefined) return undefined;
  const profileDir = join(ROOT, ".data", "firefox");
  return {
    command: join(ROOT, "node_modules", ".bin", "web-ext"),
    profileDir,
    args: [
      "run",
      `--source-dir=${dirs.firefox}`,
      `--firefox=${browsers.firefox}`,
      `--firefox-profile=${profileDir}`,
      "--profile-create-if-missing",
      "--keep-profile-changes",
      "--no-reload",
      "--no-input",
      ...addresses.flatMap((address) => ["--start-url", address]),
    ],
  };
};

/** Opens the browser; undefined when there is no screen or no browser that takes the extension. */
export const openBrowser = (dirs: ExtensionDirs, addresses: readonly string[]): ChildProcess | undefined => {
  const found = hasDisplay() ? browserCommand(dirs, addresses) : undefined;
  if (found === undefined) return undefined;
  mkdirSync(found.profileDir, { recursive: true });
  const child = spawn(found.command, found.args, { stdio: "ignore" });
  child.on("error", () => undefined);
  return child;
};
