import { vietnameseFirst } from "./catalogue.ts";

const vi = {
  card: {
    none: "chưa có",
    valid: "còn hạn",
    expired: "hết hạn",
    lost: "đã báo mất",
    replaced: "đã đổi thẻ mới",
  },
  book: {
    none: "chưa có",
    valid: "đang dùng",
    "to-be-replaced": "cần cấp đổi",
  },
  exam: {
    done: "đã khám",
    due: "đến hạn",
    overdue: "quá hạn",
    "not-yet": "chưa đến đợt",
  },
  statutory: {
    emergency: "cấp cứu",
    "age-75": "từ đủ 75 tuổi",
  },
  shortage: {
    "no-identifier":
      "Trang không có số CCCD, số BHYT hay mã nào tra được. Mở hồ sơ đầy đủ hoặc quét giấy tờ.",
    "identifier-malformed": "Số trên trang không đúng dạng. Kiểm tra lại số CCCD hoặc số BHYT.",
    "date-format-unknown": "Không rõ cách ghi ngày sinh trên trang. Báo bộ phận công nghệ thông tin.",
    "weak-identifiers-only": "Trang chỉ có thông tin dễ trùng. Quét CCCD hoặc thẻ BHYT để tra chính xác.",
  },
  conflict: {
    "identifiers-of-different-people": "Các số trên trang thuộc về những người khác nhau.",
    "identifier-contradicts-directory": "Một số trên trang khác với số trong danh sách.",
    "birth-date-contradicts-directory": "Ngày sinh trên trang khác với danh sách.",
    "name-contradicts-directory": "Họ tên trên trang khác với danh sách.",
    "identifier-stated-twice": "Trang ghi hai số khác nhau cho cùng một loại giấy tờ.",
    "page-contradicts-itself": "Các phần của trang ghi khác nhau về người bệnh này.",
  },
};

export type StateTexts = typeof vi;

/** Words for states that several elements show: card, book, exam, reasons. */
export const stateMessages = vietnameseFirst(vi, () => import("./state.english.ts"), "state");
