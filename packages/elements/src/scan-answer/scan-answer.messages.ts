import { vietnameseFirst } from "../language/catalogue.ts";

const vi = {
  label: "Kết quả quét",
  another: "Không phải người bệnh đang mở trên trang",
  anotherHow: "Thao tác ở đây là cho người vừa quét, không phải cho người trên trang.",
  same: "Đúng là người bệnh đang mở trên trang",
  unclear: "Chưa rõ có phải người bệnh đang mở trên trang không",
  unclearHow: "So họ tên với giấy tờ trước khi tiếp nhận.",
  scanned: "Vừa quét",
  onPage: "Trên trang",
  emergency: "Ưu tiên cấp cứu trước",
  emergencyHow: "Xử trí cấp cứu ngay, mọi thủ tục khác làm sau.",
  managed: "Thuộc diện quản lý",
  managedHow: "Xem quy trình và tiếp nhận trong bảng chăm sóc.",
  possible: "Có thể thuộc diện quản lý",
  possibleHow: "Trùng họ tên, ngày sinh. Đối chiếu giấy tờ trong bảng chăm sóc.",
  several: (people: number) => `Có ${people} người trùng thông tin`,
  severalHow: "Đối chiếu giấy tờ rồi chọn đúng người.",
  notManaged: "Không có trong danh sách quản lý",
  notManagedHow: "Phục vụ theo quy trình chung của bệnh viện.",
  notEnough: "Mã này chưa đủ để kết luận",
  cmnd: "Số CMND cần đi cùng ngày sinh. Quét mã QR trên thẻ căn cước, hoặc nhập 12 số CCCD.",
  card: "Số này không có trong danh sách, nhưng thẻ hoặc sổ có thể đã đổi số. Quét CCCD hoặc thẻ BHYT.",
  weak: "Quét CCCD hoặc thẻ BHYT để tra chính xác.",
  conflict: "Thông tin mâu thuẫn, không mở hồ sơ",
  conflictHow: "Hỏi lại người bệnh và đối chiếu giấy tờ.",
  conflicts: {
    "identifiers-of-different-people": "Các số vừa quét thuộc về những người khác nhau trong danh sách.",
    "identifier-contradicts-directory": "Một số vừa quét khác với số trong danh sách.",
    "birth-date-contradicts-directory": "Ngày sinh vừa quét khác với danh sách.",
    "name-contradicts-directory": "Họ tên vừa quét khác với danh sách.",
    "identifier-stated-twice": "Mã vừa quét ghi hai số khác nhau cho cùng một loại giấy tờ.",
  },
  unsettled: "Chưa kết luận được",
  reading: "Đang tra…",
  locked: "Đang khóa",
  lockedHow: "Mở khóa rồi quét lại.",
  noRoster: "Chưa có danh sách",
  noRosterHow: "Danh sách chưa tải về máy này nên chưa kết luận được.",
  advice: "Lưu ý",
  person: (said: string) => `Người vừa quét: ${said}`,
  openPanel: "Mở bảng chăm sóc",
  born: "sinh",
};

export type ScanAnswerTexts = typeof vi;

export const scanAnswerMessages = vietnameseFirst(vi, () => import("./scan-answer.english.ts"), "scanAnswer");
