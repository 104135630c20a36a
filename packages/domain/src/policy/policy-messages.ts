import { problemCatalogue } from "../result/problem-catalogue.ts";

export const policyProblems = problemCatalogue({
  "policy-invalid": {
    vi: "Cấu hình của đơn vị quản lý không hợp lệ nên chưa được dùng; bản trước đó vẫn có hiệu lực. Hãy báo bộ phận CNTT.",
    en: "The board's policy is not valid and was not taken over; the one before stays in force. Tell IT.",
  },
  "refused-tier": {
    vi: "Trường hợp này xử lý theo quy định riêng, không nhập trên hệ thống này",
    en: "This case is handled under separate rules and is not entered in this system",
  },
  "unknown-tier": {
    vi: "Mã đối tượng này chưa có trong cấu hình. Hãy đồng bộ lại hoặc báo đơn vị quản lý.",
    en: "This tier is not in the policy. Synchronise again, or tell the board.",
  },
  "unknown-process": {
    vi: "Quy trình phục vụ này chưa có trong cấu hình. Hãy đồng bộ lại hoặc báo đơn vị quản lý.",
    en: "This service process is not in the policy. Synchronise again, or tell the board.",
  },
  "unknown-room": {
    vi: "Phòng khám này chưa có trong cấu hình. Hãy đồng bộ lại hoặc báo đơn vị quản lý.",
    en: "This room is not in the policy. Synchronise again, or tell the board.",
  },
});
