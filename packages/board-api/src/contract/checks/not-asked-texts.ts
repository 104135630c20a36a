import type { LocalizedText } from "@cadre-care/domain";

/** Why something was not asked, and what to give so that it is. */
export const NOT_ASKED = {
  "signed-out": {
    vi: "Chưa đăng nhập hoặc mã truy cập đã hết hạn: dùng --sign-in desk, hoặc --token với mã còn hạn.",
    en: "Not signed in, or the access token has ended: use --sign-in desk, or --token with one that is good.",
  },
  "not-permitted": {
    vi: "Tài khoản này không được phép làm việc đó: đăng nhập bằng tài khoản bác sĩ (--sign-in desk).",
    en: "This account may not do that: sign in as a doctor (--sign-in desk).",
  },
  "no-person": {
    vi: "Không có người mẫu để ghi: dùng tài khoản cán bộ quản lý (--sign-in office hoặc --office-token), hoặc --person MÃ của một Patient giả lập.",
    en: "No test person to write about: use a board officer's account (--sign-in office or --office-token), or --person ID of a made-up Patient.",
  },
  "no-office": {
    vi: "Cần tài khoản cán bộ quản lý: --sign-in office hoặc --office-token TỆP.",
    en: "A board officer's account is needed: --sign-in office or --office-token FILE.",
  },
  "no-roster": {
    vi: "Danh sách trên máy chủ còn trống: cần ít nhất ba người có nhãn roster.",
    en: "The roster on this server is empty: at least three people with the roster tag are needed.",
  },
  "no-policy": {
    vi: "Máy chủ chưa có chính sách (Library) đọc được: xem mục «Chính sách có ký số».",
    en: "There is no readable policy (Library) on this server: see “signed policy”.",
  },
  "no-keys": {
    vi: "Không có khóa công khai để kiểm tra chữ ký: máy chủ không có /board-keys, dùng --board-keys TỆP.",
    en: "No public keys to check signatures with: the server has no /board-keys, use --board-keys FILE.",
  },
  "no-sign-in": {
    vi: "Máy chủ không công bố nơi đăng nhập: xem mục «Công bố nơi đăng nhập».",
    en: "This server states no sign-in: see “sign-in discovery”.",
  },
  "return-address-unknown": {
    vi: "Máy chủ đăng nhập không nhận địa chỉ trả về: khai báo nó ở đó, hoặc dùng --redirect-uri với địa chỉ đã khai báo.",
    en: "The sign-in server does not know the return address: register it there, or name a registered one with --redirect-uri.",
  },
  "not-signed-in-here": {
    vi: "Chỉ hỏi được khi đăng nhập bằng chính lệnh này: --sign-in desk.",
    en: "Can be asked only when this command itself signs in: --sign-in desk.",
  },
  "no-origin": {
    vi: "Chưa nêu địa chỉ gốc nào: --origin https://cổng.example cho cổng thông tin, --origin chrome-extension://MÃ cho tiện ích.",
    en: "No origin was named: --origin https://portal.example for a portal, --origin chrome-extension://ID for the extension.",
  },
  "no-limit-met": {
    vi: "Máy chủ không lần nào bảo chờ (429): dùng --burst SỐ để gửi dồn từng ấy yêu cầu vào /metadata.",
    en: "The server never asked to wait (429): --burst N sends that many requests to /metadata at once.",
  },
  stopped: {
    vi: "Lệnh bị dừng trước khi hỏi tới điều này.",
    en: "The command was stopped before it came to this.",
  },
} as const satisfies Readonly<Record<string, LocalizedText>>;
