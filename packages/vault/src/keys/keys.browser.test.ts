import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { freshDatabase } from "../testing/fresh.ts";
import { createSealer, sizeClass } from "./aes-sealer.ts";
import { randomBytes } from "./base64url.ts";
import { createBlindHasher } from "./blind-hasher.ts";
import { importSealingKey, mintUserKeys } from "./open-keys.ts";
import { nextTryAt, retryDelay } from "./retry-delay.ts";
import { SealBrokenError } from "./seal-broken-error.ts";
import { createSlot } from "./slot.ts";
import { trySecret } from "./slot-store.ts";

const freshSealer = async () => createSealer(await importSealingKey((await mintUserKeys()).drafts));

describe("sealing", () => {
  it("opens what it sealed, at its own place only, and never twice the same bytes", async () => {
    const sealer = await freshSealer();
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), async (value) => {
        const [one, two] = [await sealer.seal(value, "a"), await sealer.seal(value, "a")];
        expect(await sealer.open(one, "a")).toEqual(JSON.parse(JSON.stringify(value)));
        expect(one).not.toEqual(two);
        await expect(sealer.open(one, "b")).rejects.toBeInstanceOf(SealBrokenError);
      }),
      { numRuns: 50 },
    );
  });

  it("notices a single changed bit, wherever it is", async () => {
    const sealer = await freshSealer();
    const sealed = await sealer.seal({ name: "x" }, "a");
    for (let at = 0; at < sealed.length; at += 1) {
      const changed = sealed.slice();
      changed[at] = (changed[at] ?? 0) ^ 1;
      await expect(sealer.open(changed, "a")).rejects.toBeInstanceOf(SealBrokenError);
    }
  });

  it("pads to size classes, so that length says nothing", async () => {
    const sealer = await freshSealer();
    const lengths = await Promise.all(
      ["", "An", "Nguyễn Thị Minh Khai".repeat(12)].map(
        async (name) => (await sealer.seal(name, "a")).length,
      ),
    );
    expect(lengths).toEqual([284, 284, 540]);
    expect([1, 256, 257, 65_536, 65_537].map((length) => sizeClass(length, 256))).toEqual([
      256, 256, 512, 65_536, 131_072,
    ]);
  });
});

describe("blind names", () => {
  it("are the same for the same input under the same key, and for nothing else", async () => {
    const key = randomBytes(32);
    const [one, two, other] = await Promise.all([key, key, randomBytes(32)].map(createBlindHasher));
    const name = await one?.name("cccd", "003090000001");
    expect(await two?.name("cccd", "003090000001")).toBe(name);
    expect(await other?.name("cccd", "003090000001")).not.toBe(name);
    expect(await one?.name("cccd0", "03090000001")).not.toBe(name);
    expect(name).toMatch(/^[A-Za-z0-9_-]{22}$/);
  });

  it("equal HMAC-SHA-256 of the platform", async () => {
    const raw = randomBytes(32);
    const key = await crypto.subtle.importKey("raw", raw, { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
    const expected = await crypto.subtle.sign("HMAC", key, new TextEncoder().encode("4:name:Đặng"));
    expect((await createBlindHasher(raw)).bytes("name", "Đặng")).toEqual(
      new Uint8Array(expected).slice(0, 16),
    );
  });
});

describe("a slot", () => {
  const secret = "246810";

  it("gives its keys for the secret alone, however the keyboard composes it", async () => {
    const { database } = await freshDatabase();
    const keys = await mintUserKeys();
    const slot = await createSlot("u", "Đường về 1", keys);
    await database.write(["slots"], (transaction) => transaction.objectStore("slots").put(slot));
    const attempt = (text: string) => trySecret(database, "u", text, () => 0);
    expect(await attempt("Đường về 1".normalize("NFD"))).toEqual({
      state: "opened",
      content: { version: "user", keys },
    });
    expect(await attempt("Duong ve 1")).toMatchObject({ state: "wrong", failures: 1 });
    expect(await trySecret(database, "v", secret, () => 0)).toEqual({ state: "no-slot" });
    expect(slot.kdf).toMatchObject({ name: "argon2id", memoryKiB: 65_536, iterations: 3 });
  });

  it("counts a try on the disk before the secret is looked at", async () => {
    const { database } = await freshDatabase();
    const slot = await createSlot("u", secret, await mintUserKeys());
    await database.write(["slots"], (transaction) => transaction.objectStore("slots").put(slot));
    const decrypt = SubtleCrypto.prototype.decrypt;
    let countedBefore: number | undefined;
    SubtleCrypto.prototype.decrypt = async function (...call) {
      const row = await database.read(["slots"], (transaction) => transaction.objectStore("slots").get("u"));
      countedBefore = row?.failures;
      return decrypt.apply(this, call);
    };
    try {
      await trySecret(database, "u", secret, () => 0);
    } finally {
      SubtleCrypto.prototype.decrypt = decrypt;
    }
    expect(countedBefore).toBe(1);
    const after = await database.read(["slots"], (transaction) => transaction.objectStore("slots").get("u"));
    expect(after).toMatchObject({ failures: 0, retryAt: 0 });
  });

  it("makes wrong tries wait longer and longer, and not for a clock that was set wrong", async () => {
    const { database } = await freshDatabase();
    const slot = await createSlot("u", secret, await mintUserKeys());
    await database.write(["slots"], (transaction) =>
      transaction.objectStore("slots").put({ ...slot, failures: 4 }),
    );
    const now = 1_000_000;
    expect(await trySecret(database, "u", "wrong!", () => now)).toEqual({
      state: "wrong",
      failures: 5,
      retryAt: now + 15_000,
    });
    expect(await trySecret(database, "u", secret, () => now + 14_999)).toEqual({
      state: "wait",
      retryAt: now + 15_000,
    });
    expect(await trySecret(database, "u", secret, () => now + 15_000)).toMatchObject({ state: "opened" });
    const year = 365 * 86_400_000;
    expect(nextTryAt({ failures: 5, retryAt: now + year }, now)).toBe(now + 15_000);
    const delays = Array.from({ length: 20 }, (_, failures) => retryDelay(failures));
    expect(delays).toEqual([...delays].sort((one, two) => one - two));
    expect(retryDelay(1_000)).toBe(900_000);
  });
});
