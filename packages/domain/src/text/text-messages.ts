import { problemCatalogue } from "../result/problem-catalogue.ts";

export const textProblems = problemCatalogue({
  "date-empty": {
    vi: "Chưa có ngày sinh.",
    en: "There is no birth date.",
  },
  "date-format-mismatch": {
    vi: "Ngày không theo định dạng đã cấu hình cho trang này. Hãy báo bộ phận CNTT kiểm tra cấu hình.",
    en: "The date is not in the format set up for this page. Ask IT to check the site profile.",
  },
  "date-not-real": {
    vi: "Ngày này không có trong lịch. Hãy kiểm tra lại.",
    en: "There is no such day in the calendar. Check it.",
  },
  "date-format-unknown": {
    vi: "Định dạng ngày trong cấu hình không được hỗ trợ. Hãy báo bộ phận CNTT.",
    en: "The date format in the site profile is not supported. Tell IT.",
  },
});
