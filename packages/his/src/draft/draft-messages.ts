import type { LocalizedText } from "@cadre-care/domain";
import type { DraftDoubt } from "./page-draft.ts";

/** What IT is asked, for the wizard to say beside the field's label. */
export const DRAFT_MESSAGES: Readonly<Record<DraftDoubt, LocalizedText>> = {
  "values-contradict": {
    vi: "Giá trị trong cột không khớp với tiêu đề. Cột này thực ra chứa gì?",
    en: "The values do not fit the header. What does this column really hold?",
  },
  "no-values": {
    vi: "Mục này đang trống nên chưa thể kiểm tra. Hãy mở một bệnh nhân có dữ liệu.",
    en: "This field is empty, so it cannot be checked. Open a patient who has it.",
  },
  "two-columns": {
    vi: "Có hai chỗ cùng được hiểu như vậy nhưng giá trị khác nhau. Dùng chỗ nào?",
    en: "Two places could be this, with different values. Which one is it?",
  },
  "half-a-name": {
    vi: "Mới thấy một nửa họ tên. Phần còn lại ở đâu?",
    en: "Only a half of the name was found. Where is the other?",
  },
  "name-order": {
    vi: "Tên có vẻ đứng trước họ. Trang có chỗ nào ghi họ trước, hoặc tách riêng họ và tên? Nếu không, hãy chọn chỗ này: chỉ đọc những họ tên biết chắc chữ nào là họ.",
    en: "The given name seems to stand first. Does the page have it family name first, or the two apart, anywhere? If not, point here: only names whose family name is certain are read.",
  },
  "values-only": {
    vi: "Không có tiêu đề, chỉ đoán theo giá trị. Có đúng không?",
    en: "There is no header; this was guessed by the values alone. Is it right?",
  },
  "not-read": {
    vi: "Bộ đọc của sản phẩm không đọc được mục này ở chỗ đã đoán. Hãy chọn lại.",
    en: "The product's reader could not read this where it was guessed. Point at it.",
  },
  "dates-undecided": {
    vi: "Ngày đứng trước hay tháng đứng trước? Tạm đề nghị dd/MM/yyyy; hãy xem một ngày sinh sau ngày 12.",
    en: "Does the day or the month come first? dd/MM/yyyy is proposed; look at a birth date after the 12th.",
  },
  "dates-unread": {
    vi: "Có ngày sinh không theo định dạng nào đã biết. Trang ghi ngày sinh thế nào?",
    en: "Some birth dates are in no known format. How does the page write them?",
  },
  "sex-codes": {
    vi: "Giới tính ghi bằng mã. Mã nào là nam, mã nào là nữ?",
    en: "Sex is written in codes. Which one is male, which one female?",
  },
  "emergency-words": {
    vi: "Chưa thấy ca cấp cứu nào. Phần mềm ghi cấp cứu bằng chữ gì?",
    en: "No emergency is shown now. How does the software write one?",
  },
  "code-in-link": {
    vi: "Mỗi hàng có một mã trong liên kết. Đó là mã của bệnh nhân hay của lượt khám?",
    en: "Each row has a code in its link. Is it the patient's or the visit's?",
  },
  gutter: {
    vi: "Dấu sẽ đứng ở mép trái danh sách. Có che mất nội dung nào không?",
    en: "Marks will stand at the left edge of the list. Do they cover anything?",
  },
};
