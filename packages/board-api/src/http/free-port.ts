import { createServer } from "node:net";

/** Tries to listen there; without `host` on every local address, as servers do that name none. */
export const isFree = (port: number, host?: string): Promise<boolean> =>
  new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(false));
    probe.listen({ port, ...(host === undefined ? {} : { host }) }, () => probe.close(() => resolve(true)));
  });

/**
 * A port that is free now. The address must be known before the issuer is made, so it cannot be left to `listen`. Taken
 * from below the ports that systems give to outgoing connections (32768 on Linux, 49152 elsewhere): those may be taken
 * by anybody before we listen. Without `host`: on every local address.
 */
export const freePort = async (host?: string): Promise<number> => {
  for (;;) {
    const port = 20_000 + Math.floor(Math.random() * 12_000);
    if (await isFree(port, host)) return port;
  }
};
