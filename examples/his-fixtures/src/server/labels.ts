import type { LocalizedText } from "@cadre-care/domain";

/** Words of the fixtures' pages, as HISs write them (DOMAIN 7.5). */
export const LABELS = {
  ticket: { vi: "STT", en: "No." },
  code: { vi: "Mã BN", en: "Patient ID" },
  name: { vi: "Họ và tên", en: "Full name" },
  family: { vi: "Họ lót", en: "Surname and middle name" },
  given: { vi: "Tên", en: "Given name" },
  birth: { vi: "Ngày sinh", en: "Date of birth" },
  sex: { vi: "Giới tính", en: "Sex" },
  male: { vi: "Nam", en: "Male" },
  female: { vi: "Nữ", en: "Female" },
  insurance: { vi: "Số thẻ BHYT", en: "Insurance card" },
  identity: { vi: "CCCD/CMND", en: "Citizen ID" },
  payer: { vi: "Đối tượng", en: "Payer" },
  priority: { vi: "Ưu tiên", en: "Priority" },
  emergency: { vi: "Cấp cứu", en: "Emergency" },
  room: { vi: "Phòng khám", en: "Room" },
  doctor: { vi: "Bác sĩ", en: "Doctor" },
  status: { vi: "Trạng thái", en: "Status" },
  arrived: { vi: "Giờ đến", en: "Arrived" },
  address: { vi: "Địa chỉ", en: "Address" },
  phone: { vi: "Số điện thoại", en: "Phone" },
  record: { vi: "Hồ sơ", en: "Record" },
  list: { vi: "Danh sách bệnh nhân", en: "Patient list" },
  patient: { vi: "Thông tin bệnh nhân", en: "Patient details" },
  search: { vi: "Tìm kiếm", en: "Search" },
  all: { vi: "Tất cả", en: "All" },
  open: { vi: "Xem", en: "Open" },
  back: { vi: "Quay lại", en: "Back" },
  close: { vi: "Đóng", en: "Close" },
  next: { vi: "Bệnh nhân sau", en: "Next patient" },
  previous: { vi: "Bệnh nhân trước", en: "Previous patient" },
  reload: { vi: "Tải lại", en: "Reload" },
} as const satisfies Record<string, LocalizedText>;

export type LabelKey = keyof typeof LABELS;

export const labelsIn = (language: "vi" | "en"): Record<string, string> =>
  Object.fromEntries(Object.entries(LABELS).map(([key, text]) => [key, text[language]]));
