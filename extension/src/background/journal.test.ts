import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { journalTurned } from "./journal.ts";

const disk = vi.hoisted(() => ({ full: false, silent: false, turned: 0 }));
const session = vi.hoisted(() => new Map<string, unknown>());
vi.mock("@cadre-care/vault", () => ({
  turnJournal: async () => {
    disk.turned += 1;
    if (disk.silent) await new Promise(() => undefined);
    if (disk.full) throw new DOMException("no room", "QuotaExceededError");
  },
}));
vi.mock("../browser.ts", () => ({
  browser: {
    storage: {
      session: {
        get: async (key: string) => ({ [key]: session.get(key) }),
        set: async (values: object) => {
          for (const [key, value] of Object.entries(values)) session.set(key, value);
        },
      },
    },
  },
}));
vi.mock("../site-build.ts", () => ({ siteBuild: { browser: "chromium" } }));

beforeEach(() => {
  disk.full = false;
  disk.silent = false;
  disk.turned = 0;
  session.clear();
});

it.each([false, true])("tries once after each start of the browser (disk full: %s)", async (full) => {
  disk.full = full;
  for (const _start of [1, 2, 3]) await journalTurned();
  expect(disk.turned).toBe(1);
  // The browser was closed.
  session.clear();
  await journalTurned();
  expect(disk.turned).toBe(2);
});

describe("a browser that does not answer", () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it("keeps nobody waiting for longer than a moment, and is not asked again", async () => {
    disk.silent = true;
    let isOpen = false;
    const opening = journalTurned().then(() => {
      isOpen = true;
    });
    await vi.advanceTimersByTimeAsync(4_000);
    expect(isOpen).toBe(false);
    await vi.advanceTimersByTimeAsync(2_000);
    await opening;
    await journalTurned();
    expect(disk.turned).toBe(1);
  });
});
