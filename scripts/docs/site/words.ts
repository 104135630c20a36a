import type { Said } from "./language.ts";

/** What the site says around the guides. */
export const WORDS = {
  site: { vi: "Cadre Care", en: "Cadre Care" },
  tagline: {
    vi: "Tài liệu: chăm sóc sức khỏe cán bộ, ngay cạnh trang HIS",
    en: "Documentation: the care of managed cadres, beside the HIS page",
  },
  skip: { vi: "Đến nội dung", en: "Skip to the content" },
  navigation: { vi: "Các trang", en: "Pages" },
  onThisPage: { vi: "Trên trang này", en: "On this page" },
  search: { vi: "Tìm trong tài liệu", en: "Search the documentation" },
  results: { vi: "Kết quả tìm kiếm", en: "Search results" },
  none: { vi: "Không tìm thấy. Thử từ khác.", en: "Nothing found. Try another word." },
  failed: { vi: "Không tải được mục lục tìm kiếm.", en: "The search index could not be loaded." },
  switchLanguage: { vi: "English", en: "Tiếng Việt" },
  theme: { vi: "Giao diện", en: "Theme" },
  themeAuto: { vi: "Theo máy", en: "As the system" },
  themeLight: { vi: "Sáng", en: "Light" },
  themeDark: { vi: "Tối", en: "Dark" },
  onlyIn: {
    vi: "Trang này hiện chỉ có bản tiếng Anh.",
    en: "This page is in Vietnamese only.",
  },
  source: { vi: "Nguồn", en: "Source" },
  synthetic: {
    vi: "Người, số giấy tờ và bệnh viện trong tài liệu này đều là giả lập.",
    en: "All people, numbers and hospitals in this documentation are made up.",
  },
  table: { vi: "Bảng", en: "Table" },
  sample: { vi: "Đoạn mã", en: "Code sample" },
  start: { vi: "Bắt đầu từ đây", en: "Start here" },
} satisfies Readonly<Record<string, Said>>;
