import type { DirectoryEntry, StatedIdentity } from "@cadre-care/domain";
import { generateProvince } from "@cadre-care/domain/synthetic";
import { type IDBPDatabase, openDB } from "idb";
import { matchIdentities } from "../src/directory/match.ts";
import { PageBudget } from "../src/directory/page-budget.ts";
import { SealedDirectory } from "../src/directory/sealed-directory.ts";
import { openDirectoryKeys } from "../src/keys/key-ring.ts";
import { Keyrings } from "../src/keys/keyrings.ts";
import { mintDeviceKeys, mintUserKeys } from "../src/keys/open-keys.ts";
import { createSlot } from "../src/keys/slot.ts";
import { trySecret } from "../src/keys/slot-store.ts";
import { openDatabase, type VaultDatabase } from "../src/storage/database.ts";

const SITE = "bv-tinh";
const SECRET = "246810";
const PAGE = 500;
const ROWS = 200;
/** Of 200 rows in a reception some ten are managed. */
const MANAGED = 10;

interface Hospital {
  readonly people: readonly DirectoryEntry[];
  readonly database: VaultDatabase;
  readonly plain: IDBPDatabase;
  readonly name: string;
  directory: SealedDirectory;
}

const hospitals = new Map<number, Hospital>();

const at = (size: number): Hospital => {
  const hospital = hospitals.get(size);
  if (!hospital) throw new Error(`no hospital of ${size}`);
  return hospital;
};

const budget = (): PageBudget => new PageBudget(() => Number.POSITIVE_INFINITY, Date.now);

const stated = (entry: DirectoryEntry): StatedIdentity => ({
  identifiers: entry.identifiers.filter(({ kind }) => kind === "cccd" || kind === "bhyt"),
  name: entry.name,
  birthDate: entry.birthDate,
  sex: entry.sex,
});

const strangers = generateProvince({ people: 2_000, seed: 99, referenceDate: "2026-11-22" }).map((entry) => ({
  ...stated(entry),
  identifiers: stated(entry).identifiers.map(({ kind, value }) => ({
    kind,
    value: kind === "cccd" ? `0039${value.slice(4)}` : value.replace(/^03/, "97"),
  })),
}));

const rowsOf = (people: readonly DirectoryEntry[], managed: number, round: number): StatedIdentity[] =>
  Array.from({ length: ROWS }, (_, index) => {
    const place = (round * ROWS + index) * 7;
    const entry = people[place % people.length];
    const stranger = strangers[place % strangers.length];
    if (!entry || !stranger) throw new Error("nobody there");
    return index < managed ? stated(entry) : stranger;
  });

const keyringsOf = (database: VaultDatabase): Keyrings =>
  new Keyrings({ database, escrowKey: undefined, device: "bench" });

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const start = performance.now();
  await work();
  return performance.now() - start;
};

const indexedDbBytes = async (): Promise<number> => (await navigator.storage.estimate()).usage ?? 0;

/** Fills a directory of that size, page by page as synchronisation does. Milliseconds and bytes that it took. */
export const fill = async (size: number): Promise<{ ms: number; bytes: number }> => {
  const before = await indexedDbBytes();
  const people = generateProvince({ people: size, seed: 1, referenceDate: "2026-11-22" });
  const name = `bench-${size}`;
  const database = await openDatabase(name);
  const keys = mintDeviceKeys();
  const user = await mintUserKeys();
  const slot = await createSlot("user", SECRET, user);
  const staff = { issuer: "issuer", subject: "user" };
  const rows = await keyringsOf(database).rowsFor("user", staff, user, keys);
  await database.write(["keyrings"], async (transaction) => {
    for (const row of rows) await transaction.objectStore("keyrings").put(row);
  });
  await database.write(["slots"], (transaction) => transaction.objectStore("slots").put(slot));
  const directory = new SealedDirectory(database, await openDirectoryKeys(keys.directory));
  const ms = await timed(async () => {
    for (let from = 0; from < people.length; from += PAGE) {
      const upserts = people.slice(from, from + PAGE).map((entry) => {
        return { personId: entry.personId, entry, parts: {} };
      });
      await directory.applyPage({ upserts, removals: [], cursor: from });
    }
  });
  const bytes = (await indexedDbBytes()) - before;
  const plain = await openDB(`plain-${size}`, 1, {
    upgrade: (upgraded) => upgraded.createObjectStore("people", { keyPath: "cccd" }),
  });
  for (let from = 0; from < people.length; from += 5_000) {
    const writing = plain.transaction("people", "readwrite", { durability: "relaxed" });
    for (const entry of people.slice(from, from + 5_000)) {
      const cccd = entry.identifiers.find(({ kind }) => kind === "cccd")?.value;
      void writing.store.put({ cccd, entry });
    }
    await writing.done;
  }
  hospitals.set(size, { people, database, plain, name, directory });
  return { ms, bytes };
};

/** One look-up of a 200-row list. */
export const lookUp = (size: number, round: number, managed = MANAGED): Promise<number> => {
  const { database, directory, people } = at(size);
  const rows = rowsOf(people, managed, round);
  return timed(() => matchIdentities(database, directory, rows, { site: SITE, budget: budget() }));
};

/** The peer: the same 200 rows asked for in a store of plain rows, one get each, nothing sealed and nothing hidden. */
export const bareGet = (size: number, round: number): Promise<number> => {
  const { plain, people } = at(size);
  const keys = rowsOf(people, MANAGED, round).flatMap(
    ({ identifiers }) => identifiers.find(({ kind }) => kind === "cccd")?.value ?? [],
  );
  return timed(async () => {
    const reading = plain.transaction("people");
    await Promise.all(keys.map((key) => reading.store.get(key)));
  });
};

/** From the typed secret to the answer for 200 rows; of it, from open keys on (a woken background). */
export const unlock = async (size: number, round: number): Promise<{ whole: number; cold: number }> => {
  const hospital = at(size);
  const { database, people } = hospital;
  let cold = 0;
  const whole = await timed(async () => {
    const opened = await trySecret(database, "user", SECRET, Date.now);
    if (opened.state !== "opened" || opened.content.version !== "user") throw new Error(opened.state);
    const keys = await keyringsOf(database).open("user", opened.content.keys);
    if (!keys) throw new Error("no keys");
    cold = await timed(async () => {
      const directory = new SealedDirectory(database, await openDirectoryKeys(keys.directory));
      const rows = rowsOf(people, MANAGED, round);
      await matchIdentities(database, directory, rows, { site: SITE, budget: budget() });
      hospital.directory = directory;
    });
  });
  return { whole, cold };
};

/** Bytes that the open index takes in memory. */
export const indexBytes = async (size: number): Promise<number> =>
  (await at(size).directory.loaded()).index.bytes;
