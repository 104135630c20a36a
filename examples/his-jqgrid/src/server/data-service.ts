import type { HisPatient, HospitalDay } from "@cadre-care/example-his-common";
import { formRecord, type GridRecord, gridRecord } from "./grid-record.ts";

const collator = new Intl.Collator("vi", { numeric: true });

const fold = (text: string): string =>
  text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/đ/giu, "d")
    .replace(/\s+/gu, " ")
    .trim()
    .toLowerCase();

const finds = (patient: HisPatient, query: string): boolean =>
  [patient.name, patient.code, patient.identityNumber, patient.insuranceNumber].some((text) =>
    fold(text).includes(query),
  );

/** dd/MM/yyyy sorts as yyyyMMdd, a year alone before all days of that year. */
const sortText = (record: GridRecord, column: string): string => {
  const text = String(record[column] ?? "");
  if (column !== "NGAYSINH") return text;
  return text.length === 4 ? `${text}0000` : text.split("/").reverse().join("");
};

/** Page, sort order, search and filters as jqGrid asks for them. */
const listPage = (address: URL, day: HospitalDay) => {
  const ask = (name: string) => address.searchParams.get(name) ?? "";
  const size = Math.min(Math.max(Number(ask("rows")) || 50, 1), 500);
  const query = fold(ask("tukhoa"));
  const records = day.patients
    .filter((patient) => query === "" || finds(patient, query))
    .filter((patient) => ask("phong") === "" || patient.room === ask("phong"))
    .filter((patient) => ask("trangthai") === "" || patient.status === ask("trangthai"))
    .map(gridRecord);
  const column = ask("sidx") || "STT";
  const direction = ask("sord") === "desc" ? -1 : 1;
  records.sort((a, b) => direction * collator.compare(sortText(a, column), sortText(b, column)));
  const total = Math.max(Math.ceil(records.length / size), 1);
  const page = Math.min(Math.max(Number(ask("page")) || 1, 1), total);
  return { page, total, records: records.length, rows: records.slice((page - 1) * size, page * size) };
};

/** The data requests of this HIS; undefined when the address is none of them, null when the record does not exist. */
export const answer = (address: URL, day: HospitalDay): unknown => {
  if (address.pathname === "/RestService/tiepnhan/danhsach") return listPage(address, day);
  if (address.pathname === "/RestService/tiepnhan/phong") {
    return [...new Set(day.patients.map((patient) => patient.room))].sort(collator.compare);
  }
  if (address.pathname !== "/RestService/tiepnhan/benhnhan") return undefined;
  const at = day.patients.findIndex((patient) => patient.id === address.searchParams.get("id"));
  const patient = day.patients[at];
  if (patient === undefined) return null;
  return formRecord(patient, day.patients[at - 1]?.id ?? "", day.patients[at + 1]?.id ?? "");
};
