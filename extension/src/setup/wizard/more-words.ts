import { catalogue } from "@cadre-care/elements";
import type { SettingTarget } from "@cadre-care/his/draft";

const targetsVi: Readonly<Record<SettingTarget, string>> = {
  root: "phần chứa danh sách hoặc người bệnh",
  recognise: "dấu hiệu nhận ra trang",
  "other-row": "một hàng không phải người bệnh",
  link: "liên kết có mã bệnh nhân",
  "person-address": "Địa chỉ",
  "person-phone": "Số điện thoại",
  "person-occupation": "Nghề nghiệp",
  "person-workplace": "Nơi làm việc",
  "person-ethnicity": "Dân tộc",
  "person-nationality": "Quốc tịch",
  "insurance-number": "Số thẻ BHYT cho biểu mẫu",
  "insurance-valid-to": "Thẻ BHYT có giá trị đến",
  "record-number": "Số hồ sơ bệnh án",
  diagnosis: "Chẩn đoán",
  "clinical-signs": "Dấu hiệu lâm sàng",
  treatment: "Điều trị",
};
const targetsEn: Readonly<Record<SettingTarget, string>> = {
  root: "the part that holds the list or the patient",
  recognise: "what the page is recognised by",
  "other-row": "a row that is no patient",
  link: "a link with the patient's code",
  "person-address": "Address",
  "person-phone": "Phone number",
  "person-occupation": "Occupation",
  "person-workplace": "Workplace",
  "person-ethnicity": "Ethnic group",
  "person-nationality": "Nationality",
  "insurance-number": "Insurance number for forms",
  "insurance-valid-to": "Insurance card valid to",
  "record-number": "Record number",
  diagnosis: "Diagnosis",
  "clinical-signs": "Clinical signs",
  treatment: "Treatment",
};

