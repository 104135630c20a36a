import { problemCatalogue } from "../result/problem-catalogue.ts";

export const visitProblems = problemCatalogue({
  "visit-ended": {
    vi: "Lượt khám này đã kết thúc hoặc đã hủy nên không ghi thêm bước được. Nếu người bệnh còn ở đây, hãy tiếp nhận lại.",
    en: "This visit has ended or was cancelled, so no step can be added. If the patient is still here, check in again.",
  },
  "step-not-in-process": {
    vi: "Bước này không thuộc quy trình của lượt khám. Hãy chọn một bước trong danh sách.",
    en: "This step is not part of the visit's process. Choose a step from the list.",
  },
  "step-already-done": {
    vi: "Bước này đã được ghi nhận rồi.",
    en: "This step is already recorded.",
  },
  "room-needed": {
    vi: "Hãy chọn phòng cần đưa người bệnh đến.",
    en: "Choose the room to take the patient to.",
  },
  "room-not-offered": {
    vi: "Phòng này không có trong danh sách của bước. Hãy chọn phòng khác.",
    en: "This room is not offered for this step. Choose another.",
  },
  "visit-has-steps": {
    vi: "Không hủy tiếp nhận được vì lượt khám đã có bước tiếp theo.",
    en: "The check-in cannot be undone, because steps followed it.",
  },
  "visits-differ": {
    vi: "Hai bản ghi không cùng một lượt khám nên không gộp được.",
    en: "The two records are not of one visit and cannot be merged.",
  },
  "time-unreadable": {
    vi: "Không đọc được thời điểm của bước. Hãy kiểm tra đồng hồ máy rồi thử lại.",
    en: "The time of the step cannot be read. Check this machine's clock and try again.",
  },
});
