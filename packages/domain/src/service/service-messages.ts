import { problemCatalogue } from "../result/problem-catalogue.ts";

export const serviceProblems = problemCatalogue({
  "service-gone": {
    vi: "Mất kết nối với phần nền của tiện ích. Những gì đã báo “đã lưu” vẫn còn. Hãy mở lại khung này.",
    en: "The connection to the extension's background is lost. What was shown as saved is safe. Open this panel again.",
  },
});
