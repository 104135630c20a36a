import { randomUUID } from "node:crypto";
import { CODE_SYSTEMS, IDENTIFIER_SYSTEMS } from "@cadre-care/fhir";
import type { Caller } from "../auth/caller.ts";
import type { BoardInteraction, BoardResourceType } from "../definitions/interactions.ts";
import type { StoredResource } from "../repository/stored-resource.ts";
import { patientsOf } from "../search/tokens.ts";

/** Types whose reading is reading about a person. */
const ABOUT_PEOPLE: ReadonlySet<string> = new Set<BoardResourceType>([
  "Patient",
  "Flag",
  "EpisodeOfCare",
  "Encounter",
  "Task",
  "Provenance",
  "AuditEvent",
  "QuestionnaireResponse",
  "Observation",
  "ServiceRequest",
]);

interface Access {
  readonly interaction: BoardInteraction;
  readonly query: string;
  readonly resources: readonly StoredResource[];
}

const SUBTYPES: Readonly<Record<BoardInteraction, string>> = {
  create: "create",
  read: "read",
  vread: "vread",
  "history-instance": "history",
  update: "update",
  "search-type": "search",
};

/** Code of `meta.tag` (system CODE_SYSTEMS.tag) that tells the board's own audit of reads from the clients' views. */
export const ACCESS_TAG = "access";

const patientsIn = (access: Access): readonly string[] => [
  ...new Set(access.resources.flatMap((resource) => patientsOf(resource))),
];

/** What one request read about people; becomes AuditEvents before the answer leaves (IHE BALP's pattern). */
export class AccessLog {
  readonly #caller: Caller;
  readonly #accesses: Access[] = [];

  constructor(caller: Caller) {
    this.#caller = caller;
  }

  note(
    interaction: BoardInteraction,
    type: string,
    query: string,
    resources: readonly StoredResource[],
  ): void {
    if (ABOUT_PEOPLE.has(type)) this.#accesses.push({ interaction, query, resources });
  }

  get isEmpty(): boolean {
    return this.#accesses.length === 0;
  }

  /** Forgets what an attempt read that the database gave up. */
  clear(): void {
    this.#accesses.length = 0;
  }

  events(recorded: Date): readonly StoredResource[] {
    return this.#accesses.map((access) => this.#event(access, recorded));
  }

  #event(access: Access, recorded: Date): StoredResource {
    const { role, site, fhirUser, subject } = this.#caller;
    return {
      resourceType: "AuditEvent",
      id: randomUUID(),
      meta: { tag: [{ system: CODE_SYSTEMS.tag, code: ACCESS_TAG }] },
      type: { system: CODE_SYSTEMS.auditEventType, code: "rest" },
      subtype: [{ system: CODE_SYSTEMS.restfulInteraction, code: SUBTYPES[access.interaction] }],
      action: access.interaction === "search-type" ? "E" : "R",
      recorded: recorded.toISOString(),
      outcome: "0",
      agent: [
        {
          who: fhirUser === undefined ? { identifier: { value: subject } } : { reference: fhirUser },
          requestor: true,
          purposeOfUse: [
            { coding: [{ system: CODE_SYSTEMS.actReason, code: role === "doctor" ? "TREAT" : "HOPERAT" }] },
          ],
        },
      ],
      source: {
        ...(site === undefined ? {} : { site }),
        observer: { identifier: { system: IDENTIFIER_SYSTEMS.device, value: "board" } },
      },
      entity: [
        { query: Buffer.from(access.query).toString("base64") },
        ...patientsIn(access).map((id) => ({ what: { reference: `Patient/${id}` } })),
      ],
    };
  }
}
