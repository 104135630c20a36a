import type { DirectoryEntry } from "@cadre-care/domain";
import { demoDirectory } from "@cadre-care/example-his-common";
import { DRIVERS, dayAt } from "./workday.ts";

/** Names and numbers of people on the roster, as the board sends them and as people write them. Left out: of everybody. */
export const rosterTexts = (people: readonly DirectoryEntry[] = demoDirectory()): readonly string[] => [
  ...new Set(
    people.flatMap(({ name, identifiers, card, medicalBook }) => [
      name,
      ...identifiers.map(({ value }) => value),
      // The social insurance number (BHXH) alone is the end of a BHYT card's.
      ...identifiers.filter(({ kind }) => kind === "bhyt").map(({ value }) => value.slice(-10)),
      ...(card === undefined ? [] : [card.number]),
      ...(medicalBook.number === undefined ? [] : [medicalBook.number]),
    ]),
  ),
];

/** Names and numbers of every patient of both demo hospitals. */
export const patientTexts = (): readonly string[] => [
  ...new Set(
    DRIVERS.flatMap((driver) =>
      dayAt(driver).patients.flatMap((patient) => [
        patient.name,
        patient.code,
        patient.identityNumber,
        patient.insuranceNumber,
        patient.insuranceNumber.slice(-10),
        patient.phone,
      ]),
    ).filter((text) => text !== ""),
  ),
];
