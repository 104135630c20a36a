import { createServer } from "node:net";
import { freePort } from "@cadre-care/board-api/free-port";

export { freePort };

/** Tries to listen on every local address, as the demo's servers do. */
const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(false));
    server.listen(port, () => server.close(() => resolve(true)));
  });

/** The wanted port, or a free one when somebody listens there already. */
export const portOrFree = async (wanted: number): Promise<number> =>
  (await isFree(wanted)) ? wanted : freePort();
