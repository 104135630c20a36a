import type { Desk } from "../calls.ts";
import { permitted, same } from "./findings.ts";

const OVERLAP_MS = 300_000;

/** The server's own time, as its page or its answer tells it, less the client's overlap. */
export const lately = async (desk: Desk, search: string): Promise<string> => {
  const page = permitted(await desk.get(search));
  same("status of a search", 200, page.status);
  const stated = page.bundle.meta?.lastUpdated ?? page.headers.get("date") ?? "";
  const time = Date.parse(stated);
  return new Date((Number.isNaN(time) ? Date.now() : time) - OVERLAP_MS).toISOString();
};
