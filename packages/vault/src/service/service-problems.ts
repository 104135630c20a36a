import { type ConflictReason, type Problem, problemCatalogue } from "@cadre-care/domain";

/** What the vault's service says to the person at the desk. */
export const vaultProblems = problemCatalogue({
  "subject-changed": {
    vi: "Trang đã chuyển sang người bệnh khác. Hãy kiểm tra người bệnh đang hiển thị rồi thao tác lại.",
    en: "The page has moved on to another patient. Check who is shown now, then do it again.",
  },
  "nobody-to-open": {
    vi: "Người bệnh này không có trong danh sách quản lý nên không có chi tiết để mở.",
    en: "This patient is not in the managed list, so there are no details to open.",
  },
  "several-candidates": {
    vi: "Có nhiều người trùng thông tin. Hãy đối chiếu giấy tờ và chọn đúng người trong danh sách của trang.",
    en: "Several people fit. Compare an identity paper and choose the right one from this page's list.",
  },
  "confirmation-needed": {
    vi: "Hãy đối chiếu giấy tờ tùy thân và xác nhận đúng người trước khi tiếp nhận.",
    en: "Compare an identity paper and confirm that it is this person before checking in.",
  },
  "session-locked": {
    vi: "Hãy mở khóa để tiếp tục. Dữ liệu đã lưu vẫn còn trên máy này.",
    en: "Unlock to continue. What was saved is still on this machine.",
  },
  "policy-missing": {
    vi: "Chưa tải được cấu hình của đơn vị quản lý. Hãy kết nối mạng và đồng bộ.",
    en: "The managing unit's policy has not arrived yet. Connect to the network and synchronise.",
  },
  "roster-incomplete": {
    vi: "Danh sách quản lý chưa tải xong nên chưa thể nói người bệnh này có thuộc diện quản lý hay không.",
    en: "The managed list has not arrived in full, so it cannot be said yet whether this patient is in it.",
  },
  "roster-damaged": {
    vi: "Một phần danh sách trên máy này không đọc được. Hãy đồng bộ lại để tải lại toàn bộ danh sách.",
    en: "A part of the list on this machine cannot be read. Synchronise to fetch the whole list again.",
  },
  "page-asks-too-much": {
    vi: "Trang này đã tra cứu quá nhiều người trong một giờ nên tạm dừng đánh dấu. Nếu đây là danh sách bình thường, hãy báo bộ phận CNTT nâng giới hạn.",
    en: "This page has asked about too many people within an hour, so marking is paused. If the list is an ordinary one, ask IT to raise the limit.",
  },
  "statement-overtaken": {
    vi: "Trang đã thay đổi trong lúc tra cứu; đang đọc lại.",
    en: "The page changed during the look-up; it is being read again.",
  },
  "link-gone": {
    vi: "Mã HIS này không còn liên kết với người bệnh. Hãy mở lại chi tiết.",
    en: "This HIS code is no longer linked to the person. Open the details again.",
  },
  "visit-unknown": {
    vi: "Không tìm thấy lượt khám này trên máy. Hãy mở lại chi tiết người bệnh.",
    en: "This visit is not on this machine. Open the patient's details again.",
  },
  "scope-closed": {
    vi: "Trang này đã đóng. Hãy mở lại trang của người bệnh.",
    en: "This page is closed. Open the patient's page again.",
  },
});

export const conflictProblems = problemCatalogue({
  "identifiers-of-different-people": {
    vi: "Các số giấy tờ trên trang thuộc về những người khác nhau nên không đánh dấu. Hãy kiểm tra giấy tờ và sửa trên HIS.",
    en: "The numbers on the page belong to different people, so nobody is marked. Check the papers and correct the HIS.",
  },
  "identifier-contradicts-directory": {
    vi: "Số giấy tờ trên trang khác với số trong danh sách quản lý nên không đánh dấu. Hãy kiểm tra giấy tờ.",
    en: "A number on the page differs from the managed list, so nobody is marked. Check the papers.",
  },
  "birth-date-contradicts-directory": {
    vi: "Ngày sinh trên trang khác với danh sách quản lý nên không đánh dấu. Hãy kiểm tra giấy tờ.",
    en: "The birth date on the page differs from the managed list, so nobody is marked. Check the papers.",
  },
  "name-contradicts-directory": {
    vi: "Họ tên trên trang khác với danh sách quản lý nên không đánh dấu. Hãy kiểm tra giấy tờ.",
    en: "The name on the page differs from the managed list, so nobody is marked. Check the papers.",
  },
  "identifier-stated-twice": {
    vi: "Trang ghi hai số khác nhau cho cùng một loại giấy tờ nên không đánh dấu. Hãy kiểm tra và sửa trên HIS.",
    en: "The page states two different numbers of the same kind, so nobody is marked. Check and correct the HIS.",
  },
  "page-contradicts-itself": {
    vi: "Các phần của trang ghi khác nhau về cùng một người bệnh nên không đánh dấu. Hãy kiểm tra giấy tờ và sửa trên HIS.",
    en: "Parts of the page say different things about the same patient, so nobody is marked. Check the papers and correct the HIS.",
  },
} satisfies Record<ConflictReason, { vi: string; en: string }>);

export const conflictProblem = (reason: ConflictReason): Problem => conflictProblems.problem(reason);
