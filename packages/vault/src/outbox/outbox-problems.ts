import { type Problem, problemCatalogue } from "@cadre-care/domain";
import { problemByCode } from "@cadre-care/fhir";

/** What an entry waits for, where neither the board nor the transport says it. */
export const OUTBOX_TEXTS = {
  "entry-unreadable": {
    vi: "Mục này trên máy đã hỏng nên không gửi được. Không xóa; báo bộ phận CNTT để khôi phục.",
    en: "This entry is damaged on this machine and cannot be sent. It is not deleted; tell IT to recover it.",
  },
  "visit-already-open": {
    vi: "Người bệnh đã được tiếp nhận ở bàn khác trong hôm nay; đang ghép vào lượt khám đó.",
    en: "Another desk has checked this patient in today; the two are being joined in one visit.",
  },
  "visit-cancelled-elsewhere": {
    vi: "Lượt khám này đã bị hủy ở nơi khác nên bước vừa ghi chưa gửi được. Hãy tiếp nhận lại nếu người bệnh còn ở đây, hoặc báo đơn vị quản lý.",
    en: "This visit was cancelled elsewhere, so the step cannot be sent. Check in again if the patient is still here, or tell the managing unit.",
  },
  "visit-moved-on": {
    vi: "Lượt khám đã có bước tiếp theo ở nơi khác nên không hủy tiếp nhận được. Hãy kiểm tra với bàn kia.",
    en: "Steps have followed elsewhere, so the check-in cannot be undone. Ask the other desk.",
  },
  "visit-not-at-board": {
    vi: "Máy chủ chưa có lượt khám của mục này. Mục được giữ lại; báo bộ phận CNTT.",
    en: "The board does not have the visit that this entry belongs to. The entry is kept; tell IT.",
  },
  "needs-a-person": {
    vi: "Máy chủ có nhiều bản ghi trùng với mục này nên cần người kiểm tra. Mục được giữ lại; báo đơn vị quản lý.",
    en: "The board has several records that match this entry, so a person must look. It is kept; tell the managing unit.",
  },
  "refused-tier": {
    vi: "Trường hợp này xử lý theo quy định riêng, không nhập trên hệ thống này.",
    en: "This case is dealt with under its own rules and is not entered in this system.",
  },
  "entry-newer": {
    vi: "Mục này do phiên bản mới hơn của phần mềm ghi nên phiên bản này chưa đọc được. Mục được giữ nguyên; hãy cập nhật phần mềm rồi gửi lại.",
    en: "This entry was written by a later version of this software, which this version cannot read. It is kept as it is; update the software, then send it again.",
  },
  "changed-at-board": {
    vi: "Hồ sơ này đã được người khác sửa trên máy chủ sau khi mục này được mở. Hãy xem hai bản và chọn bản đúng.",
    en: "Somebody else has changed this record at the board since it was opened here. Compare the two versions and choose the right one.",
  },
  "needs-missing": {
    vi: "Máy chủ chưa có hồ sơ mà mục này dẫn tới. Mục được giữ lại; hãy chuyển cho đơn vị quản lý hoặc báo bộ phận CNTT.",
    en: "The board does not have what this entry refers to. The entry is kept; hand it over to the managing unit or tell IT.",
  },
  "correction-late": {
    vi: "Máy chủ đã nhận bản trước khi sửa. Hãy xem hai bản và chọn bản đúng.",
    en: "The board had received this entry before it was corrected. Compare the two versions and choose the right one.",
  },
  "his-code-linked": {
    vi: "Đơn vị quản lý đang có liên kết của mã HIS này với một người khác, nên liên kết trên máy này đã được bỏ. Hãy kiểm tra mã trên HIS; nếu liên kết kia sai, chuyển mục này cho đơn vị quản lý.",
    en: "The board has this HIS code linked to somebody else, so the link on this machine was taken back. Check the code in the HIS; if the other link is wrong, hand this entry over to the managing unit.",
  },
  "keys-closed": {
    vi: "Mở khóa để tiếp tục gửi các mục đang chờ. Dữ liệu vẫn được giữ trên máy này.",
    en: "Unlock to go on sending what waits. The data stays on this machine.",
  },
};
const { problem } = problemCatalogue(OUTBOX_TEXTS);

export type OutboxProblemCode = Parameters<typeof problem>[0];
export const outboxProblem = problem;

/** The problem of a stored code. */
export function problemOfCode(code: string): Problem {
  return isOwnProblem(code) ? problem(code) : problemByCode(code);
}

export const isOwnProblem = (code: string): code is OutboxProblemCode => Object.hasOwn(OUTBOX_TEXTS, code);
