import type { PartialDate, Sex } from "@cadre-care/domain";

/** Priority groups that a reception window records (đối tượng ưu tiên); cadres are not among them. */
export type PriorityGroup =
  | "Cấp cứu"
  | "Người cao tuổi"
  | "Trẻ em dưới 6 tuổi"
  | "Phụ nữ có thai"
  | "Người khuyết tật"
  | "Người có công";

/** One outpatient of today as a hospital's own HIS keeps it. All people are synthetic: CCCD with province 003. */
export interface HisPatient {
  /** The HIS's key of this reception (UUID). */
  readonly id: string;
  /** Mã bệnh nhân. */
  readonly code: string;
  /** Number drawn at the door (STT). */
  readonly ticket: number;
  /** As the clerk typed it: case, spaces and Unicode form differ from row to row. */
  readonly name: string;
  readonly birthDate: PartialDate;
  readonly sex: Sex;
  /** Field "CCCD/CMND": 12 digits, 9 digits, something garbled, or empty. */
  readonly identityNumber: string;
  /** Field "Số thẻ BHYT": 15 characters, the 10 digits alone, or empty. */
  readonly insuranceNumber: string;
  readonly payer: "BHYT" | "Thu phí" | "Miễn phí";
  readonly priority?: PriorityGroup;
  readonly phone: string;
  readonly address: string;
  readonly occupation: string;
  readonly room: string;
  readonly doctor: string;
  readonly complaint: string;
  readonly status: "Chờ khám" | "Đang khám" | "Chờ kết quả" | "Đã khám";
  /** Time of arrival, HH:mm. */
  readonly arrivedAt: string;
}

/** dd/MM/yyyy, or the year alone when no more is known. */
export const birthText = ({ year, month, day }: PartialDate): string =>
  month === undefined || day === undefined
    ? String(year)
    : `${String(day).padStart(2, "0")}/${String(month).padStart(2, "0")}/${year}`;

export const sexText = (sex: Sex): string => (sex === "male" ? "Nam" : "Nữ");
