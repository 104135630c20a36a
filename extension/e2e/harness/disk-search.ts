import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { unpackAll } from "./disk/containers.ts";
import { joinLevelLog } from "./disk/level-log.ts";
import { type Matcher, matcherFor } from "./disk/matcher.ts";
import { needlesFor } from "./disk/needles.ts";
import { snappyAnywhere } from "./disk/snappy-anywhere.ts";
import { isSqlite, sqliteValues, withWriteAheadLog } from "./disk/sqlite.ts";

/** A text that lies readable on disk. */
export interface DiskFinding {
  readonly text: string;
  /** Path inside the folder. */
  readonly file: string;
  /** How it was written and packed, e.g. "utf-16le NFC in sqlite > snappy". */
  readonly how: string;
}

export interface DiskSearch {
  readonly findings: readonly DiskFinding[];
  readonly files: number;
  readonly bytes: number;
}

/** Packed things inside packed things are followed this far. */
const DEEPEST = 3;

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return filesBelow(path);
    return entry.isFile() ? [path] : [];
  });

const isLevelLog = (path: string): boolean => /[\\/]\d{6}\.log$/.test(path) || /MANIFEST-\d+$/.test(path);
/** Snappy has no magic number, so it is looked for at every byte, where browsers use it. */
const mayHoldSnappy = (path: string): boolean =>
  /\.(ldb|sst|log)$/.test(path) || /[\\/](idb|storage|IndexedDB|ls)[\\/]/.test(path);

const searchBytes = async (
  bytes: Buffer,
  path: string,
  trail: readonly string[],
  matches: Matcher,
  report: (text: string, how: string) => void,
): Promise<void> => {
  const where = trail.length === 0 ? "" : ` in ${trail.join(" > ")}`;
  for (const needle of matches(bytes)) report(needle.text, `${needle.encoding}${where}`);
  if (trail.length >= DEEPEST) return;
  for (const { by, bytes: inner } of unpackAll(bytes))
    await searchBytes(Buffer.from(inner), path, [...trail, by], matches, report);
  const snappyHere = trail.length === 0 ? mayHoldSnappy(path) : trail.at(-1) !== "snappy";
  if (snappyHere)
    for (const plain of snappyAnywhere(bytes))
      for (const needle of matches(plain))
        report(needle.text, `${needle.encoding} in ${[...trail, "snappy"].join(" > ")}`);
};

const searchFile = async (
  path: string,
  matches: Matcher,
  report: (text: string, how: string) => void,
): Promise<number> => {
  const bytes = readFileSync(path);
  await searchBytes(bytes, path, [], matches, report);
  if (isLevelLog(path)) await searchBytes(joinLevelLog(bytes), path, ["leveldb log"], matches, report);
  if (isSqlite(bytes)) {
    const log = existsSync(`${path}-wal`) ? readFileSync(`${path}-wal`) : undefined;
    for (const value of await sqliteValues(withWriteAheadLog(bytes, log)))
      await searchBytes(value, path, ["sqlite"], matches, report);
  }
  return bytes.length;
};

/**
 * Searches all files of a browser profile for texts, in every encoding that browsers store, also inside LevelDB, SQLite,
 * Snappy, gzip, zlib, brotli, zip and mozLz4. Run it on a profile with planted canaries first: a search that does not
 * find those proves nothing.
 */
export const searchDisk = async (folder: string, texts: Iterable<string>): Promise<DiskSearch> => {
  const matches = matcherFor(needlesFor(texts));
  const findings = new Map<string, DiskFinding>();
  const files = filesBelow(folder);
  let bytes = 0;
  for (const path of files) {
    if (!existsSync(path) || statSync(path).size === 0) continue;
    const file = relative(folder, path);
    bytes += await searchFile(path, matches, (text, how) => {
      findings.set(`${text}\n${file}\n${how}`, { text, file, how });
    });
  }
  return { findings: [...findings.values()], files: files.length, bytes };
};

/** The texts that are readable in `found` and not in `without`: what the extension added to what the browser keeps anyway. */
export const textsBeyond = (found: DiskSearch, without: DiskSearch): string[] => {
  const known = new Set(without.findings.map(({ text }) => text));
  return [...new Set(found.findings.map(({ text }) => text))].filter((text) => !known.has(text));
};
