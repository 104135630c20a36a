import type { StatedIdentity } from "../identity/stated-identity.ts";

/** What was held under the scanner, or typed into the scan field. */
export const SCAN_SOURCES = [
  "cccd-qr",
  "bhyt-qr",
  "cccd-number",
  "cmnd-number",
  "bhyt-number",
  "card-number",
] as const;
export type ScanSource = (typeof SCAN_SOURCES)[number];

/** A scan that could be read. Nothing of an address, a parent or an issue date is kept: it is not needed (DOMAIN 6.2). */
export interface Scan {
  readonly source: ScanSource;
  readonly identity: StatedIdentity;
  /** First-care facility of a BHYT card (nơi đăng ký KCB ban đầu), five digits: "01001". */
  readonly facility?: string;
}
