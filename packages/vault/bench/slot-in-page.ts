import { mintUserKeys } from "../src/keys/open-keys.ts";
import { createSlot, KDF_DEFAULTS, openSlot } from "../src/keys/slot.ts";

/**
 * Milliseconds that one wrong secret costs somebody who has the slot's row from the disk and runs our own code in one
 * thread: derive, and see that the wrapped keys do not open.
 */
export const trySecrets = async (rounds: number): Promise<number[]> => {
  const slot = await createSlot("somebody", "730518", await mintUserKeys());
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now();
    if ((await openSlot(slot, String(100_000 + round))) !== null) throw new Error("opened");
    times.push(performance.now() - start);
  }
  return times;
};

export const kdf = () => ({ memoryKiB: KDF_DEFAULTS.memoryKiB, iterations: KDF_DEFAULTS.iterations });
