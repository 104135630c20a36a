import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { findChromium, findFirefox } from "../browsers.mjs";
import { CommandError, runCommand } from "./run-command.mjs";

const serverFolder = "/usr/lib/postgresql";

/** @returns {string | undefined} folder with `postgres` and `initdb`; POSTGRES_BIN goes first, then the newest version */
export const findPostgres = () => {
  const versions = existsSync(serverFolder)
    ? readdirSync(serverFolder).sort((one, other) => Number(other) - Number(one))
    : [];
  const path = (process.env.PATH ?? "").split(":").filter(Boolean);
  return [
    process.env.POSTGRES_BIN,
    ...versions.map((version) => join(serverFolder, version, "bin")),
    ...path,
    "/opt/homebrew/bin",
  ].find((folder) => folder && existsSync(join(folder, "initdb")) && existsSync(join(folder, "postgres")));
};

/** @returns {string | undefined} path of strace, which shows what a browser has written to the disk; Linux only */
export const findStrace = () =>
  (process.env.PATH ?? "")
    .split(":")
    .filter(Boolean)
    .map((folder) => join(folder, "strace"))
    .find((path) => existsSync(path));

/** What the project needs beside Node and npm packages. `debian` is the package that brings it. */
export const COMPONENTS = {
  chromium: { title: "Chromium", find: findChromium, debian: "chromium" },
  firefox: { title: "Firefox", find: findFirefox, debian: "firefox-esr" },
  postgres: { title: "PostgreSQL", find: findPostgres, debian: "postgresql" },
  strace: { title: "strace", find: findStrace, debian: "strace" },
};

/** A component that is not there and could not be installed; the message says what to run. */
export class MissingComponentError extends Error {
  constructor(names, reason) {
    const titles = names.map((name) => COMPONENTS[name].title).join(", ");
    const packages = names.map((name) => COMPONENTS[name].debian).join(" ");
    super(
      [
        `Máy này thiếu: ${titles}. ${reason.vi}`,
        `This machine lacks: ${titles}. ${reason.en}`,
        `  Debian:  sudo apt-get update && sudo apt-get install -y ${packages}`,
        "  Nơi khác / elsewhere: CHROME_PATH=… FIREFOX_PATH=… POSTGRES_BIN=… (thư mục / folder)",
      ].join("\n"),
    );
    this.name = "MissingComponentError";
    this.components = names;
  }
}

/** @param {string} osRelease content of /etc/os-release. Ubuntu's browsers are snaps and do not count. */
export const isDebian = (osRelease) => /^ID="?debian"?$/m.test(osRelease);

/**
 * How apt-get may be run without asking anybody anything.
 * @returns {Promise<readonly string[] | undefined>} the words before `apt-get`; undefined when it may not
 */
const aptPrefix = async () => {
  const release = existsSync("/etc/os-release") ? readFileSync("/etc/os-release", "utf8") : "";
  if (!isDebian(release)) return undefined;
  if (process.getuid?.() === 0) return ["env", "DEBIAN_FRONTEND=noninteractive"];
  try {
    await runCommand("sudo", ["-n", "true"]);
    return ["sudo", "-n", "env", "DEBIAN_FRONTEND=noninteractive"];
  } catch {
    return undefined;
  }
};

/**
 * Finds each named component, or installs it where that needs no password.
 * @param {readonly (keyof typeof COMPONENTS)[]} names
 * @param {import("../progress.mjs").Progress} progress
 * @throws {MissingComponentError} when one is still missing; the message is for a person
 */
export const ensureComponents = async (names, progress) => {
  const missing = names.filter((name) => !COMPONENTS[name].find());
  if (missing.length === 0) return;
  const prefix = await aptPrefix();
  if (!prefix)
    throw new MissingComponentError(missing, {
      vi: "Không tự cài được ở đây (không phải Debian, hoặc sudo cần mật khẩu).",
      en: "It cannot be installed from here (not Debian, or sudo needs a password).",
    });
  const [command, ...rest] = prefix;
  const apt = (args, note) =>
    runCommand(command, [...rest, "apt-get", "-o", "DPkg::Lock::Timeout=300", ...args], { note });
  const packages = missing.map((name) => COMPONENTS[name].debian);
  try {
    await progress.step("Cập nhật danh mục gói · apt-get update", (note) => apt(["update"], note));
    await progress.step(`Cài · apt-get install ${packages.join(" ")}`, (note) =>
      apt(["install", "-y", "--no-install-recommends", ...packages], note),
    );
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    throw new MissingComponentError(missing, {
      vi: `apt-get không cài được:\n${error.message}`,
      en: "apt-get failed (above).",
    });
  }
  const still = missing.filter((name) => !COMPONENTS[name].find());
  if (still.length > 0)
    throw new MissingComponentError(still, {
      vi: "Đã cài nhưng không tìm thấy chương trình.",
      en: "Installed, but the program is not where it should be.",
    });
};
