import { problemCatalogue } from "@cadre-care/domain";

export const sessionProblems = problemCatalogue({
  "secret-wrong": {
    vi: "Mã mở khóa không đúng. Hãy kiểm tra bộ gõ tiếng Việt và phím Caps Lock rồi thử lại.",
    en: "The unlock code is wrong. Check the Vietnamese keyboard and Caps Lock, then try again.",
  },
  "secret-wait": {
    vi: "Đã nhập sai nhiều lần. Hãy chờ hết thời gian hiển thị rồi thử lại; dữ liệu vẫn còn nguyên.",
    en: "Too many wrong codes. Wait until the time shown, then try again; the data is untouched.",
  },
  "secret-too-short": {
    vi: "Mã mở khóa quá ngắn. Hãy dùng mã dài hơn theo yêu cầu hiển thị.",
    en: "The unlock code is too short. Use a longer one, as shown.",
  },
  "secret-exists": {
    vi: "Máy này đã có mã mở khóa của người dùng này. Hãy mở khóa bằng mã đó.",
    en: "This user already has an unlock code on this machine. Unlock with it.",
  },
  "sign-in-first": {
    vi: "Hãy đăng nhập trước.",
    en: "Sign in first.",
  },
  "other-user": {
    vi: "Máy này đang giữ dữ liệu của một người dùng khác. Người đó cần đăng nhập và mở khóa, hoặc báo bộ phận CNTT.",
    en: "This machine holds another user's data. That user must sign in and unlock, or tell IT.",
  },
  "slot-damaged": {
    vi: "Khóa của người dùng trên máy này bị hỏng. Dữ liệu đang chờ không bị xóa; báo bộ phận CNTT để khôi phục.",
    en: "This user's keys on this machine are damaged. What waits is not deleted; tell IT to recover it.",
  },
});
