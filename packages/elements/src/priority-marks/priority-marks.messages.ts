import { vietnameseFirst } from "../language/catalogue.ts";

const vi = {
  title: "Người bệnh trên trang này",
  managed: "Thuộc diện quản lý",
  possible: "Có thể thuộc diện quản lý, cần đối chiếu giấy tờ",
  possibleShort: "Cần đối chiếu",
  conflict: "Thông tin mâu thuẫn, không đánh dấu",
  conflictShort: "Mâu thuẫn",
  legend: "Chú giải",
  counts: (managed: number, possible: number, conflict: number) =>
    `${managed} thuộc diện quản lý · ${possible} cần đối chiếu · ${conflict} mâu thuẫn`,
  rows: (rows: number) => `trong ${rows} dòng đang hiện`,
  without: (rows: number) =>
    `${rows} dòng không có số nào tra được, nên chưa kết luận được về những người này.`,
  withoutTitle: "Chưa đủ thông tin ở một số dòng",
  open: "Xem",
  openWho: (name: string) => `Xem ${name}`,
  unnamed: "Người bệnh chưa xác định",
  none: "Không có ai thuộc danh sách quản lý trong các dòng đang hiện",
  noneHow: "Chỉ tính những dòng có số tra được.",
  noSite: "Trang này không phải phần mềm bệnh viện đã khai báo",
  noSiteHow: "Mở phần mềm bệnh viện để xem danh sách.",
  notRecognised: "Trang này không có danh sách người bệnh",
  notRecognisedHow: "Mở trang tiếp nhận hoặc danh sách chờ.",
  reading: "Đang đọc trang…",
  mismatch: "Không đọc được trang này",
  mismatchHow: "Phần mềm bệnh viện có thể đã thay đổi. Báo bộ phận công nghệ thông tin.",
  gaveUp: "Đã dừng đánh dấu trên trang này",
  gaveUpHow: "Trang liên tục gỡ phần hiển thị. Tải lại trang để thử lại.",
  switchedOff: "Đơn vị quản lý đã tắt việc đánh dấu trên trang này",
  switchedOffHere: "Việc đánh dấu trên trang này đã tắt trên máy này",
  switchedOffHow: "Làm việc trên HIS như thường. Hỏi bộ phận công nghệ thông tin nếu cần.",
  locked: "Chưa đánh dấu",
  lockedHow: "Đang khóa. Mở khóa để đánh dấu danh sách.",
  signedOut: "Chưa đăng nhập",
  signedOutHow: "Chưa đánh dấu. Đăng nhập để tra danh sách.",
  notEnough: "Trang này chưa đủ thông tin",
  notEnoughHow: "Các dòng không có số CCCD, số BHYT hay mã nào tra được.",
  rosterEmpty: "Chưa có danh sách",
  rosterEmptyHow: "Danh sách chưa tải về máy này. Kết nối mạng rồi cập nhật danh sách.",
};

export type MarksTexts = typeof vi;

export const marksMessages = vietnameseFirst(vi, () => import("./priority-marks.english.ts"), "marks");
