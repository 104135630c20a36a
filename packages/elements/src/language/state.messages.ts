import { catalogue } from "./catalogue.ts";

/** Words for states that several elements show: card, book, exam, reasons. */
export const stateMessages = catalogue(
  {
    card: {
      none: "chưa có",
      valid: "còn hạn",
      expired: "hết hạn",
      lost: "đã báo mất",
      replaced: "đã đổi thẻ mới",
    } as Readonly<Record<string, string>>,
    book: {
      none: "chưa có",
      valid: "đang dùng",
      "to-be-replaced": "cần cấp đổi",
    } as Readonly<Record<string, string>>,
    exam: {
      done: "đã khám",
      due: "đến hạn",
      overdue: "quá hạn",
      "not-yet": "chưa đến đợt",
    } as Readonly<Record<string, string>>,
    standing: { serving: "đương chức", former: "nguyên chức" } as Readonly<Record<string, string>>,
    sex: { male: "Nam", female: "Nữ" } as Readonly<Record<string, string>>,
    statutory: {
      emergency: "cấp cứu",
      "age-75": "từ đủ 75 tuổi",
    } as Readonly<Record<string, string>>,
    shortage: {
      "no-identifier":
        "Trang không có số CCCD, số BHYT hay mã nào tra được. Mở hồ sơ đầy đủ hoặc quét giấy tờ.",
      "identifier-malformed": "Số trên trang không đúng dạng. Kiểm tra lại số CCCD hoặc số BHYT.",
      "date-format-unknown": "Không rõ cách ghi ngày sinh trên trang. Báo bộ phận công nghệ thông tin.",
      "weak-identifiers-only": "Trang chỉ có thông tin dễ trùng. Quét CCCD hoặc thẻ BHYT để tra chính xác.",
    } as Readonly<Record<string, string>>,
    conflict: {
      "identifiers-of-different-people": "Các số trên trang thuộc về những người khác nhau.",
      "identifier-contradicts-directory": "Một số trên trang khác với số trong danh sách.",
      "birth-date-contradicts-directory": "Ngày sinh trên trang khác với danh sách.",
      "name-contradicts-directory": "Họ tên trên trang khác với danh sách.",
      "identifier-stated-twice": "Trang ghi hai số khác nhau cho cùng một loại giấy tờ.",
      "page-contradicts-itself": "Các phần của trang ghi khác nhau về người bệnh này.",
    } as Readonly<Record<string, string>>,
    rung: {
      cccd: "khớp số CCCD",
      bhxh: "khớp số BHXH",
      "priority-card": "khớp số thẻ ưu tiên",
      "medical-book": "khớp số sổ y bạ",
      "his-code": "khớp mã người bệnh đã xác nhận tại đây",
      "cmnd-birth-date": "khớp số CMND và ngày sinh",
      "name-birth-date-sex": "trùng họ tên, ngày sinh và giới tính",
    } as Readonly<Record<string, string>>,
  },
  {
    card: {
      none: "none",
      valid: "valid",
      expired: "expired",
      lost: "reported lost",
      replaced: "replaced by a new one",
    },
    book: { none: "none", valid: "in use", "to-be-replaced": "to be replaced" },
    exam: { done: "done", due: "due", overdue: "overdue", "not-yet": "round not open yet" },
    standing: { serving: "serving", former: "former" },
    sex: { male: "Male", female: "Female" },
    statutory: { emergency: "emergency", "age-75": "aged 75 or over" },
    shortage: {
      "no-identifier":
        "The page shows no citizen ID, insurance number or code to look up. Open the full record or scan a paper.",
      "identifier-malformed":
        "A number on the page is not well formed. Check the citizen ID or insurance number.",
      "date-format-unknown": "How this page writes birth dates is not known. Tell the IT department.",
      "weak-identifiers-only":
        "The page has only details that several people share. Scan the citizen ID or insurance card.",
    },
    conflict: {
      "identifiers-of-different-people": "Numbers on the page belong to different people.",
      "identifier-contradicts-directory": "A number on the page differs from the list.",
      "birth-date-contradicts-directory": "The birth date on the page differs from the list.",
      "name-contradicts-directory": "The name on the page differs from the list.",
      "identifier-stated-twice": "The page states two different numbers of the same kind.",
      "page-contradicts-itself": "Parts of the page say different things about this patient.",
    },
    rung: {
      cccd: "citizen ID matches",
      bhxh: "insurance number matches",
      "priority-card": "priority card number matches",
      "medical-book": "medical book number matches",
      "his-code": "patient code confirmed here before",
      "cmnd-birth-date": "old ID number and birth date match",
      "name-birth-date-sex": "same name, birth date and sex",
    },
  },
);
