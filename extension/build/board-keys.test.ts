import { generateKeyPairSync } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readBoardKeys } from "./board-keys.ts";
import { PackError } from "./pack-error.ts";
import { readPackOptions } from "./site-options.ts";

const pair = generateKeyPairSync("ec", { namedCurve: "P-256" });
const named = { kid: "k-1", alg: "ES256" };
const publicJwk = { ...pair.publicKey.export({ format: "jwk" }), ...named };
const privateJwk = { ...pair.privateKey.export({ format: "jwk" }), ...named };
const escrow = { ...publicJwk, kid: "e-1", alg: "ECDH-ES+A256KW", use: "enc" };
const machines = { escrow, commands: [publicJwk] };

describe("the board's keys in a build", () => {
  let folder: string;
  let served: { readonly status: number; readonly text: string };
  const server = createServer((_, response) => {
    response.writeHead(served.status, { "content-type": "application/json" }).end(served.text);
  });

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), "pack-"));
    await new Promise<void>((ready) => {
      server.listen(0, "127.0.0.1", ready);
    });
  });
  afterEach(async () => {
    rmSync(folder, { recursive: true });
    await new Promise((ended) => server.close(ended));
  });

  const fileOf = (content: unknown): string => {
    const file = join(folder, "keys.json");
    writeFileSync(file, JSON.stringify(content));
    return file;
  };
  const profile = new URL("../../examples/his-react/site-profile.json", import.meta.url).pathname;
  const call = () => {
    // A server that listens on a port has an address of that kind.
    const { port } = server.address() as AddressInfo;
    return ["--profile", profile, "--board", `http://127.0.0.1:${port}`, "--out", folder];
  };

  it("are read from a set of public keys, with those for machines beside it", () => {
    const boardKeys = [{ ...publicJwk, use: "sig" }];
    expect(readBoardKeys(fileOf({ keys: [publicJwk] }))).toEqual({ boardKeys });
    expect(readBoardKeys(fileOf({ keys: [publicJwk], ...machines }))).toEqual({
      boardKeys,
      machineKeys: { escrowKey: escrow, commandKeys: [publicJwk] },
    });
  });

  it.each([
    ["a private key", { keys: [privateJwk] }],
    ["two keys of one name", { keys: [publicJwk, publicJwk] }],
    ["a key of another algorithm", { keys: [{ ...publicJwk, alg: "HS256" }] }],
    ["no key", { keys: [] }],
    ["a bare key", publicJwk],
    ["a private key for machines", { keys: [publicJwk], ...machines, escrow: { ...escrow, d: "secret" } }],
    ["a key for machines and nobody to command them", { keys: [publicJwk], escrow }],
  ])("are refused with %s", (_, content) => {
    expect(() => readBoardKeys(fileOf(content))).toThrow(PackError);
  });

  it("are asked of the board where no file names them", async () => {
    served = { status: 200, text: JSON.stringify({ keys: [publicJwk], ...machines }) };
    const options = await readPackOptions(call(), "1.0.0");
    expect(options.boardKeys.map(({ kid }) => kid)).toEqual(["k-1"]);
    expect(options.machineKeys?.escrowKey.kid).toBe("e-1");
  });

  it.each([
    ["has none", { status: 404, text: "{}" }],
    ["answers with something else", { status: 200, text: "<html>" }],
    ["gives a private one away", { status: 200, text: JSON.stringify({ keys: [privateJwk] }) }],
  ])("must be known: nothing is packed that would trust any board, when the board %s", async (_, answer) => {
    served = answer;
    await expect(readPackOptions(call(), "1.0.0")).rejects.toThrow(PackError);
    const keys = fileOf({ keys: [publicJwk] });
    const options = await readPackOptions([...call(), "--board-keys", keys], "1.0.0");
    expect(options.boardKeys).toHaveLength(1);
  });
});
