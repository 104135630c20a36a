import { directoryKeys, lookupKeys, lookupKeyText, type StatedIdentity } from "@cadre-care/domain";
import { generateProvince } from "@cadre-care/domain/synthetic";
import { openDB } from "idb";
import { ByteSealer } from "../src/keys/aes-sealer.ts";
import { fromBase64url, toBase64url } from "../src/keys/base64url.ts";
import { createBlindHasher } from "../src/keys/blind-hasher.ts";
import { importSealingKey, mintDeviceKeys } from "../src/keys/open-keys.ts";

/**
 * The design that was not taken, for comparison: every blind name a row of IndexedDB, and a request for each key of
 * each row. Least work that hides hits: every request answered or not, as many rows opened as were asked about.
 */
export const perKeyGets = async (size: number, rounds: number): Promise<number[]> => {
  const people = generateProvince({ people: size, seed: 1, referenceDate: "2026-11-22" });
  const raw = mintDeviceKeys().directory;
  const blind = await createBlindHasher(fromBase64url(raw.blind));
  const sealer = new ByteSealer(await importSealingKey(raw.seal), 1536);
  const row = await sealer.seal(new Uint8Array(900), "row");
  const database = await openDB(`per-key-${size}`, 1, {
    upgrade: (upgraded) => {
      upgraded.createObjectStore("index");
      upgraded.createObjectStore("entries");
    },
  });
  for (let from = 0; from < people.length; from += 1_000) {
    const writing = database.transaction(["index", "entries"], "readwrite", { durability: "relaxed" });
    people.slice(from, from + 1_000).forEach((entry, index) => {
      void writing.objectStore("entries").put(row, from + index);
      for (const key of directoryKeys(entry))
        void writing
          .objectStore("index")
          .put(from + index, toBase64url(blind.bytes("name", lookupKeyText(key))));
    });
    await writing.done;
  }
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const rows = Array.from({ length: 200 }, (_, index): StatedIdentity => {
      const entry = people[(round * 200 + index) % people.length];
      return { identifiers: entry?.identifiers.slice(0, 2) ?? [], ...(entry ? { name: entry.name } : {}) };
    });
    const start = performance.now();
    const names = rows.flatMap((identity, index) =>
      lookupKeys(identity, { site: "bv-tinh", pad: String(index) }).map((key) =>
        toBase64url(blind.bytes("name", lookupKeyText(key))),
      ),
    );
    const reading = database.transaction(["index", "entries"]);
    const found = await Promise.all(names.map((name) => reading.objectStore("index").get(name)));
    const places = found.filter((place) => place !== undefined).slice(0, 200);
    while (places.length < 200) places.push(places.length);
    const sealed = await Promise.all(places.map((place) => reading.objectStore("entries").get(place)));
    await Promise.all(sealed.map((one) => sealer.open(one, "row")));
    times.push(performance.now() - start);
  }
  database.close();
  return times;
};
