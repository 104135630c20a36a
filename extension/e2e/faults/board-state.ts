import { IDENTIFIER_SYSTEMS } from "@cadre-care/fhir";
import { z } from "zod";
import type { BoardReader, BoardResource } from "../support/board-reader.ts";

const identified = z.object({
  identifier: z.array(z.object({ system: z.string(), value: z.string() })).default([]),
});
const encounterSchema = identified.extend({
  id: z.string(),
  status: z.string(),
  subject: z.object({ reference: z.string() }),
});
const taskSchema = z.object({
  id: z.string(),
  meta: z.object({ lastUpdated: z.string() }),
  code: z.object({ coding: z.array(z.object({ code: z.string() })) }),
  encounter: z.object({ reference: z.string() }),
  executionPeriod: z.object({ start: z.string() }),
  location: z.object({ identifier: z.object({ value: z.string() }) }).optional(),
});
/** A referral's Task is about its request, and is counted with its form. */
const referralTaskSchema = z.object({
  focus: z.object({ reference: z.string().regex(/^ServiceRequest\//) }),
});
const provenanceSchema = z.object({
  target: z.array(z.object({ reference: z.string() })),
  activity: z.object({ coding: z.array(z.object({ code: z.string() })) }),
});
const responseSchema = z.object({
  id: z.string(),
  authored: z.string(),
  identifier: z.object({ system: z.string(), value: z.string() }).optional(),
  subject: z.object({ reference: z.string() }),
});
const derivedSchema = z.object({
  code: z.object({ coding: z.array(z.object({ code: z.string() })) }),
  derivedFrom: z.array(z.object({ reference: z.string() })).default([]),
});
const requestSchema = z.object({
  id: z.string(),
  supportingInfo: z.array(z.object({ reference: z.string() })).default([]),
});
const auditSchema = z.object({
  meta: z.object({ tag: z.array(z.object({ system: z.string() })).default([]) }),
  entity: z.array(z.object({ what: z.object({ reference: z.string() }).optional() })).default([]),
});

/** What the board holds, of what desks send. */
export interface BoardState {
  readonly encounters: readonly {
    readonly id: string;
    readonly entry: string;
    readonly status: string;
    readonly personId: string;
  }[];
  readonly tasks: readonly {
    readonly id: string;
    readonly encounter: string;
    readonly step: string;
    readonly room?: string;
    readonly at: string;
    readonly storedAt: number;
  }[];
  /** Forms that were submitted since the drill began. */
  readonly forms: readonly {
    readonly id: string;
    readonly entry: string;
    readonly personId: string;
    /** Codes of the values that came out of it. */
    readonly values: readonly string[];
    /** Referrals that name it. */
    readonly referrals: number;
  }[];
  /** How many Provenances of that activity a resource has. */
  provenances(target: string, activity: "CREATE" | "NULLIFY"): number;
  /** How many views of this person a desk has reported. */
  views(personId: string): number;
}

const counted = (keys: readonly string[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
};

/** References without the version that they may name. */
const unversioned = (reference: string): string => reference.split("/_history/")[0] ?? reference;

/** Reads everything that desks may have sent, page by page. `begun`: epoch milliseconds; forms of before are not read. */
export const readBoard = async (reader: BoardReader, begun: number): Promise<BoardState> => {
  const all = async <Shape>(type: string, schema: z.ZodType<Shape>, query = ""): Promise<Shape[]> =>
    (await reader.everything(type, query)).map((resource: BoardResource) => schema.parse(resource));
  const encounters = await all("Encounter", encounterSchema);
  const tasks = (await all("Task", z.union([taskSchema, referralTaskSchema]))).filter(
    (task): task is z.infer<typeof taskSchema> => "executionPeriod" in task,
  );
  const provenances = counted(
    (await all("Provenance", provenanceSchema)).flatMap(({ target, activity }) =>
      target.map(({ reference }) => `${unversioned(reference)} ${activity.coding[0]?.code}`),
    ),
  );
  const responses = (await all("QuestionnaireResponse", responseSchema)).filter(
    ({ authored }) => Date.parse(authored) >= begun,
  );
  const values = await all("Observation", derivedSchema);
  const requests = await all("ServiceRequest", requestSchema);
  const naming = (references: readonly { readonly reference: string }[], id: string): boolean =>
    references.some(({ reference }) => unversioned(reference) === `QuestionnaireResponse/${id}`);
  const views = counted(
    (await all("AuditEvent", auditSchema, "subtype=read"))
      // The board's own record of a read carries another tag (docs/fhir-profile.md).
      .filter(({ meta }) => meta.tag.some(({ system }) => system === IDENTIFIER_SYSTEMS.entry))
      .flatMap(({ entity }) => entity.map(({ what }) => what?.reference ?? "")),
  );
  return {
    encounters: encounters.map(({ id, status, identifier, subject }) => ({
      id,
      status,
      entry: identifier.find(({ system }) => system === IDENTIFIER_SYSTEMS.entry)?.value ?? "",
      personId: subject.reference.replace("Patient/", ""),
    })),
    tasks: tasks.map(({ id, meta, code, encounter, executionPeriod, location }) => ({
      id,
      encounter: unversioned(encounter.reference),
      step: code.coding[0]?.code ?? "",
      ...(location === undefined ? {} : { room: location.identifier.value }),
      at: executionPeriod.start,
      storedAt: Date.parse(meta.lastUpdated),
    })),
    forms: responses.map(({ id, identifier, subject }) => ({
      id,
      entry: identifier?.system === IDENTIFIER_SYSTEMS.entry ? identifier.value : "",
      personId: subject.reference.replace("Patient/", ""),
      values: values
        .filter(({ derivedFrom }) => naming(derivedFrom, id))
        .map(({ code }) => code.coding[0]?.code ?? ""),
      referrals: requests.filter(({ supportingInfo }) => naming(supportingInfo, id)).length,
    })),
    provenances: (target, activity) => provenances.get(`${target} ${activity}`) ?? 0,
    views: (personId) => views.get(`Patient/${personId}`) ?? 0,
  };
};
