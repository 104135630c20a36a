import type { PartialDate } from "@cadre-care/domain";
import type { HisPatient } from "@cadre-care/example-his-common";
import { LABELS } from "./labels.ts";
import type { PageDates, PageSettings } from "./page-settings.ts";

const two = (value: number): string => String(value).padStart(2, "0");

const FORMATS: Readonly<Record<PageDates, (date: Required<PartialDate>) => string>> = {
  "dd/MM/yyyy": ({ year, month, day }) => `${two(day)}/${two(month)}/${year}`,
  "MM/dd/yyyy": ({ year, month, day }) => `${two(month)}/${two(day)}/${year}`,
  "yyyy-MM-dd": ({ year, month, day }) => `${year}-${two(month)}-${two(day)}`,
  "d 'thg' M, yyyy": ({ year, month, day }) => `${two(day)} thg ${month}, ${year}`,
};

export const dateText = ({ year, month, day }: PartialDate, dates: PageDates): string =>
  month === undefined || day === undefined ? String(year) : FORMATS[dates]({ year, month, day });

/** Họ lót and Tên: everything before the last word, and the last word. */
export const splitName = (name: string): { readonly family: string; readonly given: string } => {
  const words = name.trim().split(/\s+/u);
  return { family: words.slice(0, -1).join(" "), given: words.at(-1) ?? "" };
};

/** One patient as the fixtures' scripts find it in `HIS.patients`. All texts are written as the settings say. */
export const pageRecord = (patient: HisPatient, { language, dates }: PageSettings) => ({
  id: patient.id,
  ticket: patient.ticket,
  code: patient.code,
  name: patient.name,
  ...splitName(patient.name),
  birth: dateText(patient.birthDate, dates),
  sex: LABELS[patient.sex][language],
  sexCode: patient.sex === "male" ? 0 : 1,
  insurance: patient.insuranceNumber,
  identity: patient.identityNumber,
  payer: patient.payer,
  priority: patient.priority === "Cấp cứu" ? LABELS.emergency[language] : (patient.priority ?? ""),
  room: patient.room,
  doctor: patient.doctor,
  status: patient.status,
  arrived: patient.arrivedAt,
  address: patient.address,
  phone: patient.phone,
});

export type PageRecord = ReturnType<typeof pageRecord>;
