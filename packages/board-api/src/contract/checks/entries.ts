import { randomUUID } from "node:crypto";
import {
  type Author,
  checkInBundle,
  IDENTIFIER_SYSTEMS,
  shareLinkBundle,
  stepBundle,
  viewAuditBundle,
} from "@cadre-care/fhir";
import type { Answer } from "../calls.ts";
import type { Ground } from "./ground.ts";

/** Search value of an entry's UUID, as identifier or tag. */
export const byEntry = (entry: string): string => encodeURIComponent(`${IDENTIFIER_SYSTEMS.entry}|${entry}`);

export interface CheckInOf {
  readonly personId: string;
  readonly site: string;
  readonly process: string;
  readonly day: string;
  readonly at: string;
  readonly author: Author;
  readonly visitKey?: string | undefined;
}

/** The check-in that the client sends (packages/fhir), with UUIDs of its own. */
export const checkInEntry = ({ personId, site, process, day, at, author, visitKey }: CheckInOf) => {
  const entry = randomUUID();
  const provenanceEntry = randomUUID();
  const key = visitKey ?? `${personId}.${site}.${day}`;
  const stated = { entry, provenanceEntry, personId, site, visitKey: key, process, emergency: false, at };
  return { entry, provenanceEntry, personId, visitKey: key, bundle: checkInBundle(stated, author) };
};

/** A check-in of a test person, or of the same one once more. */
export const checkInAt = (
  ground: Ground,
  over: { personId?: string; visitKey?: string; author?: Author } = {},
) => {
  const { site, process, at, author } = ground;
  const personId = over.personId ?? ground.nextPerson();
  return checkInEntry({ site, process, at, author, day: ground.nextDay(), ...over, personId });
};

/** One view of one person's details. */
export const viewAt = ({ author, site, at }: Ground, personId: string) => {
  const entry = randomUUID();
  const viewing = { entry, at, author, role: "receptionist", device: "contract-suite", site } as const;
  return { entry, bundle: viewAuditBundle(viewing, personId) };
};

/** A step of a visit that is at the board, or of one that travels beside it (`urn:uuid:…`). */
export const stepAt = ({ author, step, at }: Ground, encounter: string, personId: string) => {
  const entry = randomUUID();
  const stated = { entry, provenanceEntry: randomUUID(), encounter, personId, step, at };
  return { entry, bundle: stepBundle(stated, author) };
};

/** A code of this hospital that leads to a test person. */
export const linkAt = (ground: Ground, over: { personId?: string; code?: string } = {}) => {
  const entry = randomUUID();
  const code = over.code ?? `BN-${entry.slice(0, 8)}`;
  const personId = over.personId ?? ground.nextPerson();
  const { site, at, author } = ground;
  const link = { entry, provenanceEntry: randomUUID(), at, site, code, personId };
  return { entry, code, personId, bundle: shareLinkBundle(link, author) };
};

/** Statuses of a transaction's entries, as numbers; undefined where the answer tells none. */
export const entryStatuses = (answer: Answer): readonly (number | undefined)[] =>
  answer.bundle.entry.map(({ response }) =>
    response === undefined ? undefined : Number.parseInt(response.status, 10),
  );

/** `Type/id` of what a transaction's entries made or found. */
export const references = (answer: Answer): readonly string[] =>
  answer.bundle.entry.map(({ response }) => referenceIn(response?.location ?? "") ?? "");

/** `Type/id` in a location, be it absolute or with a version. */
export const referenceIn = (location: string): string | undefined =>
  /(?:^|\/)([A-Z][A-Za-z]+\/[A-Za-z0-9\-.]{1,64})(?:\/_history\/[^/]+)?$/.exec(location)?.[1];

/** `W/"…"` of the version that was read. */
export const ifMatchOf = (resource: Readonly<Record<string, unknown>>): string => {
  const meta = resource.meta;
  const version = typeof meta === "object" && meta !== null && "versionId" in meta ? meta.versionId : "";
  return `W/"${String(version)}"`;
};
