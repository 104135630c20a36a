import { createServer } from "node:net";

/** Tries to listen on every local address, as the demo's servers do. 0 asks for any free port. */
const listenOnce = (port: number): Promise<number | undefined> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(undefined));
    server.listen(port, () => {
      const address = server.address();
      server.close(() => resolve(address !== null && typeof address === "object" ? address.port : undefined));
    });
  });

/** A port that nobody listens on now. */
export const freePort = async (): Promise<number> => {
  const port = await listenOnce(0);
  if (port === undefined) throw new Error("Máy không còn cổng mạng trống · This machine has no free port");
  return port;
};

/** The wanted port, or a free one when somebody listens there already. */
export const portOrFree = async (wanted: number): Promise<number> => (await listenOnce(wanted)) ?? freePort();
