import { problemCatalogue } from "@cadre-care/domain";

export const formBundleProblems = problemCatalogue({
  "form-response-unreadable": {
    vi: "Nội dung biểu mẫu không khớp với mẫu đã mở nên chưa nộp; bản nháp được giữ nguyên. Mở lại biểu mẫu rồi nộp, nếu vẫn lỗi báo bộ phận CNTT.",
    en: "The form's content does not fit the form that was opened, so it was not submitted; the draft is kept. Open it again and submit; if it still fails, tell IT.",
  },
  "forms-unreadable": {
    vi: "Bộ biểu mẫu của đơn vị quản lý không đọc được; đang dùng bộ gần nhất còn tốt. Báo đơn vị quản lý.",
    en: "The managing unit's forms cannot be read; the last good ones stay in use. Tell the managing unit.",
  },
});
