import { freePort, isFree } from "@cadre-care/board-api/free-port";

export { freePort };

/** The wanted port, or a free one when somebody listens there already. */
export const portOrFree = async (wanted: number): Promise<number> =>
  (await isFree(wanted)) ? wanted : freePort();
