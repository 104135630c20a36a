import type { Policy, SiteProfileOff } from "@cadre-care/domain";
import { expect, it } from "vitest";
import type { VaultDatabase } from "../storage/database.ts";
import { StorageError } from "../storage/storage-error.ts";
import { TEST_POLICY } from "../testing/desk-fixture.ts";
import { freshDatabase } from "../testing/fresh.ts";
import { SwitchedOff } from "./switched-off.ts";

const reason = { vi: "Đọc nhầm cột", en: "Reads the wrong column" };
const OFF: SiteProfileOff[] = [{ profile: "his-a", reason }];
const policy = (off: SiteProfileOff[]): Policy => ({ ...TEST_POLICY, siteProfilesOff: off });

/** A machine whose disk may be full. */
const machine = async () => {
  const { database: real } = await freshDatabase();
  const disk = { full: false };
  const database: VaultDatabase = {
    read: (stores, work) => real.read(stores, work),
    write: (stores, work) =>
      disk.full ? Promise.reject(new StorageError("storage-full")) : real.write(stores, work),
    close: () => real.close(),
  };
  const kept = async () => {
    const later = new SwitchedOff(real);
    await later.load();
    return later.profiles.value;
  };
  const now = new SwitchedOff(database);
  await now.load();
  return { disk, now, kept };
};

it("is told at once though the disk is full, and written down with the next policy that is taken", async () => {
  const { disk, now, kept } = await machine();
  disk.full = true;
  await expect(now.take(policy(OFF))).rejects.toThrow(StorageError);
  expect(now.profiles.value).toEqual(OFF);
  expect(await kept()).toEqual([]);
  disk.full = false;
  await now.take(policy(OFF));
  expect(await kept()).toEqual(OFF);
});

it("is written down though somebody who is told throws", async () => {
  const { now, kept } = await machine();
  now.profiles.subscribe((off) => {
    if (off.length > 0) throw new Error("gone");
  });
  await expect(now.take(policy(OFF))).rejects.toThrow("gone");
  expect(await kept()).toEqual(OFF);
});

it("ends as the last policy says, however fast they follow each other", async () => {
  const { now, kept } = await machine();
  await Promise.all([
    now.take(policy(OFF)),
    now.take(policy([])),
    now.take(policy(OFF)),
    now.take(policy([])),
  ]);
  expect(now.profiles.value).toEqual([]);
  expect(await kept()).toEqual([]);
});
