/** Message catalogue of the sign-in page, Vietnamese first. */
export const loginTexts = {
  title: { vi: "Đăng nhập", en: "Sign in" },
  purpose: {
    vi: "Hệ thống của đơn vị quản lý, chăm sóc sức khỏe cán bộ. Không dùng tài khoản HIS của bệnh viện.",
    en: "The managing unit's own system. Do not use your hospital HIS account.",
  },
  login: { vi: "Tên đăng nhập", en: "User name" },
  password: { vi: "Mật khẩu", en: "Password" },
  submit: { vi: "Đăng nhập", en: "Sign in" },
  problems: {
    refused: {
      vi: "Tên đăng nhập hoặc mật khẩu không đúng. Kiểm tra bộ gõ và phím Caps Lock rồi thử lại.",
      en: "The user name or password is wrong. Check the input method and Caps Lock, then try again.",
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
