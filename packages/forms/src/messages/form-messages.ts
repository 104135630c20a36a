import type { LocalizedText, Problem, Result } from "@cadre-care/domain/page";
import { furtherLanguages } from "./further.ts";

const VIETNAMESE = {
  "questionnaire-not-fhir":
    "Đây không phải Questionnaire FHIR R4 hợp lệ (sai ở {0}). Hãy báo đơn vị phát hành biểu mẫu.",
  "questionnaire-link-id-repeated":
    "Biểu mẫu có hai mục cùng linkId “{0}”. Hãy báo đơn vị phát hành biểu mẫu.",
  "questionnaire-link-id-empty":
    "Biểu mẫu có mục không có linkId (ở {0}). Hãy báo đơn vị phát hành biểu mẫu.",
  "questionnaire-too-deep":
    "Các mục của biểu mẫu lồng nhau quá {0} bậc, hoặc lồng vòng tròn. Hãy báo đơn vị phát hành biểu mẫu.",
  "questionnaire-too-large": "Biểu mẫu có hơn {0} mục. Hãy báo đơn vị phát hành biểu mẫu.",
  "too-many-repeats":
    "Biểu mẫu đòi quá nhiều lần lặp của “{0}”; chỉ mở sẵn {1}. Hãy báo đơn vị phát hành biểu mẫu.",
  "response-not-fhir": "Bản trả lời không phải QuestionnaireResponse FHIR R4 hợp lệ (sai ở {0}).",
  "response-items-unknown":
    "Bản trả lời có mục không thuộc biểu mẫu này: {0}. Các mục đó được giữ lại, không hiển thị.",
  "answer-type-wrong": "Câu trả lời không đúng kiểu của câu hỏi. Hãy nhập lại.",
  "item-read-only": "Mục này chỉ để xem.",
  "item-has-no-answers": "Mục này không nhận câu trả lời.",
  "answer-not-there": "Không có câu trả lời ở vị trí này.",
  required: "Cần trả lời câu này.",
  "too-few": "Cần ít nhất {0} câu trả lời.",
  "too-many": "Nhiều nhất {0} câu trả lời.",
  "too-long": "Dài quá {0} ký tự (đang có {1}).",
  "too-short": "Cần ít nhất {0} ký tự (đang có {1}).",
  "below-minimum": "Giá trị nhỏ nhất là {0}.",
  "above-maximum": "Giá trị lớn nhất là {0}.",
  "too-many-decimals": "Nhiều nhất {0} chữ số thập phân.",
  "pattern-mismatch": "Giá trị không đúng dạng quy định{0}.",
  "pattern-unusable":
    "Biểu mẫu có mẫu kiểm tra (regex) không dùng được ở “{0}”; giá trị không được kiểm tra theo mẫu.",
  "patterns-unavailable": "Chưa tải được phần kiểm tra theo mẫu. Hãy tự xem lại các mục có dạng quy định.",
  "not-an-option": "Giá trị không có trong danh sách lựa chọn.",
  "option-exclusive": "“{0}” không chọn cùng lựa chọn khác.",
  "options-unavailable":
    "Chưa có danh sách lựa chọn trên máy này. Hãy ghi bằng lời; danh sách sẽ có khi kết nối lại.",
  "not-a-number": "Đây không phải là số. Viết như 36,5 hoặc 36.5.",
  "number-ambiguous":
    "Không rõ dấu phẩy hay dấu chấm là phần thập phân. Hãy viết không có dấu ngăn cách hàng nghìn.",
  "number-too-long": "Số có quá nhiều chữ số để lưu chính xác.",
  "not-a-whole-number": "Cần một số nguyên.",
  "not-a-date": "Không đọc được ngày. Viết ngày/tháng/năm, tháng/năm, hoặc năm.",
  "date-not-in-calendar": "Ngày này không có trong lịch. Hãy kiểm tra lại.",
  "not-a-date-time": "Không đọc được ngày giờ. Viết ngày/tháng/năm giờ:phút.",
  "not-a-time": "Không đọc được giờ. Viết giờ:phút.",
  "not-a-boolean": "Trả lời Có hoặc Không.",
  "not-a-url": "Đây không phải là địa chỉ (URL).",
  "not-typed": "Mục này không nhập bằng chữ.",
  "text-cleaned": "Đã bỏ các ký tự điều khiển ẩn trong văn bản dán vào. Hãy đọc lại.",
  "attachment-too-large": "Tệp lớn hơn {0} MB.",
  "attachment-type": "Chỉ nhận tệp loại {0}.",
  "unit-unknown": "Đơn vị không có trong danh sách.",
  "calculation-cycle":
    "Các mục tự tính phụ thuộc lẫn nhau: {0}. Các mục này phải nhập tay. Hãy báo đơn vị phát hành biểu mẫu.",
  "condition-question-unknown":
    "Điều kiện hiện mục “{0}” nhắc đến câu hỏi không có trong biểu mẫu: {1}. Điều kiện đó coi như không thỏa.",
  "expression-failed":
    "Biểu thức của mục “{0}” không tính được. Hãy nhập tay và báo đơn vị phát hành biểu mẫu.",
  "expressions-unavailable": "Chưa tải được phần tính toán của biểu mẫu. Các mục tự tính phải nhập tay.",
  "expression-language-unsupported": "Biểu thức của mục “{0}” viết bằng ngôn ngữ không hỗ trợ: {1}.",
  "constraint-failed":
    "Điều kiện kiểm tra của “{0}” không tính được, nên không được kiểm tra. Hãy báo đơn vị phát hành biểu mẫu.",
  "constraint-unmet": "Câu trả lời không thỏa điều kiện của biểu mẫu.",
};

export type FormProblemCode = keyof typeof VIETNAMESE;
export type FormTexts = Readonly<Record<FormProblemCode, string>>;

let english: FormTexts | undefined;

/** From now on problems have their English too. */
export const speakEnglish = (texts: FormTexts): void => {
  english = texts;
};

/** What a message names: limits and names of the form, never what a person entered. */
export type MessageValue = string | number | LocalizedText;

const fill = (language: string, text: string, values: readonly MessageValue[]): string =>
  text.replace(/\{(\d)\}/g, (_, place: string) => {
    const value = values[Number(place)] ?? "";
    return typeof value === "object" ? (value[language] ?? value.en) : String(value);
  });

/** A problem out of the catalogue. Its English is that of the moment in which it is read: it may come later. */
export const formProblem = (code: FormProblemCode, ...values: readonly MessageValue[]): Problem => {
  const message = {
    vi: fill("vi", VIETNAMESE[code], values),
    get en() {
      return english === undefined ? this.vi : fill("en", english[code], values);
    },
  };
  furtherLanguages()?.forEach(({ problems }, tag) => {
    Object.assign(message, { [tag]: fill(tag, problems[code], values) });
  });
  return { code, message };
};

/** A failure with a problem out of the catalogue. */
export const refuse = (code: FormProblemCode): Result<never> => ({ ok: false, problem: formProblem(code) });
