import type { Desk } from "../calls.ts";
import { holds, permitted, same } from "./findings.ts";

const OVERLAP_MS = 300_000;

/** The server's own time in `Bundle.meta.lastUpdated`, less the client's overlap: what a cursor would ask from. */
export const cursorFrom = async (desk: Desk, search: string): Promise<string> => {
  const page = permitted(await desk.get(search));
  same("status of a search", 200, page.status);
  const asOf = page.bundle.meta?.lastUpdated;
  holds("the page says as of when it is (Bundle.meta.lastUpdated)", asOf !== undefined);
  return new Date(Date.parse(asOf ?? "") - OVERLAP_MS).toISOString();
};
