import { demoDirectory } from "@cadre-care/example-his-common";
import { DRIVERS, dayAt } from "./workday.ts";

/** Names and numbers of everybody on the roster, as the board sends them and as people write them. */
export const rosterTexts = (): readonly string[] => [
  ...new Set(
    demoDirectory().flatMap(({ name, identifiers, card, medicalBook }) => [
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
