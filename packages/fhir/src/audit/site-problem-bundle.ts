import { coding, concept, identifier, referenceByIdentifier, taggedMeta } from "../build.ts";
import type { AuditEvent, TransactionBundle } from "../resources/index.ts";
import { createByTag, transaction } from "../visit/transaction.ts";

/** That a site profile does not fit its page: where in the profile and how often, nothing that the page says. */
export interface SiteProblemReport {
  /** The write's UUID: one for each machine, day and problem. */
  readonly entry: string;
  /** ISO instant with offset. */
  readonly at: string;
  /** The hospital's day, yyyy-MM-dd. */
  readonly day: string;
  /** This machine, by the id that it gave itself. */
  readonly device: string;
  readonly site: string;
  readonly profile: string;
  readonly version: string;
  /** Id of the profile's page, `*` for none of them, and a place in it such as `fields.name`. */
  readonly page: string;
  readonly place: string;
  readonly code: string;
  /** Because of it nobody was marked. */
  readonly off: boolean;
  /** Page views on which it was seen since this machine's last report of it. */
  readonly count: number;
}

/**
 * An AuditEvent of the machine itself (the agent is a Device): type DICOM "application activity", subtypes
 * CodeSystem/audit#site-problem and CodeSystem/site-problem#<code>, so that a board finds all, or all of one kind.
 */
export const siteProblemBundle = (report: SiteProblemReport): TransactionBundle<AuditEvent> => {
  const machine = referenceByIdentifier("Device", "device", report.device);
  const details = {
    page: report.page,
    ...(report.place === "" ? {} : { place: report.place }),
    off: String(report.off),
    count: String(report.count),
    day: report.day,
  };
  const event: AuditEvent = {
    resourceType: "AuditEvent",
    meta: taggedMeta(report.entry),
    type: coding("dicom", "110100", "Application Activity"),
    subtype: [coding("audit", "site-problem"), coding("siteProblem", report.code)],
    action: "E",
    recorded: report.at,
    outcome: report.off ? "8" : "4",
    agent: [
      {
        who: machine,
        requestor: true,
        purposeOfUse: [concept("actReason", "HOPERAT", "healthcare operations")],
      },
    ],
    source: { site: report.site, observer: machine },
    entity: [
      {
        what: {
          type: "Library",
          identifier: identifier("siteProfile", `${report.profile}|${report.version}`),
        },
        detail: Object.entries(details).map(([type, valueString]) => ({ type, valueString })),
      },
    ],
  };
  return transaction([createByTag(event, report.entry)]);
};
