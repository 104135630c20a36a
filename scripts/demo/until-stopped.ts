/** Resolves when this process is told to end: Ctrl+C, or SIGTERM. */
export const untilStopped = (): Promise<void> =>
  new Promise((resolve) => {
    const alive = setInterval(() => undefined, 60_000);
    for (const signal of ["SIGINT", "SIGTERM"] as const)
      process.once(signal, () => {
        clearInterval(alive);
        resolve();
      });
  });
