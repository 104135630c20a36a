import { catalogue } from "@cadre-care/elements";

/** Texts of the extension's own pages. */
export const pageMessages = catalogue(
  {
    panel: "Bảng chăm sóc",
    patient: "Người bệnh trên trang",
    people: "Người được quản lý trên trang này",
    queue: "Dữ liệu chờ gửi",
    roster: "Danh sách trên máy này",
    account: "Tài khoản",
    back: "Quay lại người bệnh trên trang",
    scan: "Quét giấy tờ",
    scanned: "Người vừa quét",
    scannedOnPage: "Người vừa quét, đang mở trên trang",
    scanDone: "Xong với người này",
    backToScan: "Quay lại người vừa quét",
    chosen: "Người được chọn trong danh sách",
    chosenHint: "Để tiếp nhận, hãy mở người bệnh này trên trang HIS.",
    opening: "Đang mở hồ sơ…",
    openPanel: "Mở bảng chăm sóc",
    settings: "Cài đặt và thông tin",
    site: "Trang HIS",
    noSite: "Thẻ này không phải trang HIS của bệnh viện.",
    siteRead: "Đã đọc trang",
    siteReading: "Đang đọc trang…",
    siteUnknown:
      "Chưa nhận ra loại trang này. Nếu đây là danh sách hoặc hồ sơ người bệnh, hãy báo bộ phận CNTT.",
    siteMismatch:
      "Trang HIS đã thay đổi, chưa đọc được. Không đánh dấu để tránh nhầm người. Báo bộ phận CNTT.",
    siteGaveUp: "Trang liên tục gỡ phần hiển thị, đã dừng đánh dấu. Tải lại trang.",
    rows: (read: number, without: number) =>
      without === 0
        ? `Đã đọc ${read} dòng.`
        : `Đã đọc ${read} dòng, ${without} dòng không đủ thông tin để đối chiếu.`,
    offline: "Mất mạng: dữ liệu mới nhập được lưu trên máy này và tự gửi khi có mạng.",
    clock: "Đồng hồ máy này lệch so với máy chủ. Báo bộ phận CNTT chỉnh lại giờ.",
    about: "Thông tin bản cài",
    version: "Phiên bản",
    board: "Máy chủ của đơn vị quản lý",
    sites: "Trang HIS trong bản này",
    shortcut: "Phím tắt mở nhanh: Alt+Shift+C",
    language: "Ngôn ngữ",
    privacy:
      "Tiện ích không đọc, không lưu mật khẩu hay phiên đăng nhập HIS. Dữ liệu trên máy được mã hóa và khóa khi không dùng.",
  },
  {
    panel: "Care panel",
    patient: "Patient on this page",
    people: "Managed people on this page",
    queue: "Waiting to be sent",
    roster: "List on this machine",
    account: "Account",
    back: "Back to the patient on the page",
    scan: "Scan a paper",
    scanned: "Person scanned",
    scannedOnPage: "Person scanned, who is open on the page",
    scanDone: "Done with this person",
    backToScan: "Back to the person scanned",
    chosen: "Person chosen from the list",
    chosenHint: "To check this person in, open them on the HIS page.",
    opening: "Opening the record…",
    openPanel: "Open the care panel",
    settings: "Settings and information",
    site: "HIS page",
    noSite: "This tab is not a page of the hospital's HIS.",
    siteRead: "Page read",
    siteReading: "Reading the page…",
    siteUnknown: "This kind of page is not recognised. If it is a list or a patient, tell IT.",
    siteMismatch:
      "The HIS page has changed and cannot be read. Nothing is marked, so that nobody is mistaken. Tell IT.",
    siteGaveUp: "The page keeps removing our display; marking has stopped. Reload the page.",
    rows: (read: number, without: number) =>
      without === 0
        ? `${read} rows read.`
        : `${read} rows read, ${without} without enough information to compare.`,
    offline: "No network: what you enter is kept on this machine and sent by itself later.",
    clock: "This machine's clock differs from the server's. Ask IT to correct it.",
    about: "About this build",
    version: "Version",
    board: "Board's server",
    sites: "HIS pages in this build",
    shortcut: "Keyboard shortcut: Alt+Shift+C",
    language: "Language",
    privacy:
      "The extension never reads or keeps HIS passwords or sessions. Data on this machine is encrypted, and locked when not in use.",
  },
);
