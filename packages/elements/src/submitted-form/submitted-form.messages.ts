import { vietnameseFirst } from "../language/catalogue.ts";

const vi = {
  opening: "Đang mở phiếu đã nộp…",
  locked: "Đã khóa",
  lockedHow: "Phiếu được ẩn. Mở khóa để xem lại.",
  failed: "Chưa xem lại được phiếu",
  retry: "Thử lại",
  close: "Đóng",
  print: "In phiếu",
  readOnly: "Phiếu đã nộp – chỉ xem, không sửa được",
  source: {
    queue: "Bản đang chờ gửi trên máy này.",
    board: "Bản ở máy chủ của đơn vị quản lý.",
  },
  born: "Sinh",
};

export type SubmittedFormTexts = typeof vi;

export const submittedFormMessages = vietnameseFirst(
  vi,
  () => import("./submitted-form.english.ts"),
  "submittedForm",
);
