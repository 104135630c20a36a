import { generateKeyPairSync } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { PackError, readBoardKeys, readPackOptions } from "./site-options.ts";

const pair = generateKeyPairSync("ec", { namedCurve: "P-256" });
const named = { kid: "k-1", alg: "ES256" };
const publicJwk = { ...pair.publicKey.export({ format: "jwk" }), ...named };
const privateJwk = { ...pair.privateKey.export({ format: "jwk" }), ...named };

describe("the board's keys in a build", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "pack-"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const fileOf = (content: unknown): string => {
    const file = join(folder, "keys.json");
    writeFileSync(file, JSON.stringify(content));
    return file;
  };

  it("are read from a set of public keys", () => {
    expect(readBoardKeys(fileOf({ keys: [publicJwk] }))).toEqual([{ ...publicJwk, use: "sig" }]);
  });

  it.each([
    ["a private key", { keys: [privateJwk] }],
    ["two keys of one name", { keys: [publicJwk, publicJwk] }],
    ["a key of another algorithm", { keys: [{ ...publicJwk, alg: "HS256" }] }],
    ["no key", { keys: [] }],
    ["a bare key", publicJwk],
  ])("are refused with %s", (_, content) => {
    expect(() => readBoardKeys(fileOf(content))).toThrow(PackError);
  });

  it("must be named: nothing is packed that would trust any board", () => {
    const profile = new URL("../../examples/his-react/site-profile.json", import.meta.url).pathname;
    const call = ["--profile", profile, "--board", "https://board.example", "--out", folder];
    expect(() => readPackOptions(call, "1.0.0")).toThrow("--board-keys");
    const keys = fileOf({ keys: [publicJwk] });
    expect(readPackOptions([...call, "--board-keys", keys], "1.0.0").boardKeys).toHaveLength(1);
  });
});
