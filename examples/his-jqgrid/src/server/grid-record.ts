import { birthText, type HisPatient, sexText } from "@cadre-care/example-his-common";

/** One row as this HIS's data service names its fields. */
export type GridRecord = Readonly<Record<string, string | number>>;

/** The fields of the reception grid, hidden keys included. */
export const gridRecord = (patient: HisPatient): GridRecord => ({
  STT: patient.ticket,
  ICON: "",
  BENHNHANID: patient.id,
  TIEPNHANID: `TN${patient.code}`,
  KHAMBENHID: `KB${patient.code}`,
  MABENHNHAN: patient.code,
  TENBENHNHAN: patient.name,
  NGAYSINH: birthText(patient.birthDate),
  GIOITINH: sexText(patient.sex),
  MA_BHYT: patient.insuranceNumber,
  SO_CCCD: patient.identityNumber,
  DOITUONG: patient.payer,
  UUTIEN: patient.priority ?? "",
  TENPHONG: patient.room,
  TENBACSI: patient.doctor,
  GIOTIEPNHAN: patient.arrivedAt,
  TRANGTHAI: patient.status,
  DIACHI: patient.address,
});

/** Everything that the patient form shows. */
export const formRecord = (patient: HisPatient, previous: string, next: string): GridRecord => ({
  ...gridRecord(patient),
  SODIENTHOAI: patient.phone,
  NGHENGHIEP: patient.occupation,
  LYDOKHAM: patient.complaint,
  TRUOC: previous,
  SAU: next,
});
