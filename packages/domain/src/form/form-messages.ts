import { problemCatalogue } from "../result/problem-catalogue.ts";

/** What can stand between a user and a form. Nothing that was entered is lost by any of these. */
export const formProblems = problemCatalogue({
  "form-of-another-patient": {
    vi: "Trang đang hiển thị người bệnh khác. Biểu mẫu được giữ nguyên và không ghi vào người bệnh kia. Hãy mở lại đúng người bệnh trên HIS, hoặc bỏ bản nháp.",
    en: "The page shows another patient. The form is kept as it is, and nothing is written for the other one. Go back to the right patient in the HIS, or discard the draft.",
  },
  "form-saved-elsewhere": {
    vi: "Phiếu này đã được điền tiếp và lưu ở cửa sổ khác, nên phần vừa nhập ở đây chưa được lưu. Hãy mở bản mới nhất để điền tiếp.",
    en: "This form was filled in further and saved in another window, so what was just entered here is not saved. Open the newest draft to go on.",
  },
  "form-unknown": {
    vi: "Không tìm thấy bản nháp này của bạn trên máy. Hãy mở lại biểu mẫu từ người bệnh.",
    en: "No such draft of yours is on this machine. Open the form again from the patient.",
  },
  "form-view-offline": {
    vi: "Phiếu đã ở máy chủ của đơn vị quản lý và chỉ xem lại được từ đó. Chưa kết nối được máy chủ; hãy thử lại khi có mạng.",
    en: "The managing unit's server has this form, and it is shown from there only. The server cannot be reached; try again when there is a network.",
  },
  "form-view-mismatch": {
    vi: "Máy chủ của đơn vị quản lý không trả về đúng phiếu này của người bệnh này nên phiếu không được hiển thị. Hãy báo đơn vị quản lý.",
    en: "The managing unit's server did not answer with this very form of this patient, so it is not shown. Tell the managing unit.",
  },
  "form-view-unknown": {
    vi: "Không tìm thấy phiếu đã nộp này của bạn. Hãy báo đơn vị quản lý nếu cần xem lại.",
    en: "No such submitted form of yours was found. Tell the managing unit if it must be looked at.",
  },
  "form-submitted": {
    vi: "Biểu mẫu này đã nộp nên không sửa được nữa. Nếu cần đính chính, hãy báo đơn vị quản lý.",
    en: "This form has been submitted and can no longer be changed. If it must be corrected, tell the managing unit.",
  },
  "form-version-missing": {
    vi: "Không có phiên bản biểu mẫu nào có hiệu lực vào ngày của lượt khám này.",
    en: "No version of this form is in force on the date of this visit.",
  },
  "forms-missing": {
    vi: "Chưa tải được biểu mẫu của đơn vị quản lý. Hãy kết nối mạng và đồng bộ.",
    en: "The managing unit's forms have not arrived yet. Connect to the network and synchronise.",
  },
  "form-role": {
    vi: "Biểu mẫu chuyên môn chỉ dành cho bác sĩ. Hãy đăng nhập bằng tài khoản bác sĩ.",
    en: "Clinical forms are for doctors only. Sign in with a doctor's account.",
  },
  "form-damaged": {
    vi: "Bản nháp này bị hỏng, không đọc lại được. Nó được giữ nguyên trên máy để bộ phận CNTT kiểm tra; hãy mở lại biểu mẫu để bắt đầu phiếu mới.",
    en: "This draft is damaged and can no longer be read. It is kept on this machine as it is, for IT to look into; open the form again to begin a new one.",
  },
  "form-too-large": {
    vi: "Biểu mẫu quá lớn để lưu. Hãy bớt tệp đính kèm rồi thử lại; nội dung trên màn hình vẫn còn.",
    en: "The form is too large to save. Remove attachments and try again; what is on the screen is still there.",
  },
  "form-invalid": {
    vi: "Nội dung gửi không khớp với biểu mẫu đã mở nên chưa nộp. Hãy kiểm tra các mục còn báo lỗi rồi nộp lại.",
    en: "What was sent does not fit the form that was opened, so it was not submitted. Check the items with errors and submit again.",
  },
  "codes-missing": {
    vi: "Danh mục mã này chưa có trên máy. Hãy kết nối mạng và đồng bộ; trong lúc chờ có thể ghi bằng chữ.",
    en: "This code list is not on this machine yet. Connect to the network and synchronise; until then, write it in words.",
  },
});
