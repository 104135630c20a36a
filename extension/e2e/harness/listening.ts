import type { Server } from "node:http";

export interface Listening {
  readonly url: string;
  stop(): Promise<void>;
}

/** Lets a server listen on a free port of this machine; `stop` ends open connections too. */
export const listening = async (server: Server): Promise<Listening> => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const bound = server.address();
  const port = bound !== null && typeof bound === "object" ? bound.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
