import { birthText, type HisPatient, type HospitalDay, sexText } from "@cadre-care/example-his-common";
import type { Reception } from "../../web/reception.d.ts";

/** As many as a small clinic has on its screen. */
const ROWS = 32;

const identifiersOf = (patient: HisPatient): Reception["identity"]["identifiers"] => [
  ...(patient.identityNumber.length === 12 ? [{ kind: "cccd", value: patient.identityNumber } as const] : []),
  ...(patient.identityNumber.length === 9 ? [{ kind: "cmnd", value: patient.identityNumber } as const] : []),
  ...(patient.insuranceNumber === "" ? [] : [{ kind: "bhyt", value: patient.insuranceNumber } as const]),
];

const receptionOf = (patient: HisPatient): Reception => ({
  id: patient.id,
  ticket: patient.ticket,
  code: patient.code,
  name: patient.name.normalize("NFC").trim(),
  birth: birthText(patient.birthDate),
  sex: sexText(patient.sex),
  payer: patient.payer,
  insurance: patient.insuranceNumber,
  address: patient.address,
  room: patient.room,
  complaint: patient.complaint,
  status: patient.status,
  arrivedAt: patient.arrivedAt,
  priority: patient.priority ?? "",
  identity: {
    identifiers: identifiersOf(patient),
    name: patient.name,
    birthDate: patient.birthDate,
    sex: patient.sex,
  },
  emergency: patient.priority === "Cấp cứu",
});

/** Today's patients of this hospital, in ticket order; so many of them. */
export const receptionsOf = (day: HospitalDay, rows = ROWS): Reception[] =>
  day.patients.slice(0, rows).map(receptionOf);

/** The one data request of this hospital; undefined for other addresses. */
export const answer = ({ pathname }: URL, day: HospitalDay, rows?: number): unknown =>
  pathname === "/api/receptions" ? receptionsOf(day, rows) : undefined;
