import { birthText, type HisPatient, type HospitalDay, sexText } from "@cadre-care/example-his-common";

const summary = (patient: HisPatient) => ({
  id: patient.id,
  ticket: patient.ticket,
  code: patient.code,
  name: patient.name,
  birth: birthText(patient.birthDate),
  birthSort:
    patient.birthDate.year * 10_000 + (patient.birthDate.month ?? 0) * 100 + (patient.birthDate.day ?? 0),
  sex: sexText(patient.sex),
  insurance: patient.insuranceNumber,
  identity: patient.identityNumber,
  payer: patient.payer,
  priority: patient.priority ?? "",
  room: patient.room,
  arrivedAt: patient.arrivedAt,
  status: patient.status,
});

/** The data requests of this HIS; undefined when the address is none of them, null when the record does not exist. */
export const answer = (address: URL, day: HospitalDay): unknown => {
  if (address.pathname === "/api/receptions") return day.patients.map(summary);
  const id = /^\/api\/receptions\/([0-9a-f-]{36})$/.exec(address.pathname)?.[1];
  if (id === undefined) return address.pathname.startsWith("/api/") ? null : undefined;
  const at = day.patients.findIndex((patient) => patient.id === id);
  const patient = day.patients[at];
  if (patient === undefined) return null;
  return {
    ...summary(patient),
    phone: patient.phone,
    address: patient.address,
    occupation: patient.occupation,
    doctor: patient.doctor,
    complaint: patient.complaint,
    previous: day.patients[at - 1]?.id ?? null,
    next: day.patients[at + 1]?.id ?? null,
  };
};
