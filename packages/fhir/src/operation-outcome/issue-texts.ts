import type { LocalizedText } from "@cadre-care/domain";

/** What a person reads when the board sends an issue code and no text of its own. */
const correct: LocalizedText = {
  vi: "Máy chủ không nhận nội dung này vì thiếu hoặc sai dữ liệu. Mở mục chờ gửi để xem và báo bộ phận kỹ thuật.",
  en: "The board does not accept this content: data is missing or wrong. Open the waiting entries and tell IT.",
};
const retryLater: LocalizedText = {
  vi: "Máy chủ đang bận hoặc gặp lỗi. Dữ liệu vẫn được giữ trên máy này và sẽ tự gửi lại.",
  en: "The board is busy or has a fault. The data stays on this machine and is sent again by itself.",
};
const changed: LocalizedText = {
  vi: "Hồ sơ trên máy chủ đã được người khác thay đổi. Xem lại trước khi gửi tiếp.",
  en: "Somebody else has changed this record at the board. Look at it again before sending.",
};
const signIn: LocalizedText = {
  vi: "Phiên đăng nhập đã hết hạn. Đăng nhập lại để tiếp tục gửi.",
  en: "The sign-in has ended. Sign in again to go on sending.",
};
const notAllowed: LocalizedText = {
  vi: "Tài khoản này không có quyền thực hiện việc này. Liên hệ đơn vị quản lý nếu cần quyền.",
  en: "This account is not allowed to do that. Ask the managing unit if you need the right.",
};
const missing: LocalizedText = {
  vi: "Không tìm thấy hồ sơ này trên máy chủ. Có thể hồ sơ đã được đưa ra khỏi danh sách.",
  en: "The board does not have this record. It may have left the roster.",
};

export const ISSUE_TEXTS: Readonly<Record<string, LocalizedText>> = {
  invalid: correct,
  structure: correct,
  required: correct,
  value: correct,
  invariant: correct,
  "code-invalid": correct,
  extension: correct,
  processing: correct,
  "not-supported": correct,
  "business-rule": correct,
  "multiple-matches": changed,
  duplicate: changed,
  conflict: changed,
  security: notAllowed,
  login: signIn,
  unknown: signIn,
  expired: signIn,
  forbidden: notAllowed,
  suppressed: notAllowed,
  "not-found": missing,
  deleted: missing,
  "too-long": correct,
  "too-costly": retryLater,
  exception: retryLater,
  "lock-error": retryLater,
  "no-store": retryLater,
  timeout: retryLater,
  incomplete: retryLater,
  throttled: retryLater,
  transient: retryLater,
};

export const UNKNOWN_ISSUE: LocalizedText = {
  vi: "Máy chủ từ chối yêu cầu mà không nêu rõ lý do. Dữ liệu vẫn được giữ trên máy này; báo bộ phận kỹ thuật.",
  en: "The board refused without a clear reason. The data stays on this machine; tell IT.",
};
