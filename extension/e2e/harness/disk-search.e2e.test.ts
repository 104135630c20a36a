import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync, deflateSync, gzipSync } from "node:zlib";
import { compressBlock, compressBound } from "lz4js";
import { compress } from "snappyjs";
import initSqlJs from "sql.js";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { matcherFor } from "./disk/matcher.ts";
import { needlesFor } from "./disk/needles.ts";
import { searchDisk, textsBeyond } from "./disk-search.ts";

const NAME = "Nguyễn Thị Bích Đào";
const NUMBER = "003161000123";

/** The canary behind its own pieces, so that a packer writes it as copies of these and never as it is. */
const around = (canary: Buffer): Buffer => {
  const pieces: Buffer[] = [];
  for (let at = 0; at < canary.length; at += 6)
    pieces.push(canary.subarray(at, at + 8), Buffer.from(`<${at * 7919}>`));
  return Buffer.concat([
    ...pieces,
    Buffer.from("abcdefgh".repeat(40)),
    canary,
    Buffer.from("abcdefgh".repeat(40)),
  ]);
};

const mozLz4 = (plain: Buffer): Buffer => {
  const packed = Buffer.alloc(compressBound(plain.length));
  const length = compressBlock(plain, packed, 0, plain.length, new Uint32Array(1 << 16));
  const header = Buffer.alloc(12);
  header.write("mozLz40\0", "latin1");
  header.writeUInt32LE(plain.length, 8);
  return Buffer.concat([header, packed.subarray(0, length)]);
};

describe("search of a profile folder", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "disk-"));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const found = async (name: string, content: Uint8Array): Promise<string[]> => {
    mkdirSync(join(folder, name, ".."), { recursive: true });
    writeFileSync(join(folder, name), content);
    const { findings } = await searchDisk(folder, [NAME, NUMBER]);
    return [...new Set(findings.map(({ text }) => text))].sort();
  };

  it("finds nothing where nothing is", async () => {
    expect(await found("file", around(Buffer.from("Nguyễn Thị Bích Hà 003161000124")))).toEqual([]);
  });

  it.each([
    ["UTF-8", Buffer.from(`${NAME} ${NUMBER}`)],
    ["UTF-8, decomposed", Buffer.from(`${NAME.normalize("NFD")} ${NUMBER}`)],
    ["UTF-16LE", Buffer.from(`${NAME} ${NUMBER}`, "utf16le")],
    [
      "UTF-16LE at an odd address",
      Buffer.concat([Buffer.from("x"), Buffer.from(`${NAME} ${NUMBER}`, "utf16le")]),
    ],
    ["UTF-16BE", Buffer.from(`${NAME} ${NUMBER}`, "utf16le").swap16()],
    ["base64", Buffer.from(Buffer.from(`?${NAME} ${NUMBER}?`).toString("base64"))],
    [
      "JSON escapes",
      Buffer.from(
        JSON.stringify(`${NAME} ${NUMBER}`).replace(
          /[^ -~]/g,
          (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
        ),
      ),
    ],
  ])("finds texts in %s, plain and packed", async (_, middle) => {
    const plain = around(middle);
    expect(await found("plain", plain)).toEqual([NUMBER, NAME].sort());
    for (const [name, packed] of [
      ["file.gz", Buffer.concat([Buffer.from("head"), gzipSync(plain), Buffer.from("tail")])],
      ["file.zlib", Buffer.concat([Buffer.from("head"), deflateSync(plain)])],
      ["file.br", brotliCompressSync(plain)],
      ["sessionstore.jsonlz4", mozLz4(plain)],
      ["IndexedDB/block.ldb", Buffer.concat([Buffer.from("head"), compress(plain)])],
    ] as const) {
      rmSync(folder, { recursive: true, force: true });
      expect(matcherFor(needlesFor([NAME, NUMBER]))(packed), name).toEqual([]);
      expect(await found(name, packed), name).toEqual([NUMBER, NAME].sort());
    }
  });

  it("finds a value of SQLite that lies across overflow pages, packed with Snappy", async () => {
    const { Database } = await initSqlJs();
    const database = new Database();
    database.run("PRAGMA page_size = 512; CREATE TABLE object_data (data BLOB)");
    const noise = Buffer.from(Array.from({ length: 4_000 }, (__, at) => (at * 7919 + (at >> 3) * 31) & 0xff));
    database.run("INSERT INTO object_data VALUES (?)", [
      compress(Buffer.concat([noise, around(Buffer.from(`${NAME} ${NUMBER}`))])),
    ]);
    expect(await found("idb/x.sqlite", database.export())).toEqual([NUMBER, NAME].sort());
  });

  it("subtracts what is there without the extension", async () => {
    writeFileSync(join(folder, "a"), NAME);
    const without = await searchDisk(folder, [NAME, NUMBER]);
    writeFileSync(join(folder, "b"), NUMBER);
    expect(textsBeyond(await searchDisk(folder, [NAME, NUMBER]), without)).toEqual([NUMBER]);
  });
});
