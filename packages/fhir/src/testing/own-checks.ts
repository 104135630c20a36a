import { z } from "zod";
import { CODE_SYSTEMS, HIS_CODE_SYSTEMS, IDENTIFIER_SYSTEMS } from "../systems.ts";
import { IDENTIFIER_FORMS, isKnownCode, KNOWN_CODES } from "./known-codes.ts";

/** What neither validator sees: our code lists, identifier forms, real calendar days, references, confidentiality. */

const record = z.record(z.string(), z.unknown());
type Node = z.infer<typeof record>;

interface Place {
  readonly path: string;
  readonly node: Node;
}

function* nodes(value: unknown, path: string): Generator<Place> {
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) yield* nodes(item, `${path}[${index}]`);
    return;
  }
  const read = record.safeParse(value);
  if (!read.success || typeof value !== "object") return;
  yield { path, node: read.data };
  for (const [key, item] of Object.entries(read.data)) yield* nodes(item, `${path}.${key}`);
}

const isCoding = ({ node }: Place): boolean =>
  typeof node.code === "string" && typeof node.system === "string";
const isIdentifier = ({ node }: Place): boolean =>
  typeof node.value === "string" && typeof node.system === "string";
const entrySystem = IDENTIFIER_SYSTEMS.entry;

function codingFault({ node, path }: Place): string[] {
  const system = String(node.system);
  const code = String(node.code);
  if (system === entrySystem || system === IDENTIFIER_SYSTEMS.amendment)
    return IDENTIFIER_FORMS.entry?.test(code) ? [] : [`${path}: tag is no UUID`];
  const known = KNOWN_CODES[system];
  if (!known) return [`${path}: code system ${system} is not in the profile`];
  return isKnownCode(known, code) ? [] : [`${path}: code ${code} is not in ${system}`];
}

function identifierFault({ node, path }: Place): string[] {
  const system = String(node.system);
  if (system.startsWith(HIS_CODE_SYSTEMS))
    return /^\S+$/.test(String(node.value)) ? [] : [`${path}: value has not the form of ${system}`];
  if (!Object.values<string>(IDENTIFIER_SYSTEMS).includes(system))
    return [`${path}: identifier system ${system} is not in the profile`];
  const form = IDENTIFIER_FORMS[system.slice(system.lastIndexOf("/") + 1)];
  return form?.test(String(node.value)) ? [] : [`${path}: value has not the form of ${system}`];
}

const date = /^(\d{4})-(\d\d)-(\d\d)(T|$)/;

function dateFaults({ node, path }: Place): string[] {
  return Object.entries(node).flatMap(([key, value]) => {
    const found = typeof value === "string" ? value.match(date) : null;
    if (!found) return [];
    const [, year, month, day] = found.map(Number);
    const real = new Date(Date.UTC(2000 + ((year ?? 0) % 400), (month ?? 1) - 1, day));
    const same = real.getUTCMonth() === (month ?? 0) - 1 && real.getUTCDate() === day;
    return same ? [] : [`${path}.${key}: ${value} is no day of the calendar`];
  });
}

/** R4: strings SHALL NOT be empty. */
function emptyFaults({ node, path }: Place): string[] {
  return Object.entries(node).flatMap(([key, value]) =>
    [value].flat().includes("") ? [`${path}.${key}: an empty text`] : [],
  );
}

const localReference = /^([A-Z][A-Za-z]+)\/[A-Za-z0-9\-.]{1,64}(\/_history\/[A-Za-z0-9\-.]{1,64})?$/;

function referenceFaults({ node, path }: Place, names: ReadonlySet<string>): string[] {
  if (typeof node.reference !== "string") return [];
  const { reference } = node;
  if (reference.startsWith("urn:uuid:"))
    return names.has(reference) ? [] : [`${path}: ${reference} names no entry of this bundle`];
  const type = reference.match(localReference)?.[1];
  if (type === undefined) return [`${path}: ${reference} is no reference`];
  if (typeof node.type === "string" && node.type !== type) return [`${path}: reference and type differ`];
  if (type === "Patient" && "display" in node) return [`${path}: a person's name beside the reference`];
  return [];
}

const CONFIDENTIAL = new Set([
  "Patient",
  "Person",
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
const codings = z.array(z.object({ system: z.string(), code: z.string() }));
const meta = z.object({ security: codings.optional(), tag: codings.optional() });

function metaFaults(resource: Node): string[] {
  const type = String(resource.resourceType);
  const read = meta.safeParse(resource.meta ?? {});
  const { security = [], tag = [] } = read.success ? read.data : {};
  const has = (system: string, code: string) =>
    security.some((one) => one.system === system && one.code === code);
  const faults: string[] = [];
  if (CONFIDENTIAL.has(type) && !(has(CODE_SYSTEMS.confidentiality, "R") && has(CODE_SYSTEMS.actCode, "CEL")))
    faults.push(`${type}: meta.security lacks R or CEL`);
  if ((type === "Provenance" || type === "AuditEvent") && !tag.some((one) => one.system === entrySystem))
    faults.push(`${type}: meta.tag lacks the entry`);
  return faults;
}

function linkIdFaults(resource: Node): string[] {
  if (resource.resourceType !== "Questionnaire") return [];
  const all = [...nodes(resource, "Questionnaire")].map(({ node }) => node.linkId).filter(Boolean);
  return all.length === new Set(all).size ? [] : ["Questionnaire: a linkId stands twice"];
}

const siblings = z.object({ item: z.array(z.looseObject({ linkId: z.string(), answer: z.unknown() })) });

/** Answers to one question stand in one item; a second item of the same linkId would hide or double them. */
function responseFaults(resource: Node): string[] {
  if (resource.resourceType !== "QuestionnaireResponse") return [];
  return [...nodes(resource, "QuestionnaireResponse")].flatMap(({ node, path }) => {
    const answered = siblings.safeParse(node).data?.item.filter(({ answer }) => answer !== undefined) ?? [];
    const linkIds = answered.map(({ linkId }) => linkId);
    return linkIds.length === new Set(linkIds).size ? [] : [`${path}: a question is answered in two items`];
  });
}

/** Faults of one resource; `names` are the `fullUrl`s of the bundle around it. */
export function ownFaults(resource: unknown, names: ReadonlySet<string> = new Set()): string[] {
  const read = record.safeParse(resource);
  if (!read.success || typeof read.data.resourceType !== "string") return ["no resource"];
  const type = read.data.resourceType;
  return [
    ...metaFaults(read.data),
    ...linkIdFaults(read.data),
    ...responseFaults(read.data),
    ...[...nodes(resource, type)].flatMap((place) => [
      ...(isCoding(place) ? codingFault(place) : []),
      ...(isIdentifier(place) ? identifierFault(place) : []),
      ...dateFaults(place),
      ...emptyFaults(place),
      ...referenceFaults(place, names),
    ]),
  ];
}
