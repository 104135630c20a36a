import { problemCatalogue } from "@cadre-care/domain";

export const signInProblems = problemCatalogue({
  "sign-in-cancelled": {
    vi: "Bạn đã đóng cửa sổ đăng nhập. Bấm Đăng nhập để thử lại.",
    en: "The sign-in window was closed. Press Sign in to try again.",
  },
  "sign-in-refused": {
    vi: "Máy chủ không cho tài khoản này đăng nhập. Kiểm tra lại tài khoản hoặc liên hệ đơn vị quản lý.",
    en: "The board did not let this account in. Check the account, or ask the managing unit.",
  },
  "sign-in-mixed-up": {
    vi: "Câu trả lời đăng nhập không khớp với yêu cầu của máy này nên đã bị bỏ. Hãy đăng nhập lại; nếu lặp lại, báo bộ phận CNTT.",
    en: "The answer does not belong to this machine's request and was discarded. Sign in again; if it happens again, tell IT.",
  },
  "sign-in-board-unreachable": {
    vi: "Không kết nối được máy chủ để đăng nhập. Kiểm tra mạng rồi thử lại; dữ liệu trên máy vẫn dùng được.",
    en: "The board cannot be reached to sign in. Check the network and try again; what is on this machine can still be used.",
  },
  "sign-in-board-misconfigured": {
    vi: "Máy chủ đăng nhập trả lời không đúng chuẩn. Báo bộ phận CNTT kiểm tra cấu hình.",
    en: "The sign-in server's answers do not follow the standard. Ask IT to check its set-up.",
  },
  "sign-in-not-secure": {
    vi: "Địa chỉ máy chủ không dùng kết nối bảo mật (https) nên không đăng nhập được. Báo bộ phận CNTT.",
    en: "The board's address is not secure (https), so signing in is not possible. Tell IT.",
  },
  "sign-in-role-unknown": {
    vi: "Tài khoản này chưa được gán vai trò trong hệ thống. Liên hệ đơn vị quản lý.",
    en: "This account has no role in the system yet. Ask the managing unit.",
  },
  "sign-in-no-second-factor": {
    vi: "Việc này cần mã xác thực (bước hai) nhưng máy chủ đăng nhập không hỏi mã. Báo đơn vị quản lý cấp mã xác thực cho tài khoản.",
    en: "This needs the second factor, but the sign-in server did not ask for it. Ask the managing unit to give the account one.",
  },
  "sign-in-clock": {
    vi: "Đồng hồ của máy này sai nên không kiểm tra được phiên đăng nhập. Chỉnh lại ngày giờ rồi thử lại.",
    en: "This machine's clock is wrong, so the sign-in cannot be checked. Set date and time, then try again.",
  },
});