/** Texts of what is rarely needed: a part of the wizard's. */
export const moreWords = catalogue(
  {
    title: "Cài đặt khác (ít khi cần)",
    lead: "Chỉ sửa khi trang chưa được nhận ra đúng. Kết quả hiện ngay dưới mỗi ô và trên trang.",
    selectors:
      "Bộ chọn CSS là cách ghi một chỗ trên trang, ví dụ #mabenhnhan. Ô nào có nút “Chọn trên trang” thì không cần tự viết: bấm nút đó rồi bấm vào chỗ cần chọn, ô sẽ được điền.",
    targets: targetsVi,
    fields: {
      recognise: {
        label: "Nhận ra trang nhờ",
        hint: "Bộ chọn CSS, mỗi dòng một bộ. Mỗi bộ phải thấy đúng một phần tử, và chỉ khi trang đang hiện.",
      },
      root: {
        label: "Phần chứa tất cả",
        hint: "Bộ chọn của phần chứa danh sách hoặc người bệnh. Phải thấy đúng một.",
      },
      rows: { label: "Hàng của danh sách", hint: "Bộ chọn tính từ phần chứa tất cả." },
      "banner-anchor": {
        label: "Phần tử cạnh băng thông tin",
        hint: "Bộ chọn trong cả trang. Phải thấy đúng một.",
      },
      "gutter-width": { label: "Bề rộng chỗ đặt dấu (px)", hint: "Từ 4 đến 200." },
      query: {
        label: "Tham số trên địa chỉ",
        hint: "Mỗi dòng một tham số, ví dụ func=tiepnhan. Dấu * thay cho phần bất kỳ.",
      },
      id: {
        label: "Mã của trang",
        hint: "Chữ thường không dấu, số và gạch nối; không trùng trang khác của hồ sơ.",
      },
      male: {
        label: "Chữ hoặc mã ghi giới nam",
        hint: "Cách nhau bằng dấu phẩy, kể cả mã chưa thấy trên trang đang mở và chữ ở ngôn ngữ khác.",
      },
      female: { label: "Chữ hoặc mã ghi giới nữ", hint: "Cách nhau bằng dấu phẩy." },
      "link-pattern": {
        label: "Mẫu của mã trong liên kết",
        hint: "Biểu thức chính quy, phải khớp đúng một chỗ trong địa chỉ.",
      },
      "emergency-at": {
        label: "Chỗ ghi cấp cứu",
        hint: "Bộ chọn tính từ phần chứa người bệnh hoặc từ hàng. Có thể chưa hiện trên trang đang mở.",
      },
      "emergency-words": { label: "Chữ chỉ ca cấp cứu", hint: "Cách nhau bằng dấu phẩy." },
    },
    found: (counts: readonly number[]) => `Thấy trên trang: ${counts.join(", ")}`,
    selectorBroken: "Trình duyệt không hiểu bộ chọn này.",
    notOne: "Phải thấy đúng một phần tử.",
    pointNot: "Chọn một hàng cần bỏ",
    wholeText: "Phải đúng cả ô, không chỉ chứa chữ này",
    sexTitle: "Giới tính",
    linkTitle: "Mã bệnh nhân trong liên kết",
    linkHint:
      "Dùng khi trang không ghi mã nhưng liên kết có. Mã phải là của bệnh nhân, không phải của lượt khám.",
    emergencyTitle: "Cấp cứu",
    columnNames: "Tên cột ở ngôn ngữ khác",
    columnNamesHint: "Mọi tên mà phần mềm dùng cho cột này, cách nhau bằng dấu phẩy.",
    optionalParts: "Phần có thể để trống",
    optionalHint: "Một phần trống làm trống cả mục, trừ phần được đánh dấu ở đây.",
    optionalPart: (field: string, number: number, place: string) => `${field}, phần ${number}: ${place}`,
    prefill: "Điền sẵn vào biểu mẫu",
    prefillHint: "Biểu mẫu được lấy những mục này từ trang. Chúng không dùng để nhận ra người bệnh.",
    prefillNone: "Chưa có mục nào.",
    prefillAdd: "Thêm mục điền sẵn",
    joins: "Người bệnh nằm ở nhiều khung",
    isPart: "Trang này là một phần của trang khác và không có băng thông tin",
    joinsHint: "Ghép với các phần sau; mọi phần phải ghi cùng một mã:",
    joinsNone:
      "Chưa có phần nào để ghép. Thêm trang ở khung kia, rồi đánh dấu trang đó là một phần của trang khác.",
    joinKey: "Ghép theo",
  },
  {
    title: "Other settings (rarely needed)",
    lead: "Only where the page is not recognised as it should be. What comes of it is shown under each field and over the page.",
    selectors:
      "A CSS selector is how a place on the page is written, such as #patient-code. Where a field has “Point in the page”, there is no need to write one: press it, click that place, and the field is filled in.",
    targets: targetsEn,
    fields: {
      recognise: {
        label: "The page is recognised by",
        hint: "CSS selectors, one a line. Each must find exactly one element, and only while the page is shown.",
      },
      root: {
        label: "The part that holds all of it",
        hint: "Selector of the part that holds the list or the patient. It must find exactly one.",
      },
      rows: { label: "Rows of the list", hint: "Selector from the part that holds all of it." },
      "banner-anchor": {
        label: "Element beside the banner",
        hint: "Selector in the whole page. It must find exactly one.",
      },
      "gutter-width": { label: "Width of the place for marks (px)", hint: "4 to 200." },
      query: {
        label: "Parameters of the address",
        hint: "One a line, such as func=reception. * stands for anything.",
      },
      id: {
        label: "Code of the page",
        hint: "Lower-case letters, digits and hyphens; no other page of the profile has it.",
      },
      male: {
        label: "Words or codes for male",
        hint: "Separated by commas, also codes not seen in the open page and words in another language.",
      },
      female: { label: "Words or codes for female", hint: "Separated by commas." },
      "link-pattern": {
        label: "Pattern of the code in the link",
        hint: "A regular expression that must fit in exactly one place of the address.",
      },
      "emergency-at": {
        label: "Where an emergency is written",
        hint: "Selector from the patient's part, or from the row. It need not be there in the open page.",
      },
      "emergency-words": { label: "Words that say emergency", hint: "Separated by commas." },
    },
    found: (counts: readonly number[]) => `Found in the page: ${counts.join(", ")}`,
    selectorBroken: "The browser does not know this selector.",
    notOne: "It must find exactly one element.",
    pointNot: "Point at a row to leave out",
    wholeText: "The whole text, not only a part of it",
    sexTitle: "Sex",
    linkTitle: "The patient's code in a link",
    linkHint:
      "Where the page writes no code but a link has one. It must be the patient's code, not the visit's.",
    emergencyTitle: "Emergency",
    columnNames: "Names of columns in another language",
    columnNamesHint: "All names that the software has for this column, separated by commas.",
    optionalParts: "Parts that may be empty",
    optionalHint: "An empty part leaves the whole field empty, but for those that are ticked here.",
    optionalPart: (field: string, number: number, place: string) => `${field}, part ${number}: ${place}`,
    prefill: "Fill forms from the page",
    prefillHint: "Forms may take these from the page. They have no part in finding out who the patient is.",
    prefillNone: "Nothing yet.",
    prefillAdd: "Add something for forms",
    joins: "A patient in several frames",
    isPart: "This page is a part of another one, and has no banner",
    joinsHint: "Joined with these parts; all of them must state the same code:",
    joinsNone:
      "There is no part to join. Add the page in the other frame, then mark it as a part of another one.",
    joinKey: "Joined by",
  },
);
