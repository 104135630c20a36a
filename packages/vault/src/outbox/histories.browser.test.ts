import { describe, expect, it } from "vitest";
import { openOutboxKeys } from "../keys/key-ring.ts";
import { mintDeviceKeys } from "../keys/open-keys.ts";
import { EXAMPLES } from "../testing/histories/examples.ts";
import { live } from "../testing/histories/live.ts";
import { ORDINARY_SEED, search } from "../testing/histories/property.ts";

/** The rest is lived in Node (histories.test.ts): a real IndexedDB writes to a real disk, and takes its time. */
const RUNS = 100;

describe("random histories in a real IndexedDB, under real keys", () => {
  it.each(Object.entries(EXAMPLES))("once wrong: %s", async (_name, history) => {
    expect(await live(history, await openOutboxKeys(mintDeviceKeys().outbox))).toEqual([]);
  });

  it(`leave each accepted entry at the board once in effect, or visible: ${RUNS}`, async () => {
    expect(await search(RUNS, await openOutboxKeys(mintDeviceKeys().outbox), ORDINARY_SEED)).toBeNull();
  }, 600_000);
});
