import { problemCatalogue } from "@cadre-care/domain";

/** Names of what an entry says, as a person reads them. */
export const FIELD_LABELS = {
  person: { vi: "Người bệnh", en: "Patient" },
  process: { vi: "Quy trình phục vụ", en: "Service process" },
  step: { vi: "Bước", en: "Step" },
  room: { vi: "Phòng", en: "Room" },
  at: { vi: "Thời điểm", en: "Time" },
  author: { vi: "Người ghi nhận", en: "Recorded by" },
  status: { vi: "Trạng thái", en: "Status" },
  reason: { vi: "Lý do", en: "Reason" },
  note: { vi: "Ghi chú", en: "Note" },
} as const;

export const decisionProblems = problemCatalogue({
  "entry-gone": {
    vi: "Mục này không còn chờ ở máy này: có thể máy chủ đã nhận. Hãy xem lại danh sách.",
    en: "This entry no longer waits on this machine: the board may have it. Look at the list again.",
  },
  "entry-not-stopped": {
    vi: "Mục này đang chờ gửi và không cần xử lý. Hãy đợi máy chủ trả lời.",
    en: "This entry is on its way and needs nothing. Wait for the board's answer.",
  },
  "value-invalid": {
    vi: "Có giá trị không hợp lệ nên chưa lưu. Hãy kiểm tra ô vừa sửa.",
    en: "A value is not valid, so nothing was saved. Check what you changed.",
  },
  "nothing-corrected": {
    vi: "Chưa có gì thay đổi. Hãy sửa ít nhất một ô, hoặc chọn gửi lại.",
    en: "Nothing was changed. Correct at least one value, or choose to send it again.",
  },
  "nothing-to-choose": {
    vi: "Mục này không có hai bản để chọn. Hãy xem lại danh sách.",
    en: "There are no two versions of this entry to choose from. Look at the list again.",
  },
  "not-handed-over": {
    vi: "Mục này không chuyển được cho đơn vị quản lý. Hãy gửi lại hoặc báo bộ phận CNTT.",
    en: "This entry cannot be handed over to the managing unit. Send it again or tell IT.",
  },
});
