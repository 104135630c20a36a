import {
  type DirectoryEntry,
  type ExamRound,
  failure,
  type IdentifierKind,
  type PriorityCard,
  type Result,
  type StatedIdentifier,
  success,
} from "@cadre-care/domain";
import { z } from "zod";
import { codeOf, identifiersOf, referencedId } from "../build.ts";
import type { EpisodeOfCare, Flag, Identifier, Patient } from "../resources/index.ts";
import { EXTENSIONS } from "../systems.ts";
import { partialDateOf } from "./fhir-date.ts";
import type { RosterResources } from "./roster-resources.ts";

const cardState = z.enum(["valid", "expired", "lost", "replaced"]);
const bookState = z.enum(["none", "valid", "to-be-replaced"]);
const standing = z.enum(["serving", "former"]);
const sex = z.enum(["male", "female"]);
const fullDate = z.string().regex(/^\d{4}-\d\d-\d\d$/);

class Incomplete extends Error {}

function need<Value>(value: Value | undefined, element: string): Value {
  if (value === undefined) throw new Incomplete(element);
  return value;
}

function needCode<Code>(schema: z.ZodType<Code>, value: unknown, element: string): Code {
  const read = schema.safeParse(value);
  if (!read.success) throw new Incomplete(element);
  return read.data;
}

const values = (kind: IdentifierKind, found: readonly Identifier[]): StatedIdentifier[] =>
  found.flatMap(({ value }) => (value === undefined ? [] : [{ kind, value }]));

const current = (found: readonly Identifier[]): string | undefined =>
  found.find((entry) => entry.use !== "old")?.value;

function cardOf(flag: Flag): PriorityCard | undefined {
  const number = current(identifiersOf(flag.identifier, "priorityCard"));
  if (number === undefined) return undefined;
  const stated = flag.extension?.find((entry) => entry.url === EXTENSIONS.cardStatus)?.valueCode;
  const validTo = flag.period?.end?.slice(0, 10);
  return {
    number,
    state: needCode(cardState, stated, "Flag.extension(priority-card-status)"),
    ...(validTo === undefined ? {} : { validTo: needCode(fullDate, validTo, "Flag.period.end") }),
  };
}

function examOf(episode: EpisodeOfCare): ExamRound | undefined {
  const found = episode.extension?.find((entry) => entry.url === EXTENSIONS.examRound);
  if (!found) return undefined;
  const part = (url: string) => found.extension?.find((entry) => entry.url === url);
  const due = part("due")?.valuePeriod;
  const completedOn = part("completed")?.valueDate;
  return {
    round: need(part("round")?.valueString, "exam-round.round"),
    dueFrom: needCode(fullDate, due?.start, "exam-round.due.start"),
    dueTo: needCode(fullDate, due?.end, "exam-round.due.end"),
    ...(completedOn === undefined
      ? {}
      : { completedOn: needCode(fullDate, completedOn, "exam-round.completed") }),
  };
}

function peopleBehind(patient: Patient): Pick<DirectoryEntry, "homeClinic" | "familyDoctor"> {
  const general = patient.generalPractitioner ?? [];
  const clinic = general.find(
    (entry) => identifiersOf(entry.identifier && [entry.identifier], "site").length > 0,
  );
  const doctor = general.find(
    (entry) => entry.type === "Practitioner" || referencedId(entry, "Practitioner"),
  );
  const id = clinic?.identifier?.value;
  return {
    ...(id === undefined ? {} : { homeClinic: { id, name: clinic?.display ?? id } }),
    ...(doctor?.display === undefined ? {} : { familyDoctor: doctor.display }),
  };
}

function entryOf({ patient, flag, episode }: RosterResources): DirectoryEntry {
  const personId = need(patient.id, "Patient.id");
  if (referencedId(flag.subject, "Patient") !== personId) throw new Incomplete("Flag.subject");
  if (referencedId(episode.patient, "Patient") !== personId) throw new Incomplete("EpisodeOfCare.patient");
  const books = identifiersOf(patient.identifier, "medicalBook");
  const book = current(books);
  const card = cardOf(flag);
  const exam = examOf(episode);
  const bookStatus = episode.extension?.find(
    (entry) => entry.url === EXTENSIONS.medicalBookStatus,
  )?.valueCode;
  const birthDate = patient.birthDate === undefined ? undefined : partialDateOf(patient.birthDate);
  return {
    personId,
    name: need(patient.name?.[0]?.text, "Patient.name.text").normalize("NFC"),
    birthDate: need(birthDate, "Patient.birthDate"),
    sex: needCode(sex, patient.gender, "Patient.gender"),
    identifiers: [
      ...values("cccd", identifiersOf(patient.identifier, "cccd")),
      ...values("cmnd", identifiersOf(patient.identifier, "cmnd")),
      ...values("bhyt", identifiersOf(patient.identifier, "bhxh")),
      ...values("priority-card", identifiersOf(flag.identifier, "priorityCard")),
      ...values("medical-book", books),
    ],
    tier: need(codeOf(flag.code, "tier"), "Flag.code"),
    standing: needCode(standing, codeOf(episode.type?.[0], "standing"), "EpisodeOfCare.type"),
    ...(card ? { card } : {}),
    medicalBook: {
      state: needCode(bookState, bookStatus, "EpisodeOfCare.extension(medical-book-status)"),
      ...(book === undefined ? {} : { number: book }),
    },
    ...peopleBehind(patient),
    ...(exam ? { exam } : {}),
    alerts: (episode.extension ?? [])
      .filter((entry) => entry.url === EXTENSIONS.serviceAlert)
      .flatMap((entry) => (entry.valueCode === undefined ? [] : [entry.valueCode])),
  };
}

/** Whether the three say together that the person is managed today; any one of them alone can end it. */
export const isOnRoster = ({ patient, flag, episode }: RosterResources): boolean =>
  patient.active !== false && flag.status === "active" && episode.status === "active";

/** Code of the tier that a Flag names, if it names one. */
export const tierOf = (flag: Flag): string | undefined => codeOf(flag.code, "tier");

/**
 * Reads a person from the three resources. Problem `roster-entry-unreadable` names the element that is missing or
 * wrong, never what stood in it.
 */
export function directoryEntry(resources: RosterResources): Result<DirectoryEntry> {
  try {
    return success(entryOf(resources));
  } catch (error) {
    if (!(error instanceof Incomplete)) throw error;
    return failure("roster-entry-unreadable", {
      vi: `Một hồ sơ trong danh sách không đọc được (${error.message}). Báo đơn vị quản lý kiểm tra lại dữ liệu.`,
      en: `One record of the roster cannot be read (${error.message}). Ask the managing unit to check its data.`,
    });
  }
}
