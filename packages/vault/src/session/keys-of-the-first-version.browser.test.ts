import { argon2id } from "hash-wasm";
import { openDB } from "idb";
import { describe, expect, it } from "vitest";
import { createSealer } from "../keys/aes-sealer.ts";
import { randomBytes, toBase64url } from "../keys/base64url.ts";
import { createBlindHasher } from "../keys/blind-hasher.ts";
import { openOutboxKeys } from "../keys/key-ring.ts";
import { openDatabase } from "../storage/database.ts";
import { Clinic, RECEPTIONIST } from "../testing/clinic.ts";
import { TEST_POLICY } from "../testing/desk-fixture.ts";
import { MachineDesk } from "../testing/machine-desk.ts";
import { MemoryBoard } from "../testing/memory-board.ts";
import { person } from "../testing/people.ts";
import { codeOf, value } from "../testing/until.ts";

const SECRET = "246810";
const raw = (): string => toBase64url(randomBytes(32));

/** A machine as the first version left it: one slot with every key under one secret, one sign-in for all. */
const firstVersion = async (clinic: Clinic) => {
  const keys = {
    directory: { seal: raw(), blind: raw() },
    outbox: { seal: raw(), blind: raw() },
    drafts: raw(),
  };
  const device = { id: crypto.randomUUID(), salt: randomBytes(32) };
  const hasher = await createBlindHasher(device.salt);
  const id = await hasher.name("slot", `https://board.example/oidc\u001f${RECEPTIONIST.subject}`);
  const kdf = {
    name: "argon2id",
    memoryKiB: 65_536,
    iterations: 3,
    parallelism: 1,
    salt: randomBytes(16),
  } as const;
  const hash = await argon2id({
    password: SECRET,
    salt: kdf.salt,
    memorySize: kdf.memoryKiB,
    iterations: kdf.iterations,
    parallelism: kdf.parallelism,
    hashLength: 32,
    outputType: "binary",
  });
  const wrapping = await crypto.subtle.importKey("raw", new Uint8Array(hash), "AES-GCM", false, [
    "encrypt",
    "decrypt",
  ]);
  const outbox = await openOutboxKeys(keys.outbox);
  const staff = {
    issuer: "https://board.example/oidc",
    subject: RECEPTIONIST.subject,
    name: RECEPTIONIST.name,
    role: "receptionist",
    reference: `Practitioner/${RECEPTIONIST.subject}`,
  };
  const rows: [string, object][] = [
    ["meta", { key: "device", value: device }],
    ["meta", { key: "session", value: { slot: id, signedIn: true } }],
    [
      "slots",
      {
        id,
        kdf,
        wrapped: await createSealer(wrapping, 1024).seal(keys, `slot/${id}`),
        failures: 0,
        retryAt: 0,
      },
    ],
    ["documents", { key: "session/staff", document: await outbox.seal.seal(staff, "session/staff") }],
    [
      "documents",
      { key: "session/refresh", document: await outbox.seal.seal("refresh-old", "session/refresh") },
    ],
  ];
  const database = await openDB(clinic.databaseName, 1, {
    upgrade: (upgraded) => {
      for (const store of ["meta", "index", "entries", "parts", "documents"])
        upgraded.createObjectStore(store, { keyPath: "key" });
      upgraded.createObjectStore("slots", { keyPath: "id" });
      upgraded.createObjectStore("visits", { keyPath: "id" }).createIndex("bySubject", "subjectKey");
      const queue = upgraded.createObjectStore("outbox", { keyPath: "seq", autoIncrement: true });
      queue.createIndex("byId", "id", { unique: true });
      queue.createIndex("bySubject", ["subjectKey", "seq"]);
      queue.createIndex("byState", ["state", "seq"]);
      upgraded.createObjectStore("receipts", { keyPath: "id" });
    },
  });
  for (const [store, row] of rows) await database.put(store, row);
  database.close();
  return { id, keys };
};

describe("a machine of the first version", () => {
  it("opens with its secret, keeps its keys and its sign-in, and is made again in the new form", async () => {
    const desk = await MachineDesk.open();
    const clinic = new Clinic([{ ...person(1), tier: "nhom-1" }], TEST_POLICY, new MemoryBoard(), desk);
    const { id, keys } = await firstVersion(clinic);
    const vault = await clinic.open();
    expect(vault.session.view()).toMatchObject({ state: "locked", users: [{ ordinal: 1, current: true }] });
    expect(codeOf(await vault.session.unlock("khac-roi"))).toBe("secret-wrong");
    value(await vault.session.unlock(SECRET));
    expect(vault.session.view()).toMatchObject({ state: "open", user: { name: RECEPTIONIST.name } });
    expect(await clinic.openKeys.read()).toMatchObject({
      device: { directory: keys.directory, outbox: keys.outbox, former: [] },
      drafts: keys.drafts,
    });
    value(await vault.session.lock());
    value(await vault.session.unlock(SECRET));
    const database = await openDatabase(clinic.databaseName);
    const rings = await database.read(["keyrings"], (transaction) =>
      transaction.objectStore("keyrings").getAllKeys(),
    );
    await database.close();
    expect(rings).toEqual(["escrow/device", `escrow/user/${id}`, `user/${id}`]);
    value(await vault.session.signOut());
    expect(clinic.revoked).toEqual(["refresh-old"]);
    expect(vault.session.view().state).toBe("new");
  });
});
