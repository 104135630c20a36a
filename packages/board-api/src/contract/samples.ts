import { randomUUID } from "node:crypto";
import { generateProvince } from "@cadre-care/domain/synthetic";
import { viewAuditBundle } from "@cadre-care/fhir";
import { practitionerId } from "../demo/organisation-resources.ts";
import { checkInEntry } from "./checks/entries.ts";

export const SEED = 7;
export const PEOPLE = 40;
export const REFERENCE_DATE = "2026-11-22";

export const people = generateProvince({ seed: SEED, people: PEOPLE, referenceDate: REFERENCE_DATE });

/** Test by test another person, so that no two tests meet in a visit. */
let taken = 0;
export const nextPerson = (): string => {
  const person = people[taken % people.length];
  taken += 1;
  if (!person) throw new Error("no people");
  return person.personId;
};

export const author = (login = "letan") => ({
  reference: `Practitioner/${practitionerId(login)}`,
  name: "Người dùng mẫu",
});

export type CheckInSample = ReturnType<typeof checkInEntry>;

export const SITE = "bv-tinh";
export const PROCESS = "quy-trinh-a";
export const AT = "2026-11-22T07:31:05+07:00";

let day = 1;

/** Test by test another day. */
export const nextDay = (): string => {
  day += 1;
  return new Date(Date.UTC(2026, 0, day)).toISOString().slice(0, 10);
};

/** The check-in that the client sends (packages/fhir), for a person on a day of its own. */
export const checkIn = (over: { personId?: string; visitKey?: string; login?: string } = {}): CheckInSample =>
  checkInEntry({
    ...{ site: SITE, process: PROCESS, at: AT, day: nextDay(), author: author(over.login) },
    personId: over.personId ?? nextPerson(),
    visitKey: over.visitKey,
  });

export const view = (personId: string) => {
  const entry = randomUUID();
  return {
    entry,
    bundle: viewAuditBundle(
      {
        entry,
        at: "2026-11-22T07:30:00+07:00",
        author: author(),
        role: "receptionist",
        device: "may-1",
        site: "bv-tinh",
      },
      personId,
    ),
  };
};
