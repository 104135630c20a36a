import { readFile } from "node:fs/promises";
import { extname, join, normalize } from "node:path";

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".gif": "image/gif",
  ".woff2": "font/woff2",
};

export interface StaticFile {
  readonly type: string;
  readonly body: Buffer;
}

/** Reads a file below one of the folders; `folders` maps an address prefix to a folder. Undefined: there is none. */
export const readStatic = async (
  folders: Readonly<Record<string, string>>,
  pathname: string,
): Promise<StaticFile | undefined> => {
  const path = normalize(decodeURIComponent(pathname));
  const prefix = Object.keys(folders)
    .filter((candidate) => path.startsWith(candidate))
    .sort((a, b) => b.length - a.length)[0];
  const type = TYPES[extname(path)];
  if (prefix === undefined || type === undefined || path.includes("..") || path.includes("\0"))
    return undefined;
  try {
    return { type, body: await readFile(join(folders[prefix] ?? "", path.slice(prefix.length))) };
  } catch {
    return undefined;
  }
};
