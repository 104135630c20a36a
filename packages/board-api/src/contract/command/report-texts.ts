import type { LocalizedText } from "@cadre-care/domain";

export const REPORT_TEXTS = {
  holds: { vi: "Giữ được", en: "Holds" },
  "does-not-hold": { vi: "Không giữ được", en: "Does not hold" },
  "not-asked": { vi: "Chưa hỏi", en: "Not asked" },
  always: { vi: "cần có", en: "needed" },
  "when-asked": { vi: "cần khi dùng", en: "needed where used" },
  advisory: { vi: "nên có", en: "useful" },
  saw: { vi: "Thấy", en: "Saw" },
  without: { vi: "Hệ quả", en: "What stops" },
  instead: { vi: "Cách xử lý", en: "What can be set" },
  "no-instead": {
    vi: "Không có cài đặt nào ở máy trạm thay thế được; phải sửa ở máy chủ.",
    en: "No client setting works around it; the server has to be mended.",
  },
  reason: { vi: "Vì sao", en: "Why" },
  "all-hold": {
    vi: "Mọi điều sản phẩm cần đều giữ được trên máy chủ này.",
    en: "Everything that the product needs holds on this server.",
  },
  "some-unasked": {
    vi: "Không thấy điều gì sai, nhưng chưa hỏi được hết những điều cần có.",
    en: "Nothing was found wrong, but not everything that is needed could be asked.",
  },
  "some-missing": {
    vi: "Có điều sản phẩm cần mà máy chủ này không giữ được.",
    en: "Something that the product needs does not hold on this server.",
  },
  "clean-up": { vi: "Dọn dẹp", en: "Clean-up" },
  deleted: { vi: "đã xóa", en: "deleted" },
  retired: { vi: "đã cho thôi hiệu lực", en: "taken out of use" },
  left: { vi: "còn lại trên máy chủ", en: "left on the server" },
} as const satisfies Readonly<Record<string, LocalizedText>>;
