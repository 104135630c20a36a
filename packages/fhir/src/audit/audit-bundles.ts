import type { Role } from "@cadre-care/domain";
import { coding, concept, referenceByIdentifier, taggedMeta } from "../build.ts";
import type { AuditEvent, TransactionBundle } from "../resources/index.ts";
import { type Author, authorReference } from "../visit/author.ts";
import { createByTag, transaction } from "../visit/transaction.ts";

export interface Viewing {
  readonly entry: string;
  /** When it was viewed: ISO instant with offset. */
  readonly at: string;
  readonly author: Author;
  readonly role: Role;
  /** This machine, by the id that it gave itself. */
  readonly device: string;
  readonly site: string;
}

function auditEvent(
  viewing: Viewing,
  subtype: ReturnType<typeof coding>,
  entity: NonNullable<AuditEvent["entity"]>,
  action: NonNullable<AuditEvent["action"]> = "R",
): AuditEvent {
  const purpose =
    viewing.role === "doctor"
      ? concept("actReason", "TREAT", "treatment")
      : concept("actReason", "HOPERAT", "healthcare operations");
  return {
    resourceType: "AuditEvent",
    meta: taggedMeta(viewing.entry),
    type: coding("auditEventType", "rest", "RESTful Operation"),
    subtype: [subtype],
    action,
    recorded: viewing.at,
    outcome: "0",
    agent: [
      {
        who: authorReference(viewing.author),
        requestor: true,
        purposeOfUse: [purpose],
      },
    ],
    source: { site: viewing.site, observer: referenceByIdentifier("Device", "device", viewing.device) },
    entity,
  };
}

/** One view of one person's details (DESIGN rule 9). */
export const viewAuditBundle = (viewing: Viewing, personId: string): TransactionBundle<AuditEvent> =>
  transaction([
    createByTag(
      auditEvent(viewing, coding("restfulInteraction", "read", "read"), [
        { what: { reference: `Patient/${personId}`, type: "Patient" } },
      ]),
      viewing.entry,
    ),
  ]);

/** Marks on one page of a list: how many managed people were marked, never which. */
export const marksAuditBundle = (viewing: Viewing, managed: number): TransactionBundle<AuditEvent> =>
  transaction([
    createByTag(
      auditEvent(viewing, coding("audit", "marks-shown"), [
        { detail: [{ type: "managed", valueString: String(managed) }] },
      ]),
      viewing.entry,
    ),
  ]);

/** A HIS code no longer leads to this person: why, never which code. */
export const unlinkAuditBundle = (
  viewing: Viewing,
  personId: string,
  reason: string,
): TransactionBundle<AuditEvent> =>
  transaction([
    createByTag(
      auditEvent(
        viewing,
        coding("audit", "site-link-removed"),
        [
          {
            what: { reference: `Patient/${personId}`, type: "Patient" },
            detail: [{ type: "reason", valueString: reason }],
          },
        ],
        "D",
      ),
      viewing.entry,
    ),
  ]);
