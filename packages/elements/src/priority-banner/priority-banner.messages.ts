import { vietnameseFirst } from "../language/catalogue.ts";

const vi = {
  label: "Chăm sóc cán bộ: người bệnh trên trang này",
  open: "Mở bảng chăm sóc",
  emergency: "Ưu tiên cấp cứu trước",
  emergencyHow: "Xử trí cấp cứu ngay, mọi thủ tục khác làm sau.",
  managed: "Hồ sơ quản lý",
  possible: "Có thể thuộc diện quản lý",
  possibleHow: (candidates: number) =>
    candidates > 1
      ? `Có ${candidates} người trùng thông tin. Đối chiếu giấy tờ trước khi tiếp nhận.`
      : "Trùng họ tên, ngày sinh. Đối chiếu giấy tờ trước khi tiếp nhận.",
  confirm: "Đối chiếu giấy tờ",
  notManaged: "Không có trong danh sách quản lý",
  notManagedHow: "Phục vụ theo quy trình chung của bệnh viện.",
  notEnough: "Trang này chưa đủ thông tin",
  noRosterHow: "Danh sách chưa tải về máy này nên chưa kết luận được.",
  reading: "Đang đọc trang…",
  readingHow: "Chờ trang hiện đủ thông tin.",
  conflict: "Thông tin mâu thuẫn, không đánh dấu",
  conflictHow: "Hỏi lại người bệnh và đối chiếu giấy tờ.",
  locked: "Chưa đánh dấu",
  lockedHow: "Đang khóa. Mở khóa để tra danh sách.",
  signedOut: "Chưa đăng nhập",
  signedOutHow: "Chưa đánh dấu. Đăng nhập để tra danh sách.",
  mismatch: "Không đọc được trang này",
  noPatient: "Chưa chọn người bệnh",
  noPatientHow: "Chọn một người bệnh để xem thông tin.",
  next: (step: string) => `Hồ sơ quản lý. Tiếp theo: ${step}`,
  checkedIn: (time: string) => `Đã tiếp nhận ${time}`,
  card: (state: string) => `Thẻ ưu tiên: ${state}`,
  book: (state: string) => `Sổ y bạ: ${state}`,
  exam: (state: string) => `Khám định kỳ: ${state}`,
  wrongSite: "Đăng ký ở nơi khác",
  statutory: "Ưu tiên theo luật:",
  offline: "Mất mạng",
  empty: "Chưa có danh sách",
  advice: "Lưu ý",
  more: (count: number) => `và ${count} lưu ý khác`,
  away: "Chưa mở được thông tin. Tải lại trang.",
};

export type BannerMessages = typeof vi;

export const bannerMessages = vietnameseFirst(vi, () => import("./priority-banner.english.ts"), "banner");
