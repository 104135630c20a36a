import { expect, it, vi } from "vitest";
import type { MachineSettings, ManagedBuild } from "./managed-settings.ts";
import { ManagedStore } from "./managed-store.ts";

const BUILD: ManagedBuild = {
  board: "https://board.example",
  site: "bv-tinh",
  profiles: ["his-a"],
  required: false,
};
const FIVE = { settings: '{"idleLockMinutes":5}' };
const FREE: MachineSettings = { limits: {}, siteProfilesOff: [] };

it("is shut until it was read, and tells every change and nothing else", async () => {
  let stored: unknown = FIVE;
  const store = new ManagedStore(async () => stored, BUILD);
  const told = vi.fn();
  store.subscribe(told);
  expect(told.mock.lastCall?.[0].limits.shut?.code).toBe("managed-unreadable");
  await store.read();
  await store.read();
  expect(told).toHaveBeenCalledTimes(2);
  expect(store.value.limits.idleLockMinutes).toBe(5);
  stored = {};
  await store.read();
  expect(told.mock.lastCall).toEqual([FREE]);
});

it("takes Firefox's word that there is none, and any other failure for a reason to stay shut", async () => {
  const failing = (message: string) => new ManagedStore(() => Promise.reject(new Error(message)), BUILD);
  const none = failing("Managed storage manifest not found");
  await none.read();
  expect(none.value).toEqual(FREE);
  const broken = failing("An unexpected error occurred");
  await broken.read();
  expect(broken.value.limits.shut?.code).toBe("managed-unreadable");
});

it("reads once after the other, so that nobody goes on before something was read", async () => {
  const waiting: ((stored: unknown) => void)[] = [];
  const store = new ManagedStore(() => new Promise((resolve) => waiting.push(resolve)), BUILD);
  const [first, second] = [store.read(), store.read()];
  await vi.waitFor(() => expect(waiting).toHaveLength(1));
  waiting[0]?.(FIVE);
  await first;
  expect(store.value.limits.idleLockMinutes).toBe(5);
  await vi.waitFor(() => expect(waiting).toHaveLength(2));
  waiting[1]?.({});
  await second;
  expect(store.value).toEqual(FREE);
});
