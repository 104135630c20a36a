import type { LocalizedText, Problem, Result } from "@cadre-care/domain/page";

const MESSAGES = {
  "questionnaire-not-fhir": {
    vi: "Đây không phải Questionnaire FHIR R4 hợp lệ (sai ở {0}). Hãy báo đơn vị phát hành biểu mẫu.",
    en: "This is no valid FHIR R4 Questionnaire (wrong at {0}). Tell the unit that issued the form.",
  },
  "questionnaire-link-id-repeated": {
    vi: "Biểu mẫu có hai mục cùng linkId “{0}”. Hãy báo đơn vị phát hành biểu mẫu.",
    en: 'The form has two items with the linkId "{0}". Tell the unit that issued the form.',
  },
  "questionnaire-link-id-empty": {
    vi: "Biểu mẫu có mục không có linkId (ở {0}). Hãy báo đơn vị phát hành biểu mẫu.",
    en: "The form has an item without linkId (at {0}). Tell the unit that issued the form.",
  },
  "questionnaire-too-deep": {
    vi: "Các mục của biểu mẫu lồng nhau quá {0} bậc, hoặc lồng vòng tròn. Hãy báo đơn vị phát hành biểu mẫu.",
    en: "The items of the form are nested more than {0} levels deep, or in a circle. Tell the unit that issued the form.",
  },
  "questionnaire-too-large": {
    vi: "Biểu mẫu có hơn {0} mục. Hãy báo đơn vị phát hành biểu mẫu.",
    en: "The form has more than {0} items. Tell the unit that issued the form.",
  },
  "too-many-repeats": {
    vi: "Biểu mẫu đòi quá nhiều lần lặp của “{0}”; chỉ mở sẵn {1}. Hãy báo đơn vị phát hành biểu mẫu.",
    en: 'The form asks for too many repeats of "{0}"; only {1} are there to start with. Tell the unit that issued the form.',
  },
  "response-not-fhir": {
    vi: "Bản trả lời không phải QuestionnaireResponse FHIR R4 hợp lệ (sai ở {0}).",
    en: "The response is no valid FHIR R4 QuestionnaireResponse (wrong at {0}).",
  },
  "response-items-unknown": {
    vi: "Bản trả lời có mục không thuộc biểu mẫu này: {0}. Các mục đó được giữ lại, không hiển thị.",
    en: "The response has items that are not in this form: {0}. They are kept, not shown.",
  },
  "answer-type-wrong": {
    vi: "Câu trả lời không đúng kiểu của câu hỏi. Hãy nhập lại.",
    en: "The answer is not of the type that the question asks for. Enter it again.",
  },
  "item-read-only": { vi: "Mục này chỉ để xem.", en: "This item is read only." },
  "item-has-no-answers": { vi: "Mục này không nhận câu trả lời.", en: "This item takes no answer." },
  "answer-not-there": {
    vi: "Không có câu trả lời ở vị trí này.",
    en: "There is no answer at this place.",
  },
  required: { vi: "Cần trả lời câu này.", en: "This question needs an answer." },
  "too-few": { vi: "Cần ít nhất {0} câu trả lời.", en: "At least {0} answers are needed." },
  "too-many": { vi: "Nhiều nhất {0} câu trả lời.", en: "At most {0} answers are allowed." },
  "too-long": {
    vi: "Dài quá {0} ký tự (đang có {1}).",
    en: "Longer than {0} characters (it has {1}).",
  },
  "too-short": {
    vi: "Cần ít nhất {0} ký tự (đang có {1}).",
    en: "At least {0} characters are needed (it has {1}).",
  },
  "below-minimum": { vi: "Giá trị nhỏ nhất là {0}.", en: "The lowest value allowed is {0}." },
  "above-maximum": { vi: "Giá trị lớn nhất là {0}.", en: "The highest value allowed is {0}." },
  "too-many-decimals": {
    vi: "Nhiều nhất {0} chữ số thập phân.",
    en: "At most {0} digits after the decimal point.",
  },
  "pattern-mismatch": {
    vi: "Giá trị không đúng dạng quy định{0}.",
    en: "The value is not in the form asked for{0}.",
  },
  "pattern-unusable": {
    vi: "Biểu mẫu có mẫu kiểm tra (regex) không dùng được ở “{0}”; giá trị không được kiểm tra theo mẫu.",
    en: 'The form has an unusable pattern (regex) at "{0}"; the value is not checked against it.',
  },
  "not-an-option": {
    vi: "Giá trị không có trong danh sách lựa chọn.",
    en: "The value is not among the options.",
  },
  "option-exclusive": {
    vi: "“{0}” không chọn cùng lựa chọn khác.",
    en: '"{0}" cannot be chosen together with another option.',
  },
  "options-unavailable": {
    vi: "Chưa có danh sách lựa chọn trên máy này. Hãy ghi bằng lời; danh sách sẽ có khi kết nối lại.",
    en: "The list of options is not on this machine. Write it in words; the list comes with the connection.",
  },
  "not-a-number": {
    vi: "Đây không phải là số. Viết như 36,5 hoặc 36.5.",
    en: "This is no number. Write it like 36,5 or 36.5.",
  },
  "number-ambiguous": {
    vi: "Không rõ dấu phẩy hay dấu chấm là phần thập phân. Hãy viết không có dấu ngăn cách hàng nghìn.",
    en: "It is not clear which mark is the decimal one. Write it without thousands separators.",
  },
  "number-too-long": {
    vi: "Số có quá nhiều chữ số để lưu chính xác.",
    en: "The number has too many digits to be kept exactly.",
  },
  "not-a-whole-number": { vi: "Cần một số nguyên.", en: "A whole number is needed." },
  "not-a-date": {
    vi: "Không đọc được ngày. Viết ngày/tháng/năm, tháng/năm, hoặc năm.",
    en: "The date cannot be read. Write day/month/year, month/year, or year.",
  },
  "date-not-in-calendar": {
    vi: "Ngày này không có trong lịch. Hãy kiểm tra lại.",
    en: "There is no such day in the calendar. Check it.",
  },
  "not-a-date-time": {
    vi: "Không đọc được ngày giờ. Viết ngày/tháng/năm giờ:phút.",
    en: "The date and time cannot be read. Write day/month/year hour:minute.",
  },
  "not-a-time": {
    vi: "Không đọc được giờ. Viết giờ:phút.",
    en: "The time cannot be read. Write hour:minute.",
  },
  "not-a-boolean": { vi: "Trả lời Có hoặc Không.", en: "Answer yes or no." },
  "not-a-url": { vi: "Đây không phải là địa chỉ (URL).", en: "This is no address (URL)." },
  "not-typed": { vi: "Mục này không nhập bằng chữ.", en: "This item is not answered by typing." },
  "text-cleaned": {
    vi: "Đã bỏ các ký tự điều khiển ẩn trong văn bản dán vào. Hãy đọc lại.",
    en: "Hidden control characters in the pasted text were removed. Read it again.",
  },
  "attachment-too-large": { vi: "Tệp lớn hơn {0} MB.", en: "The file is larger than {0} MB." },
  "attachment-type": { vi: "Chỉ nhận tệp loại {0}.", en: "Only files of type {0} are taken." },
  "unit-unknown": { vi: "Đơn vị không có trong danh sách.", en: "The unit is not among those offered." },
  "calculation-cycle": {
    vi: "Các mục tự tính phụ thuộc lẫn nhau: {0}. Các mục này phải nhập tay. Hãy báo đơn vị phát hành biểu mẫu.",
    en: "Calculated items depend on one another: {0}. They must be entered by hand. Tell the unit that issued the form.",
  },
  "condition-question-unknown": {
    vi: "Điều kiện hiện mục “{0}” nhắc đến câu hỏi không có trong biểu mẫu: {1}. Điều kiện đó coi như không thỏa.",
    en: 'The condition of item "{0}" names a question that the form does not have: {1}. That condition counts as unmet.',
  },
  "expression-failed": {
    vi: "Biểu thức của mục “{0}” không tính được. Hãy nhập tay và báo đơn vị phát hành biểu mẫu.",
    en: 'An expression of item "{0}" cannot be computed. Enter the value by hand and tell the unit that issued the form.',
  },
  "expressions-unavailable": {
    vi: "Chưa tải được phần tính toán của biểu mẫu. Các mục tự tính phải nhập tay.",
    en: "The calculations of the form could not be loaded. Calculated items must be entered by hand.",
  },
  "expression-language-unsupported": {
    vi: "Biểu thức của mục “{0}” viết bằng ngôn ngữ không hỗ trợ: {1}.",
    en: 'An expression of item "{0}" is in a language that is not supported: {1}.',
  },
  "constraint-failed": {
    vi: "Điều kiện kiểm tra của “{0}” không tính được, nên không được kiểm tra. Hãy báo đơn vị phát hành biểu mẫu.",
    en: 'A rule of "{0}" cannot be computed, so it is not checked. Tell the unit that issued the form.',
  },
  "constraint-unmet": {
    vi: "Câu trả lời không thỏa điều kiện của biểu mẫu.",
    en: "The answer breaks a rule of the form.",
  },
} as const satisfies Readonly<Record<string, LocalizedText>>;

export type FormProblemCode = keyof typeof MESSAGES;

/** What a message names: limits and names of the form, never what a person entered. */
export type MessageValue = string | number | LocalizedText;

const fill = (language: "vi" | "en", code: FormProblemCode, values: readonly MessageValue[]): string =>
  MESSAGES[code][language].replace(/\{(\d)\}/g, (_, place: string) => {
    const value = values[Number(place)] ?? "";
    return typeof value === "object" ? value[language] : String(value);
  });

/** A problem out of the catalogue. */
export const formProblem = (code: FormProblemCode, ...values: readonly MessageValue[]): Problem => ({
  code,
  message: { vi: fill("vi", code, values), en: fill("en", code, values) },
});

/** A failure with a problem out of the catalogue. */
export const refuse = (code: FormProblemCode): Result<never> => ({ ok: false, problem: formProblem(code) });
