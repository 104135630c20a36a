import { generateKeyPairSync } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { readPackOptions } from "./site-options.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "pack-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const options = (...more: string[]) => {
  const key = generateKeyPairSync("ec", { namedCurve: "P-256" }).publicKey.export({ format: "jwk" });
  const file = join(folder, "keys.json");
  writeFileSync(file, JSON.stringify({ keys: [{ ...key, kid: "k-1", alg: "ES256" }] }));
  const profile = new URL("../../examples/his-react/site-profile.json", import.meta.url).pathname;
  const asked = [
    "--profile",
    profile,
    "--board",
    "https://board.example",
    "--board-keys",
    file,
    "--out",
    folder,
  ];
  return readPackOptions([...asked, ...more], "1.0.0");
};

it("makes a build that works without managed settings, unless it is asked for one that does not", async () => {
  expect((await options()).needsManagedSettings).toBe(false);
  expect((await options("--needs-managed-settings")).needsManagedSettings).toBe(true);
});

it("takes no file for a profile that is none, and says which it is", async () => {
  const file = (content: string) => {
    const path = join(folder, "given.json");
    writeFileSync(path, content);
    return path;
  };
  await expect(options("--profile", file('{"resourceType":"Library"}'))).rejects.toThrow("site-profile.json");
  await expect(options("--profile", file('{"origins": ['))).rejects.toThrow("không phải JSON");
  await expect(options("--profile", join(folder, "nowhere.json"))).rejects.toThrow("xem lại đường dẫn");
});

it("names an option that it does not know", async () => {
  await expect(options("--profiel", "a.json")).rejects.toThrow("--profiel");
});
