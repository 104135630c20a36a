import { problemCatalogue } from "@cadre-care/domain";

export const visitStoreProblems = problemCatalogue({
  locked: {
    vi: "Phần mềm đang khóa nên chưa ghi nhận được. Mở khóa rồi thử lại.",
    en: "Locked, so nothing was recorded. Unlock and try again.",
  },
  "visit-unknown": {
    vi: "Không tìm thấy lượt khám này trên máy. Mở lại hồ sơ người bệnh rồi thử lại.",
    en: "This visit is not on this machine. Open the patient again and try once more.",
  },
});
