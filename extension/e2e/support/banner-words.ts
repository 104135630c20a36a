import type { ExpectedRow } from "@cadre-care/example-his-common";

/** What the strip must say first, by what is true of the patient. Emergency goes before everything. */
export const wordsFor = (row: ExpectedRow | undefined, emergency: boolean): RegExp => {
  if (emergency) return /^Ưu tiên cấp cứu trước/;
  switch (row?.expectedOutcome) {
    case "managed":
      return /^Quy trình/;
    case "possible":
      return /^Có thể thuộc diện quản lý/;
    case "conflict":
      return /^Thông tin mâu thuẫn, không đánh dấu.+\S/;
    case "not-managed":
      return /^Không có trong danh sách quản lý/;
    default:
      return /^Trang này chưa đủ thông tin/;
  }
};
