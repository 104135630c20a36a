import { loadEnglish } from "@cadre-care/forms/on-demand";
import { fetchedWithEnglish, vietnameseFirst } from "../language/catalogue.ts";

const vi = {
  slow: "Biểu mẫu lớn, đang mở tiếp. Có thể nhập ngay phần đã hiện.",
  empty: "Chưa có biểu mẫu nào được mở.",
  hollow: "Biểu mẫu này không có câu hỏi nào.",
  broken: "Không dùng được biểu mẫu này",
  brokenHow: "Biểu mẫu do đơn vị phát hành có lỗi. Báo bộ phận công nghệ thông tin kèm nội dung dưới đây.",
  warned: "Biểu mẫu có chỗ chưa đúng, vẫn nhập được",
  details: "Chi tiết",
  partsMissing:
    "Chưa tải được phần tìm trong danh mục, tệp đính kèm và số đo lần trước. Chẩn đoán ghi bằng lời được. Khi có mạng, hãy tải lại trang.",
  sample: "Mẫu tham khảo",
  sampleHow: "đơn vị chưa xác nhận mẫu này",
  outline: "Các phần của biểu mẫu",
  outlineShow: (answered: number, total: number) => `Các phần (${answered}/${total})`,
  progress: (answered: number, total: number) => `${answered}/${total}`,
  progressSaid: (answered: number, total: number) => `đã trả lời ${answered} trên ${total} câu`,
  yes: "Có",
  no: "Không",
  choose: "Chọn…",
  other: "Khác (ghi rõ)",
  add: (what: string) => `Thêm ${what}`,
  remove: (what: string) => `Bỏ ${what}`,
  unit: (what: string) => `Đơn vị của ${what}`,
  dateHow: "ngày/tháng/năm",
  timeHow: "giờ:phút",
  attach: "Chọn tệp",
  attachLarge: (limit: string) => `Tệp lớn hơn ${limit}, hãy chọn tệp nhỏ hơn.`,
  attachFailed: "Không đọc được tệp này, hãy chọn lại.",
  searching: "Đang tìm…",
  searchNone: "Không có mục nào khớp. Thử từ khác hoặc gõ không dấu.",
  searchFailed: "Chưa tìm được danh mục này",
  searchCount: (count: number) => `${count} mục khớp, dùng mũi tên để chọn`,
  searchHow: "Gõ tên hoặc mã",
  question: "Câu hỏi",
  help: "Giải thích",
  prefilled: (from: string) => `Lấy từ ${from} – chưa xác nhận`,
  prefillSources: {
    page: "trang HIS",
    roster: "danh sách quản lý",
    form: "phiếu đã có",
    visit: "lượt khám này",
    user: "tài khoản đang dùng",
  },
  confirm: "Xác nhận phần này",
  unconfirmed: "còn nội dung lấy sẵn chưa xác nhận",
  previous: (date: string, value: string) => `Lần trước ${date}: ${value}`,
  unchanged: "không đổi",
  trendOf: (what: string, values: string) => `Các lần trước của ${what}: ${values}`,
  toDo: (count: number) => `Còn ${count} mục cần xử lý`,
  toDoNone: "Không còn mục nào cần xử lý",
  toDoShow: "Xem các mục",
  toDoHide: "Ẩn các mục",
  toDoMore: (count: number) => `và ${count} mục nữa`,
  keys: "Phím tắt",
  keyMap: [
    ["Enter", "mục tiếp theo"],
    ["1–9", "chọn theo thứ tự (loại I–V: 1–5)"],
    ["C / K", "Có / Không"],
    ["Delete", "bỏ chọn"],
    ["Alt + ↑ ↓", "chuyển phần"],
    ["F2", "xác nhận phần lấy sẵn"],
    ["F8", "đến mục còn thiếu"],
    ["Shift + Enter", "xuống dòng trong ô nhiều dòng"],
  ] as readonly (readonly [string, string])[],
  printedAt: (moment: string) => `In lúc ${moment}`,
};

export type QuestionnaireTexts = typeof vi;

export const questionnaireMessages = vietnameseFirst(
  vi,
  () => import("./questionnaire.english.ts"),
  "questionnaire",
);

fetchedWithEnglish(loadEnglish);
