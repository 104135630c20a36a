import type { HisPatient } from "@cadre-care/example-his-common";

/** What a page shows of a patient, in the order of the profile's identifiers. */
export interface Shown {
  readonly identifiers: readonly ("his-code" | "cccd" | "bhyt")[];
  /** What the page says is the HIS's own code; the patient code unless it shows only its key. */
  readonly hisCode?: (patient: HisPatient) => string;
  readonly name?: boolean | ((patient: HisPatient) => boolean);
  readonly birthDate?: boolean;
  readonly sex?: boolean;
  readonly emergency?: boolean;
}

const tidy = (text: string): string => text.normalize("NFC").replace(/\s+/gu, " ").trim();

/** What the reader must say of a patient, as the audit writes it. Made from the people, not from the page. */
export const expectedIdentity = (patient: HisPatient, shown: Shown): string => {
  const values = {
    "his-code": shown.hisCode?.(patient) ?? patient.code,
    cccd: patient.identityNumber,
    bhyt: patient.insuranceNumber,
  };
  const identifiers = shown.identifiers
    .map((kind) => ({ kind, value: values[kind] }))
    .filter(({ value }) => value !== "");
  const isNamed = typeof shown.name === "function" ? shown.name(patient) : shown.name !== false;
  return JSON.stringify({
    identity: {
      identifiers,
      ...(isNamed && { name: tidy(patient.name) }),
      ...(shown.birthDate !== false && { birthDate: patient.birthDate }),
      ...(shown.sex !== false && { sex: patient.sex }),
    },
    emergency: shown.emergency !== false && patient.priority === "Cấp cứu",
  });
};
