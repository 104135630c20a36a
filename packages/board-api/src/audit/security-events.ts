import { randomUUID } from "node:crypto";
import { CODE_SYSTEMS, IDENTIFIER_SYSTEMS } from "@cadre-care/fhir";
import type { Caller } from "../auth/caller.ts";
import type { Queryable } from "../database/database.ts";
import { databaseNow, insertRows } from "../repository/resource-rows.ts";
import type { StoredResource } from "../repository/stored-resource.ts";

/** Code of `meta.tag` (CODE_SYSTEMS.tag) of what this file writes. */
export const SECURITY_TAG = "security";

/** Codes of CODE_SYSTEMS.audit. */
export type SecurityAct =
  | "escrow-opened"
  | "escrow-refused"
  | "device-enrolled"
  | "device-revoked"
  | "command-issued"
  | "command-acknowledged";

/** DICOM's codes, as FHIR's audit-event-type takes them over. */
const DICOM = "http://dicom.nema.org/resources/ontology/DCM";
const TYPES: Readonly<Record<SecurityAct, string>> = {
  "escrow-opened": "110137",
  "escrow-refused": "110137",
  "device-enrolled": "110131",
  "device-revoked": "110131",
  "command-issued": "110131",
  "command-acknowledged": "110131",
};

interface Act {
  readonly act: SecurityAct;
  readonly caller: Caller;
  readonly device: string;
  /** Codes beside the act, such as the kind of a command. Never a name. */
  readonly details?: Readonly<Record<string, string>>;
}

const eventOf = ({ act, caller, device, details = {} }: Act, recorded: Date): StoredResource => ({
  resourceType: "AuditEvent",
  id: randomUUID(),
  meta: { tag: [{ system: CODE_SYSTEMS.tag, code: SECURITY_TAG }] },
  type: { system: DICOM, code: TYPES[act] },
  subtype: [{ system: CODE_SYSTEMS.audit, code: act }],
  action: "E",
  recorded: recorded.toISOString(),
  outcome: act === "escrow-refused" ? "4" : "0",
  agent: [
    {
      who:
        caller.fhirUser === undefined
          ? { identifier: { system: IDENTIFIER_SYSTEMS.device, value: caller.device ?? caller.subject } }
          : { reference: caller.fhirUser },
      requestor: true,
    },
  ],
  source: {
    ...(caller.site === undefined ? {} : { site: caller.site }),
    observer: { identifier: { system: IDENTIFIER_SYSTEMS.device, value: "board" } },
  },
  entity: [
    {
      what: { type: "Device", identifier: { system: IDENTIFIER_SYSTEMS.device, value: device } },
      ...(Object.keys(details).length === 0
        ? {}
        : { detail: Object.entries(details).map(([type, valueString]) => ({ type, valueString })) }),
    },
  ],
});

/** Writes down an act about a machine or its keys, in the caller's transaction: before the answer leaves. */
export const auditSecurity = async (transaction: Queryable, act: Act): Promise<void> => {
  const now = await databaseNow(transaction);
  await insertRows(transaction, [eventOf(act, now)], now);
};
