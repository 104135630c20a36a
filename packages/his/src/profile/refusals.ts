import type { LocalizedText } from "@cadre-care/domain";

/** Why a profile is refused, beyond its plain shape. A schema names the key; the reader says the text. */
export const REFUSALS = {
  "range-reversed": { vi: "min lớn hơn max", en: "min is greater than max" },
  "attribute-name": { vi: "không phải tên thuộc tính viết thường", en: "not a lower-case attribute name" },
  "pattern-malformed": { vi: "không phải biểu thức chính quy", en: "not a regular expression" },
  "pattern-slow": {
    vi: "biểu thức chính quy này có thể làm trang bị treo",
    en: "this regular expression could make a page wait",
  },
  "group-missing": { vi: "biểu thức không có nhóm này", en: "the pattern has no such group" },
  "no-letters": {
    vi: "cần có ít nhất một chữ cái hoặc chữ số",
    en: "at least one letter or digit is needed",
  },
  "formats-clash": {
    vi: "không thể phân biệt dd/MM/yyyy với MM/dd/yyyy",
    en: "dd/MM/yyyy and MM/dd/yyyy cannot be told apart",
  },
  "nothing-read": {
    vi: "không đọc mã định danh nào và cũng không đọc họ tên",
    en: "neither an identifier nor a name is read",
  },
  origin: {
    vi: "chỉ gồm giao thức, tên máy chủ và cổng, không có đường dẫn",
    en: "an origin is scheme, host and port, without a path",
  },
  "page-twice": { vi: "hai trang cùng mã này", en: "two pages have this id" },
  "header-without-columns": {
    vi: "đọc theo tiêu đề cột cần trang danh sách có mục columns",
    en: "a header needs a list page with columns",
  },
  "banner-missing": {
    vi: "trang bệnh nhân không có mục banner và không trang nào ghép với nó",
    en: "a patient page without a banner, and no page joins it",
  },
  "join-unknown": {
    vi: "chỉ ghép được trang bệnh nhân của hồ sơ này không có mục banner",
    en: "only patient pages of this profile that have no banner can be joined",
  },
  "join-key-unread": {
    vi: "cả hai trang phải đọc mã dùng để ghép",
    en: "both pages must read the key that joins them",
  },
  "part-has-more": {
    vi: "trang được ghép (không có banner) không được có mục này",
    en: "a page that is joined (without a banner) cannot have this",
  },
  "place-missing": {
    vi: "chưa có bộ chọn hoặc tiêu đề cột để biết đọc ở đâu",
    en: "neither a selector nor a header says where to read",
  },
  "code-twice": { vi: "một mã dùng cho cả hai giới", en: "one text stands for both sexes" },
} as const satisfies Record<string, LocalizedText>;

export type Refusal = keyof typeof REFUSALS;

/** Keeps schemas to keys of the catalogue. */
export const refusal = (key: Refusal): string => key;

export const isRefusal = (message: string): message is Refusal => Object.hasOwn(REFUSALS, message);
