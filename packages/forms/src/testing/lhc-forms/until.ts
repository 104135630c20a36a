export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Waits for what another library does in its own time. Gives up only where it hangs. */
export const until = async (holds: () => boolean, what: string): Promise<void> => {
  for (let tries = 0; tries < 3_000; tries++) {
    if (holds()) return;
    await pause(10);
  }
  throw new Error(`waited in vain: ${what}`);
};
