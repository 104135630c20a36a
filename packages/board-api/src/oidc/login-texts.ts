/** Message catalogue of the sign-in page, Vietnamese first. */
export const loginTexts = {
  title: { vi: "Đăng nhập", en: "Sign in" },
  purpose: {
    vi: "Hệ thống của đơn vị quản lý, chăm sóc sức khỏe cán bộ. Không dùng tài khoản HIS của bệnh viện.",
    en: "The managing unit's own system. Do not use your hospital HIS account.",
  },
  login: { vi: "Tên đăng nhập", en: "User name" },
  password: { vi: "Mật khẩu", en: "Password" },
  code: { vi: "Mã xác thực (6 số trong ứng dụng xác thực)", en: "Code (6 digits of the authenticator app)" },
  submit: { vi: "Đăng nhập", en: "Sign in" },
  problems: {
    refused: {
      vi: "Tên đăng nhập hoặc mật khẩu không đúng. Kiểm tra bộ gõ và phím Caps Lock rồi thử lại.",
      en: "The user name or password is wrong. Check the input method and Caps Lock, then try again.",
    },
    "refused-code": {
      vi: "Tên đăng nhập, mật khẩu hoặc mã xác thực không đúng. Mỗi mã chỉ dùng một lần: nếu mã đã dùng, đợi mã mới rồi nhập lại.",
      en: "The user name, the password or the code is wrong. A code works once: if it was used, wait for the next one.",
    },
    "no-second-factor": {
      vi: "Tài khoản này chưa có mã xác thực (bước hai) nên không làm được việc này. Liên hệ đơn vị quản lý để được cấp.",
      en: "This account has no second factor yet, which this needs. Ask the managing unit for one.",
    },
    wait: {
      vi: "Đã nhập sai nhiều lần. Đợi ít phút rồi thử lại, hoặc liên hệ đơn vị quản lý.",
      en: "Too many wrong tries. Wait a few minutes, or ask the managing unit.",
    },
    unusable: {
      vi: "Không thể bắt đầu đăng nhập từ địa chỉ này. Đóng trang và thử lại; nếu vẫn gặp, báo bộ phận công nghệ thông tin kèm mã sau.",
      en: "Sign-in cannot start from this address. Close the page and try again; if it persists, tell IT this code.",
    },
    expired: {
      vi: "Phiên đăng nhập đã hết hạn hoặc đã dùng. Đóng trang này và bắt đầu đăng nhập lại.",
      en: "This sign-in has expired or has been used. Close this page and start again.",
    },
  },
} as const;
