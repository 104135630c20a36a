import { beforeEach, expect, it, vi } from "vitest";
import { vaultMarker } from "./vault-marker.ts";

const local = vi.hoisted(() => ({ broken: false, kept: new Map<string, unknown>() }));
vi.mock("../browser.ts", () => ({
  browser: {
    storage: {
      local: {
        get: async (key: string) => {
          if (local.broken) throw new Error("IO error");
          return local.kept.has(key) ? { [key]: local.kept.get(key) } : {};
        },
        set: async (values: object) => {
          if (local.broken) throw new Error("IO error");
          for (const [key, value] of Object.entries(values)) local.kept.set(key, value);
        },
      },
    },
  },
}));

beforeEach(() => {
  local.broken = false;
  local.kept.clear();
});

it("says that a vault was here once one was, and nothing about it", async () => {
  expect(await vaultMarker.isSet()).toBe(false);
  await vaultMarker.set();
  expect(await vaultMarker.isSet()).toBe(true);
  expect([...local.kept.values()]).toEqual([true]);
});

it("fails nobody where the browser cannot keep or tell it", async () => {
  await vaultMarker.set();
  local.broken = true;
  await vaultMarker.set();
  expect(await vaultMarker.isSet()).toBe(false);
});
