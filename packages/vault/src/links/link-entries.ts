import type { SiteLink, UnlinkReason } from "@cadre-care/domain";
import { shareLinkBundle, unlinkAuditBundle } from "@cadre-care/fhir";
import type { OutboxBody } from "../outbox/outbox-body.ts";
import { uuidV7 } from "../outbox/uuid-v7.ts";
import type { Desk } from "../visits/desk.ts";
import { hospitalInstant } from "../visits/hospital-time.ts";

/** The link for the board. `entry`: the UUID that its record carries for good; `now` epoch milliseconds. */
export const shareBody = (desk: Desk, link: SiteLink, entry: string, now: number): OutboxBody => {
  const { site, code, personId } = link;
  const shared = { entry, provenanceEntry: uuidV7(now), site, code, personId, at: hospitalInstant(now) };
  return { kind: "site-link", personId, bundle: shareLinkBundle(shared, desk.author) };
};

/** That a link is over and why, and which of the board's records are taken back with it. */
export const withdrawalBody = (
  desk: Desk,
  link: SiteLink,
  reason: UnlinkReason,
  entry: string,
  now: number,
): OutboxBody => {
  const { author, role, device, site } = desk;
  const { personId, shared } = link;
  const viewing = { entry, at: hospitalInstant(now), author, role, device, site };
  return {
    kind: shared.length > 0 ? "site-link-withdrawal" : "audit",
    personId,
    bundle: unlinkAuditBundle(viewing, personId, reason),
    ...(shared.length > 0 ? { withdraws: [...shared] } : {}),
  };
};
