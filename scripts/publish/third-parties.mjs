import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { repository } from "./published-packages.mjs";

const PACKAGE = /\/node_modules\/((?:@[^/]+\/)?[^/]+)\//g;

const packageOf = (id) => [...id.matchAll(PACKAGE)].at(-1)?.[1];

/** The licences of everything by others that is in these scripts, as their authors ask. */
export const thirdParties = (output) => {
  const ids = output.flatMap((part) => (part.type === "chunk" ? Object.keys(part.modules) : []));
  const names = [...new Set(ids.map(packageOf).filter((name) => name !== undefined))].sort();
  return names
    .map((name) => {
      const folder = join(repository, "node_modules", name);
      const { version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
      const file = existsSync(folder) && readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
      const text = file ? readFileSync(join(folder, file), "utf8").trim() : license;
      return `${name} ${version} (${license})\n\n${text}\n`;
    })
    .join(`\n${"-".repeat(80)}\n\n`);
};
