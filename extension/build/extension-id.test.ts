import { generateKeyPairSync } from "node:crypto";
import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { geckoIdOf, pinnedId, redirectUris } from "./extension-id.ts";

describe("pinned extension id", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "key-"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it("makes a private key for its owner alone, and keeps the id afterwards", () => {
    const file = join(folder, "deep", "key.pem");
    const first = pinnedId(file);
    expect(first.id).toMatch(/^[a-p]{32}$/);
    expect(statSync(file).mode & 0o077).toBe(0);
    expect(pinnedId(file)).toEqual(first);
  });

  it("follows from the public half alone", () => {
    const { publicKey, privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
    writeFileSync(join(folder, "private.pem"), privateKey.export({ type: "pkcs8", format: "pem" }));
    writeFileSync(join(folder, "public.pem"), publicKey.export({ type: "spki", format: "pem" }));
    expect(pinnedId(join(folder, "public.pem"))).toEqual(pinnedId(join(folder, "private.pem")));
  });

  it("gives Firefox an id that lasts as long as the key", () => {
    const file = join(folder, "key.pem");
    expect(geckoIdOf(pinnedId(file))).toBe(geckoIdOf(pinnedId(file)));
    expect(geckoIdOf(pinnedId(file))).not.toBe(geckoIdOf(pinnedId(join(folder, "other.pem"))));
    expect(geckoIdOf(pinnedId(file))).toMatch(/^[a-p]{32}@cadre-care\.example$/);
  });

  it("gives the return addresses of both browsers", () => {
    expect(redirectUris("a".repeat(32), "x@y.example")).toEqual([
      `https://${"a".repeat(32)}.chromiumapp.org/`,
      expect.stringMatching(/^https:\/\/[0-9a-f]{40}\.extensions\.allizom\.org\/$/),
    ]);
  });
});
